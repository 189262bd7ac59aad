// The exact text of every wording, and the places in their order: taken, awaited, used.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4002.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4002;

public class Messages
{
    [Fact]
    public Task Moved() => VerifyAsync(
        """
        async Task M(MemoryStream stream, byte[] data)
        {
            var buffer = {|#1:stream.GetBuffer()|};
            {|#0:await stream.WriteAsync(data)|};
            {|#2:buffer[0] = 1|};
        }
        """,
        "'stream.WriteAsync(data)' may move the storage of 'stream' while its view 'buffer' is still in use: (1) taken at line 38, (2) awaited at line 39, (3) used at line 40");

    [Fact]
    public Task MovedByAMethod() => VerifyAsync(
        """
        async Task M(Stream stream)
        {
            var memory = {|#1:_array.AsMemory()|};
            {|#0:await GrowAsync(stream).ConfigureAwait(false)|};
            {|#2:memory.Span|}[0] = 1;
        }
        """,
        "'GrowAsync(stream)' may move the storage of '_array' while its view 'memory' is still in use: (1) taken at line 38, (2) awaited at line 39: 'GrowAsync' moves '_array', (3) used at line 40");

    [Fact]
    public Task Released() => VerifyAsync(
        """
        async Task M(Stream stream)
        {
            var memory = {|#1:_owner.Memory|};
            {|#0:await ReleaseAsync(stream)|};
            {|#2:memory.Span|}[0] = 1;
        }
        """,
        "'ReleaseAsync(stream)' releases '_owner' while its view 'memory' is still in use: (1) taken at line 38, (2) awaited at line 39: 'ReleaseAsync' disposes '_owner', (3) used at line 40");

    [Fact]
    public Task OfTheThread() => VerifyAsync(
        """
        [ThreadStatic] private static byte[] t_buffer;

        async Task M(Stream stream)
        {
            var {|#1:buffer = t_buffer|};
            {|#0:await stream.FlushAsync()|};
            {|#2:buffer[0] = 1|};
        }
        """,
        "'await stream.FlushAsync()' lets others on the thread use 't_buffer' while its view 'buffer' is still in use: (1) taken at line 40, (2) awaited at line 41, (3) used at line 42");

    [Fact]
    public Task OfTheThreadInALoop() => VerifyAsync(
        """
        [ThreadStatic] private static byte[] t_buffer;

        async Task M(IAsyncEnumerable<byte> items)
        {
            var {|#1:buffer = t_buffer|};
            await foreach (var item in {|#0:items|})
            {
                {|#2:buffer[0] = item|};
            }
        }
        """,
        "waiting for 'items' lets others on the thread use 't_buffer' while its view 'buffer' is still in use: (1) taken at line 40, (2) awaited at line 41, (3) used at line 43");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF4002").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(message));
}
