// Growth that comes through a wrapper: writers and streams made over the stream or buffer writer that is viewed.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ForwardedGrowth
{
    private const string Usings = "using System.IO.Compression;\nusing System.Security.Cryptography;\nusing System.Text;\nusing System.Text.Json;\n";

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Usings + Members(members));

    [Fact]
    public Task TextWriter() => VerifyAsync("""
        byte M(MemoryStream stream, string text)
        {
            var writer = new StreamWriter(stream);
            var buffer = stream.GetBuffer();
            {|BUF1001:writer.Write(text)|};
            return buffer[0];
        }

        byte N(MemoryStream stream, string text)
        {
            var writer = new StreamWriter(stream);
            writer.Write(text);
            writer.Flush();
            var buffer = stream.GetBuffer();
            return buffer[0];
        }

        byte O(MemoryStream stream, MemoryStream other, string text)
        {
            var writer = new StreamWriter(other);
            var buffer = stream.GetBuffer();
            writer.Write(text);
            return buffer[0];
        }
        """);

    [Fact]
    public Task FlushedLater() => VerifyAsync("""
        byte[] M(string text)
        {
            var stream = new MemoryStream();
            var writer = new StreamWriter(stream);
            writer.WriteLine(text);
            var buffer = stream.GetBuffer();
            {|BUF1001:writer.Flush()|};
            return buffer;
        }

        ArraySegment<byte> N(string text)
        {
            var stream = new MemoryStream();
            using var writer = new StreamWriter(stream);
            writer.WriteLine(text);
            writer.Flush();
            return new ArraySegment<byte>(stream.GetBuffer(), 0, (int)stream.Length);
        }
        """);

    [Fact]
    public Task BinaryWriterWithinTheRoom() => VerifyAsync("""
        byte M()
        {
            var stream = new MemoryStream(16);
            var writer = new BinaryWriter(stream);
            var buffer = stream.GetBuffer();
            writer.Write(1);
            writer.Write(2L);
            writer.Write((short)3);
            return buffer[0];
        }

        byte N()
        {
            var stream = new MemoryStream(8);
            var writer = new BinaryWriter(stream);
            var buffer = stream.GetBuffer();
            writer.Write(1);
            {|BUF1001:writer.Write(2L)|};
            return buffer[0];
        }
        """);

    [Fact]
    public Task BinaryWriterOverAnArray() => VerifyAsync("""
        byte M(byte[] data, string text)
        {
            var stream = new MemoryStream(data, 0, data.Length, true, true);
            var writer = new BinaryWriter(stream, Encoding.UTF8, true);
            var buffer = stream.GetBuffer();
            writer.Write(text);
            return buffer[0];
        }
        """);

    [Fact]
    public Task StreamBelow() => VerifyAsync("""
        byte M(MemoryStream stream, byte[] data)
        {
            using var gzip = new GZipStream(stream, CompressionMode.Compress, leaveOpen: true);
            var buffer = stream.GetBuffer();
            {|BUF1001:gzip.Write(data, 0, data.Length)|};
            return buffer[0];
        }

        byte N(MemoryStream stream, ICryptoTransform transform, byte[] data)
        {
            var crypto = new CryptoStream(stream, transform, CryptoStreamMode.Write);
            crypto.Write(data, 0, data.Length);
            var buffer = stream.GetBuffer();
            {|BUF1001:crypto.FlushFinalBlock()|};
            return buffer[0];
        }

        int O(MemoryStream stream, byte[] data)
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress);
            var buffer = stream.GetBuffer();
            return gzip.Read(data, 0, data.Length) + buffer[0];
        }

        byte P(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            stream.Flush();
            return buffer[0];
        }
        """);

    [Fact]
    public Task WrapperOverAWrapper() => VerifyAsync("""
        byte M(MemoryStream stream, string text)
        {
            var writer = new StreamWriter(new BufferedStream(stream), Encoding.UTF8);
            var buffer = stream.GetBuffer();
            {|BUF1001:writer.WriteLine("{0}", text)|};
            return buffer[0];
        }

        byte N(MemoryStream stream)
        {
            var writer = new BinaryWriter(stream);
            var buffer = stream.GetBuffer();
            {|BUF1001:writer.BaseStream.WriteByte(1)|};
            return buffer[0];
        }
        """);

    [Fact]
    public Task JsonWriter() => VerifyAsync("""
        byte M(ArrayBufferWriter<byte> buffer, int number)
        {
            var json = new Utf8JsonWriter(buffer);
            var written = buffer.WrittenSpan;
            {|BUF1001:json.WriteNumberValue(number)|};
            return written[0];
        }

        byte N(ArrayBufferWriter<byte> buffer, int number)
        {
            var json = new Utf8JsonWriter(buffer);
            json.WriteNumberValue(number);
            json.Flush();
            return buffer.WrittenSpan[0];
        }

        byte O(MemoryStream stream, int number)
        {
            var json = new Utf8JsonWriter(stream);
            var buffer = stream.GetBuffer();
            json.WriteNumberValue(number);
            return buffer[0];
        }
        """);

    [Fact]
    public Task JsonWriterGivenAnotherBuffer() => VerifyAsync("""
        byte M(ArrayBufferWriter<byte> first, ArrayBufferWriter<byte> second)
        {
            var json = new Utf8JsonWriter(first);
            json.Reset(second);
            var written = second.WrittenSpan;
            {|BUF1001:json.WriteNullValue()|};
            return written[0];
        }

        byte N(ArrayBufferWriter<byte> first, ArrayBufferWriter<byte> second)
        {
            var json = new Utf8JsonWriter(first);
            json.Reset(second);
            var written = first.WrittenSpan;
            json.WriteNullValue();
            return written[0];
        }
        """);

    [Fact]
    public Task Serializer() => VerifyAsync("""
        byte M(MemoryStream stream, int[] items)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:JsonSerializer.Serialize(stream, items)|};
            return buffer[0];
        }

        byte N(ArrayBufferWriter<byte> buffer, int[] items)
        {
            using var json = new Utf8JsonWriter(buffer);
            var written = buffer.WrittenSpan;
            {|BUF1001:JsonSerializer.Serialize(json, items)|};
            return written[0];
        }

        byte O(MemoryStream stream, int[] items)
        {
            JsonSerializer.Serialize(stream, items);
            return stream.GetBuffer()[0];
        }
        """);

    [Fact]
    public Task Encoder() => VerifyAsync("""
        byte M(ArrayBufferWriter<byte> buffer, string text)
        {
            var written = buffer.WrittenSpan;
            {|BUF1001:Encoding.UTF8.GetBytes(text.AsSpan(), buffer)|};
            return written[0];
        }

        byte N(ArrayBufferWriter<byte> buffer, string text)
        {
            var written = buffer.WrittenSpan;
            return (byte)(Encoding.UTF8.GetBytes(text).Length + written[0]);
        }
        """);
}
