// Views inside other things: tuples, objects, collections, delegates, fields.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class HeldViews
{
    [Fact]
    public Task InATuple() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var part = (Memory: writer.WrittenMemory, Count: 1);
            {|BUF1001:writer.Write(data)|};
            return part.Memory.Span[0];
        }

        int N(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var part = (Memory: writer.WrittenMemory, Count: 1);
            writer.Write(data);
            return part.Count;
        }
        """));

    [Fact]
    public Task InADelegate() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var memory = writer.WrittenMemory;
            Func<byte> first = () => memory.Span[0];
            {|BUF1001:writer.Write(data)|};
            return first();
        }

        byte N(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var memory = writer.WrittenMemory;
            Func<byte> first = () => memory.Span[0];
            var item = first();
            writer.Write(data);
            return item;
        }
        """));

    [Fact]
    public Task InAFieldOfThis() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<byte> _written;
        ReadOnlyMemory<byte> _other;

        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            _written = writer.WrittenMemory;
            {|BUF1001:writer.Write(data)|};
            return _written.Span[0];
        }

        byte N(ArrayBufferWriter<byte> writer, byte[] data)
        {
            _written = writer.WrittenMemory;
            writer.Write(data);
            return _other.Span[0];
        }
        """));

    [Fact]
    public Task InAStruct() => Verify.VerifyAnalyzerAsync(Types("""
        struct Part { public ReadOnlyMemory<byte> Memory; public int Offset; }

        class C
        {
            byte M(ArrayBufferWriter<byte> writer, byte[] data)
            {
                Part part;
                part.Memory = writer.WrittenMemory;
                part.Offset = 0;
                {|BUF1001:writer.Write(data)|};
                return part.Memory.Span[part.Offset];
            }

            byte Copied(ArrayBufferWriter<byte> writer, byte[] data)
            {
                var part = new Part { Memory = writer.WrittenMemory };
                var copy = part;
                {|BUF1001:writer.Write(data)|};
                return copy.Memory.Span[0];
            }

            int N(ArrayBufferWriter<byte> writer, byte[] data)
            {
                var part = new Part { Memory = writer.WrittenMemory, Offset = 3 };
                writer.Write(data);
                return part.Offset;
            }
        }
        """));

    [Fact]
    public Task InALocalArray() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var parts = new ReadOnlyMemory<byte>[2];
            parts[0] = writer.WrittenMemory;
            {|BUF1001:writer.Write(data)|};
            return parts[0].Span[0];
        }

        byte N(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var parts = new ReadOnlyMemory<byte>[2];
            parts[0] = writer.WrittenMemory.ToArray();
            writer.Write(data);
            return parts[0].Span[0];
        }
        """));

    [Fact]
    public Task InARecord() => Verify.VerifyAnalyzerAsync(Types("""
        record Message(ReadOnlyMemory<byte> Body, int Id);

        class C
        {
            byte M(ArrayBufferWriter<byte> writer, byte[] data)
            {
                var message = new Message(writer.WrittenMemory, 1);
                {|BUF1001:writer.Write(data)|};
                return message.Body.Span[0];
            }

            byte N(ArrayBufferWriter<byte> writer, byte[] data)
            {
                var message = new Message(writer.WrittenMemory.ToArray(), 1);
                writer.Write(data);
                return message.Body.Span[0];
            }
        }
        """));

    [Fact]
    public Task InASequence() => Verify.VerifyAnalyzerAsync(Members("""
        long M(MemoryStream stream)
        {
            var sequence = new ReadOnlySequence<byte>(stream.GetBuffer());
            {|BUF1001:stream.WriteByte(1)|};
            return sequence.FirstSpan[0];
        }

        long N(MemoryStream stream)
        {
            stream.WriteByte(1);
            var sequence = new ReadOnlySequence<byte>(stream.GetBuffer());
            return sequence.FirstSpan[0];
        }
        """));

    [Fact]
    public Task InAConditionalAccess() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream)
        {
            var buffer = stream?.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            return buffer[0];
        }

        byte N(MemoryStream stream)
        {
            stream?.WriteByte(1);
            return stream?.GetBuffer()[0] ?? 0;
        }
        """));

    // A pin keeps the array where it is, which the writer has left by then.
    [Fact]
    public Task PinnedView() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            using var handle = writer.WrittenMemory.Pin();
            {|BUF1001:writer.Write(data)|};
            return ((byte*)handle.Pointer)[0];
        }
        """));
}
