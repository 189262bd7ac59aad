// The exact text of every wording, and the places in their order: return, acquire, release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5001;

public class Messages
{
    [Fact]
    public Task PastAFinally() => VerifyAsync(
        """
        Memory<char> M()
        {
            var a = {|#1:ArrayPool<char>.Shared.Rent(8)|};
            try
            {
                return {|#0:a.AsMemory(0, 1)|};
            }
            finally
            {
                {|#2:ArrayPool<char>.Shared.Return(a)|};
            }
        }
        """,
        "'a.AsMemory(0, 1)' is returned, but 'ArrayPool<char>.Shared.Return(a)' releases its buffer first: (1) rented at line 18, (2) returned at line 21, (3) returned at line 25");

    [Fact]
    public Task OutOfAScope() => VerifyAsync(
        """
        Memory<byte> M()
        {
            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
            return {|#0:owner.Memory|};
        }
        """,
        "'owner.Memory' is returned, but the end of the scope of 'owner' releases its buffer first: (1) rented at line 18, (2) returned at line 19, (3) disposed at the end of its scope");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF5001");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
