// ArrayBufferWriter<T>: written parts and leases; only growth and Clear end them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class BufferWriters
{
    [Fact]
    public Task WrittenSpanReadAfterWrite() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var written = writer.WrittenSpan;
            {|BUF1001:writer.Write(data)|};
            return written[0];
        }

        byte N(ArrayBufferWriter<byte> writer, byte[] data)
        {
            writer.Write(data);
            var written = writer.WrittenSpan;
            return written[0];
        }
        """));

    [Fact]
    public Task WrittenMemoryReturnedAfterGetSpan() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlyMemory<byte> M(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenMemory;
            var free = {|BUF1001:writer.GetSpan(64)|};
            free.Clear();
            return written;
        }

        ReadOnlyMemory<byte> N(ArrayBufferWriter<byte> writer)
        {
            var free = writer.GetSpan(64);
            free.Clear();
            return writer.WrittenMemory;
        }
        """));

    [Fact]
    public Task LeaseUsedAfterNextGetSpan() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<byte> writer, int size)
        {
            var first = writer.GetSpan(size);
            var second = {|BUF1001:writer.GetSpan(size * 2)|};
            first[0] = 1;
            second[0] = 2;
        }

        void N(ArrayBufferWriter<byte> writer, int size)
        {
            var first = writer.GetSpan(size);
            first[0] = 1;
            var second = writer.GetSpan(size * 2);
            second[0] = 2;
        }
        """));

    [Fact]
    public Task LeaseUsedAfterAdvance() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<byte> writer)
        {
            var header = writer.GetSpan(4);
            writer.Advance(4);
            header[0] = 1;
        }

        void N(ArrayBufferWriter<byte> writer)
        {
            var header = writer.GetSpan(4);
            writer.Advance(4);
            {|BUF1001:writer.GetMemory(8)|}.Span[0] = 2;
            header[0] = 1;
        }
        """));

    [Fact]
    public Task HeaderPatchedAfterBody() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> body)
        {
            Span<byte> length = writer.GetSpan(4)[..4];
            writer.Advance(4);
            {|BUF1001:writer.Write(body)|};
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        }

        void N(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> body)
        {
            Span<byte> length = writer.GetSpan(4)[..4];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
            writer.Advance(4);
            writer.Write(body);
        }
        """));

    [Fact]
    public Task ReadAfterClear() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            {|BUF1001:writer.Clear()|};
            return written[0];
        }

        byte[] N(ArrayBufferWriter<byte> writer)
        {
            var copy = writer.WrittenSpan.ToArray();
            writer.Clear();
            return copy;
        }

        int O(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenMemory;
            writer.Clear();
            return written.Length;
        }
        """));

    [Fact]
    public Task CountsBetween() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            return writer.FreeCapacity + writer.Capacity + writer.WrittenCount + written[0];
        }
        """));

    [Fact]
    public Task RoomOfTheConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var writer = new ArrayBufferWriter<byte>(64);
            var first = writer.GetSpan(8);
            writer.Advance(8);
            writer.GetSpan(8)[0] = 1;
            writer.Advance(8);
            return first[0];
        }

        byte N()
        {
            var writer = new ArrayBufferWriter<byte>(8);
            var first = writer.GetSpan(8);
            writer.Advance(8);
            {|BUF1001:writer.GetSpan(8)|}[0] = 1;
            return first[0];
        }
        """));

    [Fact]
    public Task WriteWithinTheRoomOfTheConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var writer = new ArrayBufferWriter<int>(8);
            writer.Write([1, 2, 3]);
            var written = writer.WrittenSpan;
            writer.Write([4, 5]);
            return written[0];
        }

        int N()
        {
            var writer = new ArrayBufferWriter<int>(4);
            writer.Write([1, 2, 3]);
            var written = writer.WrittenSpan;
            {|BUF1001:writer.Write([4, 5])|};
            return written[0];
        }
        """));

    [Fact]
    public Task ThroughTheInterface() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            IBufferWriter<byte> output = writer;
            var written = writer.WrittenSpan;
            {|BUF1001:output.Write(data)|};
            return written[0];
        }

        byte N(ArrayBufferWriter<byte> writer, IBufferWriter<byte> output, byte[] data)
        {
            var written = writer.WrittenSpan;
            output.Write(data);
            return written[0];
        }
        """));

    [Fact]
    public Task LeaseThroughTheInterface() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer)
        {
            IBufferWriter<byte> output = writer;
            var written = writer.WrittenSpan;
            {|BUF1001:output.GetSpan(100)|}[0] = 1;
            return written[0];
        }
        """));

    [Fact]
    public Task WriterPerTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<int> writer, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var free = writer.GetSpan(1);
                free[0] = i;
                writer.Advance(1);
            }
        }

        void N(ArrayBufferWriter<int> writer, int count)
        {
            var first = writer.GetSpan(1);
            for (var i = 0; i < count; i++)
            {
                var free = {|BUF1001:writer.GetSpan(1)|};
                free[0] = i;
                writer.Advance(1);
                first[0]++;
            }
        }
        """));

    [Fact]
    public Task RewrittenAfterResetWrittenCount() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            writer.ResetWrittenCount();
            return written[0];
        }
        """));

    [Fact]
    public Task WrittenFromItsOwnPart() => Verify.VerifyAnalyzerAsync(Members("""
        void M(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            writer.Write(written);
        }
        """));
}
