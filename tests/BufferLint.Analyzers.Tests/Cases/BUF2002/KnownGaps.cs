// What the engine does not see yet of second releases, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class KnownGaps
{
    // Two names that are compared after the release are not made one any more.
    [Fact]
    public Task ComparedOnlyAfterwards() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] a, int[] b)
        {
            ArrayPool<int>.Shared.Return(a);
            if (a == b)
            {
                ArrayPool<int>.Shared.Return(b);
            }
        }
        """));
}
