// Each member that ends what a writer lent, and each that lends.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class WriterRows
{
    [Theory]
    [InlineData("writer.Advance(1)")]
    [InlineData("writer.GetSpan(4)")]
    [InlineData("writer.GetMemory(4)")]
    [InlineData("writer.Write(bytes)")]
    [InlineData("Encoding.UTF8.GetBytes(text, writer)")]
    [InlineData("Encoding.UTF8.GetBytes(sequence, writer)")]
    [InlineData("encoder.Convert(text, writer, true, out _, out _)")]
    [InlineData("encoder.Convert(sequence, writer, true, out _, out _)")]
    public Task EndedByABufferWriter(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(IBufferWriter<byte> writer, byte[] bytes, string text, ReadOnlySequence<char> sequence, Encoder encoder)
        {
            var span = writer.GetSpan(8);
            {{call}};
            {|BUF1002:span[0]|} = 1;
        }

        void UsedBefore(IBufferWriter<byte> writer, byte[] bytes, string text, ReadOnlySequence<char> sequence, Encoder encoder)
        {
            var span = writer.GetSpan(8);
            span[0] = 1;
            {{call}};
        }
        """));

    [Theory]
    [InlineData("decoder.Convert(bytes, writer, true, out _, out _)")]
    [InlineData("decoder.Convert(sequence, writer, true, out _, out _)")]
    [InlineData("Encoding.UTF8.GetChars(bytes, writer)")]
    [InlineData("Encoding.UTF8.GetChars(sequence, writer)")]
    public Task EndedByAWriterOfCharacters(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(IBufferWriter<char> writer, byte[] bytes, ReadOnlySequence<byte> sequence, Decoder decoder)
        {
            var span = writer.GetSpan(8);
            {{call}};
            {|BUF1002:span[0]|} = 'a';
        }
        """));

    [Theory]
    [InlineData("writer.Advance(1)")]
    [InlineData("writer.GetSpan()")]
    [InlineData("writer.GetMemory()")]
    [InlineData("writer.Complete()")]
    [InlineData("_ = writer.FlushAsync()")]
    [InlineData("await writer.FlushAsync()")]
    [InlineData("await writer.FlushAsync().ConfigureAwait(false)")]
    [InlineData("await writer.CompleteAsync()")]
    [InlineData("await writer.WriteAsync(new byte[1])")]
    [InlineData("writer.Write(new byte[1])")]
    [InlineData("writer.Advance(1); await writer.FlushAsync()")]
    public Task EndedByAPipeWriter(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeWriter writer)
        {
            var memory = writer.GetMemory(8);
            {{call}};
            {|BUF1002:memory.Span|}[0] = 1;
            await Task.Yield();
        }

        async Task UsedBefore(PipeWriter writer)
        {
            var memory = writer.GetMemory(8);
            memory.Span[0] = 1;
            {{call}};
            await Task.Yield();
        }

        async Task OfAnother(PipeWriter writer, PipeWriter other)
        {
            var memory = other.GetMemory(8);
            {{call}};
            memory.Span[0] = 1;
            await Task.Yield();
        }
        """));

    [Fact]
    public Task HarmlessMembers() => Verify.VerifyAnalyzerAsync(Members("""
        void M(PipeWriter writer)
        {
            var span = writer.GetSpan(8);
            writer.CancelPendingFlush();
            var waiting = writer.CanGetUnflushedBytes ? writer.UnflushedBytes : 0;
            span[0] = (byte)waiting;
            writer.Advance(1);
        }
        """));

    [Fact]
    public Task CopiedIntoByAReader() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(PipeReader reader, PipeWriter writer)
        {
            var memory = writer.GetMemory(8);
            await reader.CopyToAsync(writer);
            {|BUF1002:memory.Span|}[0] = 1;
        }

        async Task N(PipeReader reader, PipeWriter writer, Stream stream)
        {
            var memory = writer.GetMemory(8);
            await reader.CopyToAsync(stream);
            memory.Span[0] = 1;
        }
        """));
}
