// What the engine does not see yet of native and pinned leases that are lost. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class KnownGaps
{
    // A method that only passes an address on is taken for one that may keep it.
    [Fact]
    public Task OnlyFilledByAHelper() => Verify.VerifyAnalyzerAsync(Members("""
        static void Fill(IntPtr p) => Marshal.WriteInt32(p, 1);

        void M()
        {
            var p = Marshal.AllocHGlobal(8);
            Fill(p);
        }
        """));
}
