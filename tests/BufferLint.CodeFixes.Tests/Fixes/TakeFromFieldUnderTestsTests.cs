// Where a test stands around the release already, and where another one does.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromFieldUnderTestsTests
{
    [Fact]
    public Task UnderATest() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            }
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task UnderATestWithoutBraces() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is not null)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task UnderATestOnOneLine() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null) [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task BehindATest() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is null)
            {
                return;
            }

            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is null)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
        """);

    [Fact]
    public Task UnderAnotherTest() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
        """);

    [Fact]
    public Task UnderAnotherTestOnOneLine() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps) [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null) { ArrayPool<byte>.Shared.Return(buffer); }
            }
        }
        """);

    [Fact]
    public Task OwnerThatIsAskedFor() => Take.Applied(
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            _owner?[|.Dispose()|];
        }

        public void Dispose() { }
        """,
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            _owner?.Dispose();
            _owner = null;
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task EmptiedMember() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer[0];

        internal void Clear(bool all)
        {
            if (all)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            else
                _buffer[0] = 0;
        }

        public void Dispose() => Clear(true);
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer[0];

        internal void Clear(bool all)
        {
            if (all)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
            else
                _buffer[0] = 0;
        }

        public void Dispose() => Clear(true);
        """);

    [Fact]
    public Task UsedOnAnotherWay() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        internal void Clear(int kind)
        {
            if (kind == 0)
            {
                [|ArrayPool<byte>.Shared.Return(_buffer!)|];
                return;
            }

            _buffer![0] = 0;
        }

        public void Dispose() => Clear(0);
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        internal void Clear(int kind)
        {
            if (kind == 0)
            {
                var buffer = _buffer;
                _buffer = null;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
                return;
            }

            _buffer![0] = 0;
        }

        public void Dispose() => Clear(0);
        """);

    [Fact]
    public Task HandleThatMayBeThere() => Take.Applied(
        """
        private GCHandle? _handle = GCHandle.Alloc(new byte[4], GCHandleType.Pinned);

        public void Dispose()
        {
            if (_handle.HasValue)
            {
                [|_handle.Value.Free()|];
            }
        }
        """,
        """
        private GCHandle? _handle = GCHandle.Alloc(new byte[4], GCHandleType.Pinned);

        public void Dispose()
        {
            if (_handle.HasValue)
            {
                _handle.Value.Free();
                _handle = null;
            }
        }
        """);
}
