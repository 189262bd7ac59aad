// The exact text of every wording, and the places in their order: second release, acquire, first release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class Messages
{
    [Fact]
    public Task InARow() => VerifyAsync(
        """
        void M()
        {
            var a = {|#1:ArrayPool<int>.Shared.Rent(8)|};
            {|#2:ArrayPool<int>.Shared.Return(a)|};
            {|#0:ArrayPool<int>.Shared.Return(a)|};
        }
        """,
        "'ArrayPool<int>.Shared.Return(a)' releases 'a' a second time: (1) rented at line 18, (2) returned at line 19, (3) returned again at line 20");

    [Fact]
    public Task NextTurnOfTheLoop() => VerifyAsync(
        """
        void M({|#1:byte[] a|}, Stream stream)
        {
            while (stream.Length < 100)
            {
                {|#2:{|#0:ArrayPool<byte>.Shared.Return(a)|}|};
            }
        }
        """,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' a second time: (1) came in as 'a' at line 16, (2) returned at line 20, (3) returned again at line 20 in the next turn of the loop");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF2002");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
