// Each member that reads, and each that gives back what was read.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class ReadRows
{
    [Theory]
    [InlineData("var result = await {|BUF1004:reader.ReadAsync()|};")]
    [InlineData("var result = await {|BUF1004:reader.ReadAsync(CancellationToken.None)|}.ConfigureAwait(false);")]
    [InlineData("var result = await {|BUF1004:reader.ReadAtLeastAsync(4)|};")]
    [InlineData("var result = await {|BUF1004:reader.ReadAsync()|}.AsTask();")]
    [InlineData("var result = {|BUF1004:reader.ReadAsync()|}.Result;")]
    [InlineData("var result = {|BUF1004:reader.ReadAsync()|}.AsTask().GetAwaiter().GetResult();")]
    [InlineData("var pending = {|BUF1004:reader.ReadAsync()|}; var result = await pending;")]
    [InlineData("var pending = {|BUF1004:reader.ReadAsync()|}; var result = pending.IsCompleted ? pending.Result : await pending.ConfigureAwait(false);")]
    public Task Reading(string read) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader, bool on)
        {
            while (on)
            {
                {{read}}
                Console.WriteLine(result.Buffer.Length);
                await Task.Yield();
            }
        }

        async Task Advancing(PipeReader reader, bool on)
        {
            while (on)
            {
                {{read.Replace("{|BUF1004:", "").Replace("|}", "")}}
                Console.WriteLine(result.Buffer.Length);
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                await Task.Yield();
            }
        }
        """));

    [Theory]
    [InlineData("reader.AdvanceTo(result.Buffer.End)")]
    [InlineData("reader.AdvanceTo(result.Buffer.Start, result.Buffer.End)")]
    [InlineData("await reader.CopyToAsync(Stream.Null)")]
    [InlineData("await reader.CopyToAsync(writer)")]
    [InlineData("reader.Complete()")]
    [InlineData("await reader.CompleteAsync()")]
    [InlineData("Finish(reader)")]
    [InlineData("Finish(result, reader)")]
    public Task GivingBack(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader, PipeWriter writer, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                {{call}};
            }
        }

        static void Finish(PipeReader reader) { }
        static void Finish(ReadResult result, PipeReader reader) { }
        """));

    [Theory]
    [InlineData("Console.WriteLine(result.Buffer.Length)")]
    [InlineData("Show(result)")]
    [InlineData("Show(result.Buffer)")]
    [InlineData("other.AdvanceTo(result.Buffer.End)")]
    [InlineData("await Task.Delay(1)")]
    public Task GivingNothingBack(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader, PipeReader other, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                {{call}};
            }
        }

        static void Show(ReadResult result) { }
        static void Show(ReadOnlySequence<byte> items) { }
        """));

    [Fact]
    public Task Attempts() => Verify.VerifyAnalyzerAsync(Members("""
        void Loop(PipeReader reader)
        {
            while ({|BUF1004:reader.TryRead(out var result)|})
            {
                Console.WriteLine(result.Buffer.Length);
            }
        }

        void LoopThatAdvances(PipeReader reader)
        {
            while (reader.TryRead(out var result))
            {
                reader.AdvanceTo(result.Buffer.End);
            }
        }

        async Task ReadWhereThereWasNone(PipeReader reader, bool on)
        {
            while (on)
            {
                if (reader.TryRead(out var result) == false)
                {
                    result = await reader.ReadAsync();
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        bool Twice(PipeReader reader)
        {
            if (!reader.TryRead(out var first))
            {
                return reader.TryRead(out first);
            }

            reader.AdvanceTo(first.Buffer.End);
            return true;
        }

        bool TwiceInAnExpression(PipeReader reader) => reader.TryRead(out var result) || reader.TryRead(out result);

        bool BothInAnExpression(PipeReader reader) => reader.TryRead(out var result) && {|BUF1004:reader.TryRead(out result)|};
        """));

    /// <summary>Who asserts the answer knows whether there is something to give back.</summary>
    [Fact]
    public Task AssertedAttempts() => Verify.VerifyAnalyzerAsync("using System.Diagnostics;\n" + Members("""
        void M(PipeReader reader)
        {
            Debug.Assert(!reader.TryRead(out var result));
            Assert(reader.TryRead(out result));
            Assert(reader.TryRead(out result), "again");
        }

        static void Assert(bool? condition, string message = "") { }
        """));

    [Fact]
    public Task Cancelled() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                if (!result.IsCanceled)
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }
        }

        async Task Combined(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await reader.ReadAsync();
                if (result.IsCanceled && on)
                {
                    continue;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }

        async Task NotCancelled(PipeReader reader, bool on)
        {
            while (on)
            {
                var result = await {|BUF1004:reader.ReadAsync()|};
                if (result.IsCanceled)
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }
        }
        """));
}
