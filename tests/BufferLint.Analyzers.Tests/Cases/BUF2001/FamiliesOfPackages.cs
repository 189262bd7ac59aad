// The pooled owners of CommunityToolkit.HighPerformance and Microsoft.IO.RecyclableMemoryStream, told by name.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class FamiliesOfPackages
{
    private const string Streams = "RecyclableMemoryStreamManager";

    private const string Library = $$"""

        namespace CommunityToolkit.HighPerformance.Buffers
        {
            public sealed class MemoryOwner<T> : IMemoryOwner<T>
            {
                public static MemoryOwner<T> Allocate(int size) => throw null!;
                public Memory<T> Memory => throw null!;
                public Span<T> Span => throw null!;
                public ArraySegment<T> DangerousGetArray() => throw null!;
                public MemoryOwner<T> Slice(int start, int length) => throw null!;
                public void Dispose() => throw null!;
            }

            public readonly ref struct SpanOwner<T>
            {
                public static SpanOwner<T> Allocate(int size) => throw null!;
                public Span<T> Span => throw null!;
                public ref T DangerousGetReference() => throw null!;
                public void Dispose() => throw null!;
            }

            public sealed class ArrayPoolBufferWriter<T> : IBufferWriter<T>, IDisposable
            {
                public ReadOnlySpan<T> WrittenSpan => throw null!;
                public void Advance(int count) => throw null!;
                public Memory<T> GetMemory(int sizeHint = 0) => throw null!;
                public Span<T> GetSpan(int sizeHint = 0) => throw null!;
                public void Dispose() => throw null!;
            }
        }

        namespace Microsoft.IO
        {
            public sealed class {{Streams}}
            {
                public RecyclableMemoryStream GetStream() => throw null!;
            }

            public sealed class RecyclableMemoryStream : MemoryStream
            {
                public override byte[] GetBuffer() => throw null!;
                public ReadOnlySequence<byte> GetReadOnlySequence() => throw null!;
            }
        }
        """;

    private static Task VerifyAsync(string members) =>
        Verify.VerifyAnalyzerAsync("using CommunityToolkit.HighPerformance.Buffers;\nusing Microsoft.IO;\n" + Types("class C\n{\n" + members + "\n}\n") + Library);

    [Fact]
    public Task MemoryOwners() => VerifyAsync("""
        int M(int n)
        {
            var owner = MemoryOwner<int>.Allocate(n);
            var span = owner.Span;
            owner.Dispose();
            owner.Dispose();
            return {|BUF2001:span[0]|};
        }

        int Sliced(int n)
        {
            var owner = MemoryOwner<int>.Allocate(n);
            var span = owner.Span;
            owner.Slice(0, 1).Dispose();
            return {|BUF2001:span[0]|};
        }

        Memory<int> Returned(int n)
        {
            using var owner = MemoryOwner<int>.Allocate(n);
            return {|BUF5001:owner.Memory|};
        }

        int N(int n)
        {
            using var owner = MemoryOwner<int>.Allocate(n);
            return owner.Span[0];
        }

        MemoryOwner<int> HandedOver(int n)
        {
            var owner = MemoryOwner<int>.Allocate(n);
            owner.Span.Clear();
            return owner.Slice(0, 1);
        }
        """);

    [Fact]
    public Task SpanOwners() => VerifyAsync("""
        int M(int n)
        {
            var owner = SpanOwner<int>.Allocate(n);
            var span = owner.Span;
            owner.Dispose();
            return {|BUF2001:span[0]|};
        }

        void Twice(int n)
        {
            var owner = SpanOwner<int>.Allocate(n);
            owner.Dispose();
            {|BUF2002:owner.Dispose()|};
        }

        void UsedAndDisposed(int n)
        {
            using var {|BUF2002:owner = SpanOwner<int>.Allocate(n)|};
            owner.Dispose();
        }

        int N(int n)
        {
            using var owner = SpanOwner<int>.Allocate(n);
            ref var first = ref owner.DangerousGetReference();
            return first;
        }
        """);

    [Fact]
    public Task PooledWriters() => VerifyAsync("""
        byte M()
        {
            var writer = new ArrayPoolBufferWriter<byte>();
            var written = writer.WrittenSpan;
            writer.Dispose();
            writer.Dispose();
            return {|BUF2001:written[0]|};
        }

        byte N()
        {
            using var writer = new ArrayPoolBufferWriter<byte>();
            return writer.WrittenSpan[0];
        }
        """);

    [Fact]
    public Task RecyclableStreams() => VerifyAsync("""
        byte M(RecyclableMemoryStreamManager manager)
        {
            var stream = manager.GetStream();
            var buffer = stream.GetBuffer();
            stream.Dispose();
            return {|BUF2001:buffer[0]|};
        }

        ReadOnlySequence<byte> Returned(RecyclableMemoryStreamManager manager)
        {
            using var stream = manager.GetStream();
            return {|BUF5001:stream.GetReadOnlySequence()|};
        }

        byte[] N(RecyclableMemoryStreamManager manager)
        {
            using var stream = manager.GetStream();
            stream.WriteByte(1);
            return stream.ToArray();
        }

        // A plain memory stream keeps its buffer.
        byte[] Plain()
        {
            using var stream = new MemoryStream();
            stream.WriteByte(1);
            return stream.GetBuffer();
        }
        """);
}
