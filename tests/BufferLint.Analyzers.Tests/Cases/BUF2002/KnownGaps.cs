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

    // That a condition on the loop's counter holds in one turn only is not known.
    [Fact]
    public Task OnlyInTheFirstTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            for (var i = 0; i < n; i++)
            {
                if (i == 0)
                {
                    {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
                }
            }
        }
        """));
}
