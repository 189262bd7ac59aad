// Members that hand out what may only be read, so that it may be written. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3002;

public class SilentHandedOut
{
    [Fact]
    public Task N3002Private() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            static Memory<byte> F(ReadOnlyMemory<byte> m)
            {
                return MemoryMarshal.AsMemory(m);
            }
        }
        """));
}
