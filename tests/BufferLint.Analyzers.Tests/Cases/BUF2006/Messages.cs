// The exact text of every wording, and the places in their order: acquire, end of the way.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class Messages
{
    [Fact]
    public Task NeverReturned() => VerifyAsync(
        """
        void M()
        {
            var a = {|#0:ArrayPool<int>.Shared.Rent(8)|};
            {|#1:a[0] = 1;|}
        }
        """,
        "'a' is never released: (1) rented at line 18, (2) left behind at line 19, (3) without 'ArrayPool<T>.Return'");

    [Fact]
    public Task NobodyHasAName() => VerifyAsync(
        """
        int M() => {|#1:{|#0:ArrayPool<int>.Shared.Rent(8)|}.Length|};
        """,
        "'ArrayPool<int>.Shared.Rent(8)' is never released: (1) rented at line 16, (2) left behind at line 16, (3) without 'ArrayPool<T>.Return'");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF2006");
        for (var place = 0; place < 2; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
