// What the engine does not see yet of native and pinned leases that are lost. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class KnownGaps
{
    // A throw that is written in the method is a way out, but only ways that return are asked.
    [Fact]
    public Task ThrownWhileItIsHeld() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            Marshal.FreeHGlobal(p);
            return n;
        }
        """));

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

    // A pin is a view of the memory as well, and what is a view is not asked for where the method ends.
    [Fact]
    public Task PinnedMemory() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe byte M(Memory<byte> memory)
        {
            var pin = memory.Pin();
            return *(byte*)pin.Pointer;
        }
        """));
}
