// What the engine does not see yet of releases that do not match. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2004;

public class KnownGaps
{
    // Nothing has no name in a choice, as a number made into an address has none.
    [Fact]
    public Task NothingOnTheOtherWay() => Verify.VerifyAnalyzerAsync(Members("""
        void M(bool some)
        {
            var p = some ? Marshal.AllocCoTaskMem(8) : IntPtr.Zero;
            Marshal.FreeHGlobal(p);
        }
        """));

    // A property is not looked up in the other members of its type.
    [Fact]
    public Task Properties() => Verify.VerifyAnalyzerAsync(Types("""
        class C : IDisposable
        {
            IntPtr Text { get; } = Marshal.StringToCoTaskMemUni("a");

            public void Dispose() => {|BUF2005:Marshal.FreeHGlobal(Text)|};
        }
        """));
}
