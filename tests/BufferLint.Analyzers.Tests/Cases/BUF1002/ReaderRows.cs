// Each member that ends what a reader read.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class ReaderRows
{
    [Theory]
    [InlineData("reader.AdvanceTo(result.Buffer.End)")]
    [InlineData("reader.AdvanceTo(result.Buffer.Start, result.Buffer.End)")]
    [InlineData("reader.Complete()")]
    [InlineData("await reader.CompleteAsync()")]
    [InlineData("await reader.CopyToAsync(Stream.Null)")]
    [InlineData("await reader.CopyToAsync(writer)")]
    public Task Ended(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task<long> M(PipeReader reader, PipeWriter writer)
        {
            var result = await reader.ReadAsync();
            {{call}};
            await Task.Yield();
            return {|BUF1002:result.Buffer|}.Length;
        }

        async Task<long> AskedBefore(PipeReader reader, PipeWriter writer)
        {
            var result = await reader.ReadAsync();
            var length = result.Buffer.Length;
            {{call}};
            await Task.Yield();
            return length;
        }
        """));

    [Theory]
    [InlineData("await reader.ReadAsync()")]
    [InlineData("await reader.ReadAsync(CancellationToken.None)")]
    [InlineData("await reader.ReadAtLeastAsync(8)")]
    [InlineData("await reader.ReadAsync().ConfigureAwait(false)")]
    [InlineData("await reader.ReadAsync().AsTask()")]
    [InlineData("reader.ReadAsync().AsTask().Result")]
    [InlineData("reader.ReadAsync().Result")]
    [InlineData("reader.ReadAsync().GetAwaiter().GetResult()")]
    [InlineData("await reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(1))")]
    [InlineData("await reader.ReadAsync().Preserve()")]
    public Task Taken(string read) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader)
        {
            var result = {{read}};
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            Console.WriteLine({|BUF1002:result.Buffer|}.IsEmpty);
            await Task.Yield();
        }

        async Task HowItEnded(PipeReader reader)
        {
            var result = {{read}};
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            Console.WriteLine(result.IsCompleted || result.IsCanceled);
            await Task.Yield();
        }
        """));

    [Fact]
    public Task HarmlessMembers() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            reader.CancelPendingRead();
            var first = result.Buffer.FirstSpan[0];
            reader.AdvanceTo(result.Buffer.End);
            return first;
        }
        """));

    [Fact]
    public Task AnotherReader() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> M(PipeReader reader, PipeReader other)
        {
            var result = await reader.ReadAsync();
            var others = await other.ReadAsync();
            other.AdvanceTo(others.Buffer.End);
            var first = result.Buffer.FirstSpan[0];
            reader.AdvanceTo(result.Buffer.End);
            return first;
        }
        """));

    [Fact]
    public Task PositionsOnlyToAdvance() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            var start = buffer.Start;
            var end = buffer.End;
            var at = buffer.GetPosition(0);
            reader.AdvanceTo(at, end);
            result = await reader.ReadAsync();
            reader.AdvanceTo(start, end);
        }
        """));
}
