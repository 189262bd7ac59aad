// The exact text, and the places in their order: start, release, the wait that may end first.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4004;

public class Messages
{
    [Fact]
    public Task WaitThatTimesOut() => VerifyAsync(
        """
        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                await {|#2:{|#1:stream.ReadAsync(a, 0, 8)|}.WaitAsync(TimeSpan.FromSeconds(1))|};
            }
            finally
            {
                {|#0:ArrayPool<byte>.Shared.Return(a)|};
            }
        }
        """,
        "'ArrayPool<byte>.Shared.Return(a)' releases 'a' while 'stream.ReadAsync(a, 0, 8)' may still use it: (1) started at line 21, (2) returned at line 25, (3) 'stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1))' at line 21 may stop waiting for it");

    [Fact]
    public Task Race() => VerifyAsync(
        """
        async Task M(Stream stream, Task stop)
        {
            using var {|#0:owner = MemoryPool<byte>.Shared.Rent(8)|};
            var read = {|#1:stream.ReadAsync(owner.Memory)|}.AsTask();
            await {|#2:Task.WhenAny(read, stop)|};
        }
        """,
        "the end of the scope of 'owner' releases 'owner' while 'stream.ReadAsync(owner.Memory)' may still use it: (1) started at line 19, (2) disposed at the end of its scope, (3) 'Task.WhenAny(read, stop)' at line 20 may stop waiting for it");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF4004");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
