// The exact text of every wording, and the places in their order: taken, awaited, used.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4005.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4005;

public class Messages
{
    [Fact]
    public Task Used() => VerifyAsync(
        """
        public async Task M(Stream stream)
        {
            var memory = {|#1:_array.AsMemory()|};
            {|#0:await stream.FlushAsync()|};
            {|#2:memory.Span[0] = 1|};
        }
        """,
        "'await stream.FlushAsync()' lets 'Grow' change '_array' while its view 'memory' is still in use: (1) taken at line 40, (2) awaited at line 41, (3) used at line 42");

    [Fact]
    public Task UsedInTheNextTurn() => VerifyAsync(
        """
        public async Task M(Stream stream)
        {
            var memory = {|#1:_owner.Memory|};
            while ({|#0:await stream.ReadAsync({|#2:memory|})|} > 0)
            {
            }
        }
        """,
        "'await stream.ReadAsync(memory)' lets 'Renew' change '_owner' while its view 'memory' is still in use: (1) taken at line 40, (2) awaited at line 41, (3) used at line 41 in the next turn of the loop");

    [Fact]
    public Task WaitingStatement() => VerifyAsync(
        """
        public async Task M(IAsyncEnumerable<byte> items)
        {
            var memory = {|#1:_array.AsMemory()|};
            await foreach (var item in {|#0:items|})
            {
                {|#2:memory.Span[0] = item|};
            }
        }
        """,
        "waiting for 'items' lets 'Grow' change '_array' while its view 'memory' is still in use: (1) taken at line 40, (2) awaited at line 41, (3) used at line 43");

    private static Task VerifyAsync(string members, string message) =>
        Verify.VerifyAnalyzerAsync(Members(members), Verify.Diagnostic("BUF4005").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(message));
}
