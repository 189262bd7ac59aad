// Ways that a constant closes: nobody ever comes there.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class ConstantChoices
{
    [Fact]
    public Task SwitchOverAConstant() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private const int Chosen = 6;

            static void AnotherLabel(byte[] data)
            {
                ArrayPool<byte>.Shared.Return(data);
                switch (8)
                {
                    case 7:
                        ArrayPool<byte>.Shared.Return(data);
                        break;
                }
            }

            static void ItsLabel(byte[] data)
            {
                ArrayPool<byte>.Shared.Return(data);
                switch (7)
                {
                    case 7:
                        {|BUF2002:ArrayPool<byte>.Shared.Return(data)|};
                        break;
                }
            }

            static void NotTheDefault(byte[] data)
            {
                ArrayPool<byte>.Shared.Return(data);
                switch (Chosen)
                {
                    case 6:
                        break;
                    default:
                        ArrayPool<byte>.Shared.Return(data);
                        break;
                }
            }

            static void TheDefault(byte[] data)
            {
                ArrayPool<byte>.Shared.Return(data);
                switch (Chosen)
                {
                    case 5:
                        break;
                    default:
                        {|BUF2002:ArrayPool<byte>.Shared.Return(data)|};
                        break;
                }
            }

            static int ByExpression(byte[] data)
            {
                ArrayPool<byte>.Shared.Return(data);
                return "b" switch
                {
                    "a" => data[0],
                    _ => 0,
                };
            }
        }
        """));
}
