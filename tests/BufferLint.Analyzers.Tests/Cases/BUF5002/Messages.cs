// The exact text of every wording, and the places in their order: store, acquire, release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class Messages
{
    [Fact]
    public Task PastAFinally() => VerifyAsync(
        """
        static Memory<char> s_text; void M()
        {
            var a = {|#1:ArrayPool<char>.Shared.Rent(8)|};
            try
            {
                {|#0:s_text = a.AsMemory(0, 1)|};
            }
            finally
            {
                {|#2:ArrayPool<char>.Shared.Return(a)|};
            }
        }
        """,
        "'s_text' keeps what 'ArrayPool<char>.Shared.Return(a)' releases: (1) rented at line 18, (2) stored at line 21, (3) returned at line 25");

    [Fact]
    public Task OutOfAScope() => VerifyAsync(
        """
        readonly Queue<Memory<byte>> _all = new(); void M()
        {
            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
            {|#0:_all.Enqueue(owner.Memory)|};
        }
        """,
        "'_all.Enqueue(owner.Memory)' keeps what the end of the scope of 'owner' releases: (1) rented at line 18, (2) stored at line 19, (3) disposed at the end of its scope");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF5002");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
