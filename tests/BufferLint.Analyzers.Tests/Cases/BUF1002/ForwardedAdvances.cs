// Leases that end because something made over the writer, or given it, wrote into it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1002;

public class ForwardedAdvances
{
    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Members(members));

    [Fact]
    public Task JsonWriterWrites() => VerifyAsync("""
        void M(IBufferWriter<byte> writer)
        {
            using var json = new Utf8JsonWriter(writer);
            var span = writer.GetSpan(8);
            json.WriteNullValue();
            {|BUF1002:span[0]|} = 1;
        }

        void N(IBufferWriter<byte> writer)
        {
            using var json = new Utf8JsonWriter(writer);
            json.WriteStartObject();
            json.WriteEndObject();
            json.Flush();
            var span = writer.GetSpan(1);
            span[0] = 10;
            writer.Advance(1);
            json.Reset();
            json.WriteNullValue();
        }
        """);

    [Fact]
    public Task JsonWriterFlushes() => VerifyAsync("""
        void M(PipeWriter pipe)
        {
            var json = new Utf8JsonWriter(pipe);
            json.WriteNullValue();
            var memory = pipe.GetMemory(8);
            json.Flush();
            {|BUF1002:memory.Span|}[0] = 1;
        }

        void N(PipeWriter pipe, PipeWriter other)
        {
            var json = new Utf8JsonWriter(other);
            json.WriteNullValue();
            var memory = pipe.GetMemory(8);
            json.Flush();
            memory.Span[0] = 1;
        }
        """);

    [Fact]
    public Task SerializerWrites() => VerifyAsync("""
        void M(IBufferWriter<byte> writer, int[] items)
        {
            var json = new Utf8JsonWriter(writer);
            var header = writer.GetSpan(4);
            writer.Advance(4);
            JsonSerializer.Serialize(json, items);
            {|BUF1002:header[0]|} = 1;
        }

        void N(IBufferWriter<byte> writer, int[] items)
        {
            var json = new Utf8JsonWriter(writer);
            var header = writer.GetSpan(4);
            header[0] = 1;
            writer.Advance(4);
            JsonSerializer.Serialize(json, items);
        }
        """);

    [Fact]
    public Task WriterOfKnownStorage() => VerifyAsync("""
        void M(ArrayBufferWriter<byte> writer)
        {
            var json = new Utf8JsonWriter(writer);
            json.WriteNullValue();
            var span = writer.GetSpan(8);
            json.Flush();
            span[0] = 1;
        }
        """);
}
