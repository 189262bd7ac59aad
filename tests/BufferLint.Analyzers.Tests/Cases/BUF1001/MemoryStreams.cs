// MemoryStream: the raw buffer and segments of it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class MemoryStreams
{
    [Fact]
    public Task BufferUsedAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream, byte[] data)
        {
            byte[] buffer = stream.GetBuffer();
            {|BUF1001:stream.Write(data, 0, data.Length)|};
            return buffer[0];
        }
        """));

    [Fact]
    public Task BufferTakenAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream, byte[] data)
        {
            stream.Write(data, 0, data.Length);
            byte[] buffer = stream.GetBuffer();
            return buffer[0];
        }
        """));

    [Fact]
    public Task CopyUsedAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream, byte[] data)
        {
            byte[] copy = stream.ToArray();
            stream.Write(data, 0, data.Length);
            return copy[0];
        }
        """));

    [Theory]
    [InlineData("stream.WriteByte(1)")]
    [InlineData("stream.Write(data)")]
    [InlineData("stream.Write(data.AsSpan(1))")]
    [InlineData("stream.WriteAsync(data, 0, 1)")]
    [InlineData("stream.WriteAsync(data.AsMemory())")]
    [InlineData("stream.SetLength(100)")]
    [InlineData("stream.Capacity = 100")]
    [InlineData("other.CopyTo(stream)")]
    [InlineData("other.CopyToAsync(stream)")]
    [InlineData("another.WriteTo(stream)")]
    [InlineData("((Stream)stream).WriteByte(1)")]
    [InlineData("((Stream)stream).Write(data, 0, 1)")]
    [InlineData("((Stream)stream).Write(data)")]
    [InlineData("((Stream)stream).SetLength(100)")]
    public Task BufferUsedAfterGrowth(string growth) => Verify.VerifyAnalyzerAsync(Members($$"""
        byte M(MemoryStream stream, byte[] data, Stream other, MemoryStream another)
        {
            byte[] buffer = stream.GetBuffer();
            {|BUF1001:{{growth}}|};
            return buffer[0];
        }
        """));

    [Theory]
    [InlineData("stream.ReadByte()")]
    [InlineData("stream.Read(data, 0, 1)")]
    [InlineData("stream.Read(data)")]
    [InlineData("stream.Seek(0, SeekOrigin.Begin)")]
    [InlineData("stream.Position = 0")]
    [InlineData("stream.Position = 100")]
    [InlineData("stream.Flush()")]
    [InlineData("stream.CopyTo(other)")]
    [InlineData("stream.WriteTo(other)")]
    [InlineData("_ = stream.Capacity")]
    [InlineData("_ = stream.Length")]
    [InlineData("stream.ToArray()")]
    [InlineData("stream.Dispose()")]
    [InlineData("stream.Close()")]
    [InlineData("other.WriteByte(1)")]
    public Task BufferUsedAfterWhatKeepsIt(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        byte M(MemoryStream stream, byte[] data, Stream other)
        {
            byte[] buffer = stream.GetBuffer();
            {{call}};
            return buffer[0];
        }
        """));

    [Fact]
    public Task SegmentUsedAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream)
        {
            if (stream.TryGetBuffer(out ArraySegment<byte> segment))
            {
                {|BUF1001:stream.WriteByte(1)|};
                segment[0] = 2;
            }
        }

        void N(MemoryStream stream)
        {
            stream.WriteByte(1);
            if (stream.TryGetBuffer(out ArraySegment<byte> segment))
                segment[0] = 2;
        }
        """));

    [Fact]
    public Task CountOfSegmentAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        int M(MemoryStream stream)
        {
            {|BUF6004:stream.TryGetBuffer(out var segment)|};
            stream.WriteByte(1);
            return segment.Offset + segment.Count;
        }

        int N(MemoryStream stream)
        {
            {|BUF6004:stream.TryGetBuffer(out var segment)|};
            {|BUF1001:stream.WriteByte(1)|};
            return segment.Array[segment.Offset];
        }
        """));

    [Fact]
    public Task SpanOfBufferAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream)
        {
            var written = stream.GetBuffer().AsSpan(0, (int)stream.Length);
            {|BUF1001:stream.WriteByte(1)|};
            written.Clear();
        }

        void N(MemoryStream stream)
        {
            var written = stream.GetBuffer().AsSpan(0, (int)stream.Length);
            written.Clear();
            stream.WriteByte(1);
        }
        """));

    [Fact]
    public Task MemoryOfBufferAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<byte> M(MemoryStream stream)
        {
            var written = stream.GetBuffer().AsMemory(0, (int)stream.Length);
            {|BUF1001:stream.WriteByte(0)|};
            return written;
        }

        ReadOnlyMemory<byte> N(MemoryStream stream)
        {
            stream.WriteByte(0);
            return stream.GetBuffer().AsMemory(0, (int)stream.Length);
        }

        ReadOnlyMemory<byte> O(MemoryStream stream)
        {
            Memory<byte> written = new Memory<byte>(stream.GetBuffer(), 0, 4);
            {|BUF1001:stream.WriteByte(0)|};
            return written[2..];
        }
        """));

    [Fact]
    public Task BufferKeptInFieldAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _buffer;

        void M(MemoryStream stream)
        {
            _buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            _buffer[0] = 2;
        }

        void N(MemoryStream stream)
        {
            stream.WriteByte(1);
            _buffer = stream.GetBuffer();
            _buffer[0] = 2;
        }
        """));

    [Fact]
    public Task BufferCapturedAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        Func<byte> M(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            return () => buffer[0];
        }

        Func<byte> N(MemoryStream stream)
        {
            stream.WriteByte(1);
            var buffer = stream.GetBuffer();
            return () => buffer[0];
        }
        """));

    [Fact]
    public Task StreamOverArrayNeverMoves() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(byte[] storage)
        {
            var stream = new MemoryStream(storage, 0, storage.Length, writable: true, publiclyVisible: true);
            var buffer = stream.GetBuffer();
            stream.WriteByte(1);
            return buffer[0];
        }

        byte N(byte[] storage)
        {
            var stream = new MemoryStream();
            stream.Write(storage);
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            return buffer[0];
        }
        """));

    [Fact]
    public Task RoomOfTheConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var stream = new MemoryStream(16);
            stream.WriteByte(1);
            var buffer = stream.GetBuffer();
            stream.WriteByte(2);
            return buffer[0];
        }

        byte N()
        {
            var stream = new MemoryStream(1);
            stream.WriteByte(1);
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(2)|};
            return buffer[0];
        }
        """));

    [Fact]
    public Task RoomForEightBytes() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(byte[] data)
        {
            var stream = new MemoryStream(8);
            var buffer = stream.GetBuffer();
            stream.Write(data, 0, 8);
            return buffer[0];
        }

        byte N(byte[] data)
        {
            var stream = new MemoryStream(8);
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.Write(data, 0, 9)|};
            return buffer[0];
        }
        """));

    [Fact]
    public Task RoomByComputedCapacity() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(byte[] data)
        {
            var stream = new MemoryStream(data.Length);
            var buffer = stream.GetBuffer();
            stream.Write(data, 0, data.Length);
            return buffer[0];
        }
        """));

    [Fact]
    public Task PatchedAfterTheBodyIsWritten() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] Frame(byte[] body)
        {
            using var stream = new MemoryStream();
            stream.Write(stackalloc byte[4]);
            var header = stream.GetBuffer().AsSpan(0, 4);
            {|BUF1001:stream.Write(body)|};
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(header, body.Length);
            return stream.ToArray();
        }

        byte[] FramePatchedLast(byte[] body)
        {
            using var stream = new MemoryStream();
            stream.Write(stackalloc byte[4]);
            stream.Write(body);
            var header = stream.GetBuffer().AsSpan(0, 4);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(header, body.Length);
            return stream.ToArray();
        }
        """));

    [Fact]
    public Task BufferReadAfterDispose() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(byte[] data)
        {
            byte[] buffer;
            using (var stream = new MemoryStream())
            {
                stream.Write(data);
                buffer = stream.GetBuffer();
            }

            return buffer[0];
        }
        """));

    [Fact]
    public Task ShortenedUnderTheBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.SetLength(0)|};
            return buffer[0];
        }

        int N(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            stream.SetLength(0);
            return buffer.Length;
        }
        """));

    [Fact]
    public async Task AwaitedWrite() => await Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> M(MemoryStream stream, byte[] data)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteAsync(data, 0, data.Length)|}.Wait();
            await Task.Yield();
            return buffer[0];
        }

        async Task<byte> N(MemoryStream stream, byte[] data)
        {
            await stream.WriteAsync(data, 0, data.Length);
            var buffer = stream.GetBuffer();
            return buffer[0];
        }
        """));

    [Fact]
    public Task WrittenFromItsOwnBuffer() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream)
        {
            stream.Write(stream.GetBuffer(), 0, 4);
        }

        void N(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.Write(buffer, 0, 4)|};
            stream.Write(buffer, 4, 4);
            buffer[0] = 1;
        }
        """));

    [Fact]
    public Task SpanOfTheArrayUnderAStream() => Verify.VerifyAnalyzerAsync(Members("""
        int M(byte[] data)
        {
            using var stream = new MemoryStream(data);
            var view = data.AsSpan();
            stream.WriteByte(1);
            return view[0];
        }
        """));
}
