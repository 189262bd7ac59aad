// The exact text of every wording, and the places in their order: where work gets the view, acquire, release.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class Messages
{
    [Fact]
    public Task Captured() => VerifyAsync(
        """
        void M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            ThreadPool.QueueUserWorkItem(_ => {|#0:a|}[0] = 1);
            {|#2:ArrayPool<byte>.Shared.Return(a)|};
        }
        """,
        "'a' goes into work that nobody waits for, and 'ArrayPool<byte>.Shared.Return(a)' releases 'a': (1) rented at line 18, (2) handed over at line 19, (3) returned at line 20");

    [Fact]
    public Task IntoAChannel() => VerifyAsync(
        """
        async Task M(System.Threading.Channels.ChannelWriter<Memory<byte>> writer)
        {
            using var {|#2:owner = {|#1:MemoryPool<byte>.Shared.Rent(8)|}|};
            await writer.WriteAsync({|#0:owner.Memory|});
        }
        """,
        "'owner.Memory' goes into work that nobody waits for, and the end of the scope of 'owner' releases 'owner': (1) rented at line 18, (2) handed over at line 19, (3) disposed at the end of its scope");

    private static Task VerifyAsync(string members, string message)
    {
        var expected = Verify.Diagnostic("BUF4001");
        for (var place = 0; place < 3; place++)
        {
            expected = expected.WithLocation(place);
        }

        return Verify.VerifyAnalyzerAsync(Members(members), expected.WithMessage(message));
    }
}
