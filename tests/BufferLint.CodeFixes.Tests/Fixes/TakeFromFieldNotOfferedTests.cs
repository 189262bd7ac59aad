// Where a field cannot be emptied, or somebody would miss what it had.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromFieldNotOfferedTests
{
    [Fact]
    public Task ReadOnlyField() => Take.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """);

    [Fact]
    public Task PropertyWithoutSetter() => Take.NotOffered(
        """
        private byte[] Buffer { get; } = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(Buffer)|];
        }
        """);

    [Fact]
    public Task ReadOnlyMember() => Take.NotOffered(
        """
        private byte[] _buffer;

        public S(int n) => _buffer = ArrayPool<byte>.Shared.Rent(n);

        public readonly void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """, "public struct S : IDisposable");

    [Fact]
    public Task UsedAfterwards() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public int Length { get; private set; }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
            Length = _buffer.Length;
        }
        """);

    [Fact]
    public Task UnderASymbol() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
        #if !OTHER
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        #endif
        }
        """);

    [Fact]
    public Task CommentAtTheArrow() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose() // all
            => [|ArrayPool<byte>.Shared.Return(_buffer)|];
        """);

    [Fact]
    public Task PartOfSomethingElse() => Take.NotOffered(
        """
        private nint _memory = Marshal.AllocHGlobal(64);

        public void Dispose()
        {
            if ([|Free(_memory)|])
            {
                GC.SuppressFinalize(this);
            }
        }

        private static bool Free(nint memory)
        {
            Marshal.FreeHGlobal(memory);
            return true;
        }
        """);

    [Fact]
    public Task ResultThatIsAskedFor() => Take.NotOffered(
        """
        private readonly PipeReader _reader = PipeReader.Create(default);
        private ReadResult _result;

        public void Read() => _reader.TryRead(out _result);

        public bool IsOver => _result.IsCompleted;

        public long Length() => _result.Buffer.FirstSpan[0];

        public void Advance()
        {
            [|_reader.AdvanceTo(_result.Buffer.End)|];
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task UsedInTheFinally() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public int Length { get; private set; }

        public void Dispose()
        {
            try
            {
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
                return;
            }
            finally
            {
                Length = _buffer.Length;
            }
        }
        """);

    [Fact]
    public Task LocalOfASharedField() => Take.NotOffered(
        """
        private readonly object _gate = new();
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            var buffer = _buffer;
            [|ArrayPool<byte>.Shared.Return(buffer)|];
        }
        """);

    [Fact]
    public Task ThroughAMethod() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(GetBuffer())|];
        }

        private byte[] GetBuffer() => _buffer;
        """);

    [Fact]
    public Task ThroughAComputedProperty() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        private byte[] Page => _buffer;

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(Page)|];
        }
        """);

    [Fact]
    public Task LocalOfAMethod() => Take.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = GetBuffer();
            [|ArrayPool<byte>.Shared.Return(buffer)|];
        }

        private byte[] GetBuffer() => _buffer;
        """);

    [Fact]
    public Task EachOfSeveral() => Take.NotOffered(
        """
        private byte[][] _buffers = new byte[4][];

        public void Dispose()
        {
            foreach (var buffer in _buffers)
            {
                [|ArrayPool<byte>.Shared.Return(buffer)|];
            }
        }
        """);

    [Fact]
    public Task ElementOfSeveral() => Take.NotOffered(
        """
        private byte[][] _buffers = new byte[4][];

        public void Dispose()
        {
            for (var i = 0; i < _buffers.Length; i++)
            {
                [|ArrayPool<byte>.Shared.Return(_buffers[i])|];
            }
        }
        """);

    [Fact]
    public Task StaticField() => Take.NotOffered(
        """
        private static byte[] s_buffer = ArrayPool<byte>.Shared.Rent(64);

        public static void Reset()
        {
            [|ArrayPool<byte>.Shared.Return(s_buffer)|];
        }
        """, "public static class S");
}
