// Code that does not bind: who gets memory by a name that nobody knows may well free it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class HalfTyped
{
    [Fact]
    public Task GivenToUnknownNames() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            {|CS0246:Unknown|} _kept;

            void Called()
            {
                var block = Marshal.AllocHGlobal(16);
                {|CS0103:Register|}(block);
            }

            void OfAnotherType()
            {
                Register({|CS1503:Marshal.AllocHGlobal(16)|});

                static void Register(string name) => Console.WriteLine(name);
            }

            void Stored() => _kept = Marshal.AllocHGlobal(16);

            {|CS0246:Unknown|} Returned()
            {
                {|CS0246:Unknown|} block = Marshal.AllocHGlobal(16);
                return block;
            }

            void Lost()
            {
                var block = {|BUF2003:Marshal.AllocHGlobal(16)|};
                Marshal.WriteInt32(block, 1);
                {|CS0103:Register|}(16);
            }
        }
        """));
}
