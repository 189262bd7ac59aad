// The writers of CommunityToolkit.HighPerformance, told by name: the pooled one moves, the one over a memory does not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ToolkitWriters
{
    private const string Library = """

        namespace CommunityToolkit.HighPerformance.Buffers
        {
            public sealed class ArrayPoolBufferWriter<T> : IBufferWriter<T>, IDisposable
            {
                public void Dispose() => throw null;
                public ArrayPoolBufferWriter() => throw null;
                public ArrayPoolBufferWriter(int capacity) => throw null;
                public ReadOnlySpan<T> WrittenSpan => throw null;
                public void Advance(int count) => throw null;
                public void Clear() => throw null;
                public Memory<T> GetMemory(int sizeHint = 0) => throw null;
                public Span<T> GetSpan(int sizeHint = 0) => throw null;
            }

            public sealed class MemoryBufferWriter<T> : IBufferWriter<T>
            {
                public MemoryBufferWriter(Memory<T> memory) => throw null;
                public ReadOnlySpan<T> WrittenSpan => throw null;
                public void Advance(int count) => throw null;
                public void Clear() => throw null;
                public Memory<T> GetMemory(int sizeHint = 0) => throw null;
                public Span<T> GetSpan(int sizeHint = 0) => throw null;
            }
        }

        namespace CommunityToolkit.HighPerformance
        {
            public static class ArrayPoolExtensions
            {
                public static void Resize<T>(this ArrayPool<T> pool, ref T[] array, int newSize, bool clearArray = false) => throw null;
            }

            public static class ListExtensions
            {
                public static Span<T> AsSpan<T>(this List<T> list) => throw null;
            }

            public static class SpanExtensions
            {
                public static ref T DangerousGetReference<T>(this Span<T> span) => throw null;
            }

            public static class ArrayPoolBufferWriterExtensions
            {
                public static Stream AsStream(this Buffers.ArrayPoolBufferWriter<byte> writer) => throw null;
            }
        }
        """;

    private static Task VerifyAsync(string members) =>
        Verify.VerifyAnalyzerAsync("using CommunityToolkit.HighPerformance;\nusing CommunityToolkit.HighPerformance.Buffers;\n" + Members(members) + Library);

    [Fact]
    public Task PooledWriterGrows() => VerifyAsync("""
        byte M(ArrayPoolBufferWriter<byte> writer, byte[] data)
        {
            var written = writer.WrittenSpan;
            {|BUF1001:writer.Write(data)|};
            return written[0];
        }

        byte N(ArrayPoolBufferWriter<byte> writer, byte[] data)
        {
            writer.Write(data);
            return writer.WrittenSpan[0];
        }

        void O(int size)
        {
            using var writer = new ArrayPoolBufferWriter<byte>();
            var header = writer.GetSpan(4);
            writer.Advance(4);
            var body = {|BUF1001:writer.GetSpan(size)|};
            header[0] = 1;
            body[0] = 1;
        }

        void P()
        {
            using var writer = new ArrayPoolBufferWriter<byte>(64);
            var header = writer.GetSpan(4);
            writer.Advance(4);
            var body = writer.GetSpan(8);
            header[0] = 1;
            body[0] = 1;
        }
        """);

    [Fact]
    public Task WriterOverAMemoryNeverMoves() => VerifyAsync("""
        byte M(byte[] data, int size)
        {
            var writer = new MemoryBufferWriter<byte>(data);
            var header = writer.GetSpan(4);
            writer.Advance(4);
            var body = writer.GetSpan(size);
            header[0] = 1;
            return body[0];
        }

        byte N(MemoryBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            {|BUF1001:writer.Clear()|};
            return written[0];
        }
        """);

    [Fact]
    public Task PooledArrayResized() => VerifyAsync("""
        byte M(byte[] rented, int size)
        {
            var span = rented.AsSpan();
            {|BUF1001:ArrayPool<byte>.Shared.Resize(ref rented, size)|};
            span[0] = 1;
            return rented[0];
        }

        byte N(byte[] rented, int size)
        {
            ArrayPool<byte>.Shared.Resize(ref rented, size);
            var span = rented.AsSpan();
            span[0] = 1;
            return rented[0];
        }
        """);

    [Fact]
    public Task ReferenceOfASpan() => VerifyAsync("""
        int M(List<int> list)
        {
            ref var first = ref list.AsSpan().DangerousGetReference();
            {|BUF1001:list.Add(1)|};
            return first;
        }

        int N(List<int> list)
        {
            list.Add(1);
            ref var first = ref list.AsSpan().DangerousGetReference();
            return first;
        }
        """);

    [Fact]
    public Task StreamOverTheWriter() => VerifyAsync("""
        byte M(ArrayPoolBufferWriter<byte> writer, byte[] data)
        {
            var stream = writer.AsStream();
            var written = writer.WrittenSpan;
            {|BUF1001:stream.Write(data, 0, data.Length)|};
            return written[0];
        }

        byte N(ArrayPoolBufferWriter<byte> writer, byte[] data, Stream other)
        {
            var written = writer.WrittenSpan;
            other.Write(data, 0, data.Length);
            return written[0];
        }
        """);
}
