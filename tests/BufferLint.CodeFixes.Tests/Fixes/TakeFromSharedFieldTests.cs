// Where threads may meet in the object, the field is emptied in one step.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromSharedFieldTests
{
    [Fact]
    public Task AnyThread() => Take.Applied(
        """
        private readonly object _gate = new();
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Reset(int n)
        {
            lock (_gate)
            {
                _buffer = ArrayPool<byte>.Shared.Rent(n);
            }
        }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer!)|];
        }
        """,
        """
        private readonly object _gate = new();
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Reset(int n)
        {
            lock (_gate)
            {
                _buffer = ArrayPool<byte>.Shared.Rent(n);
            }
        }

        public void Dispose()
        {
            var buffer = System.Threading.Interlocked.Exchange(ref _buffer, null);
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task UnderTheLock() => Take.Applied(
        """
        private readonly object _gate = new();
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            lock (_gate)
            {
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            }
        }
        """,
        """
        private readonly object _gate = new();
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            lock (_gate)
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
    public Task NeverNull() => Take.Applied(
        """
        private volatile bool _isOpen;
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Open() => _isOpen = true;

        public bool IsOpen => _isOpen;

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private volatile bool _isOpen;
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Open() => _isOpen = true;

        public bool IsOpen => _isOpen;

        public void Dispose()
        {
            var buffer = System.Threading.Interlocked.Exchange(ref _buffer, null!);
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task OwnerThatIsAskedFor() => Take.Applied(
        """
        private readonly object _gate = new();
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First()
        {
            lock (_gate) { return _owner!.Memory.Span[0]; }
        }

        public void Clear()
        {
            _owner?[|.Dispose()|];
        }

        public void Dispose() { }
        """,
        """
        private readonly object _gate = new();
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First()
        {
            lock (_gate) { return _owner!.Memory.Span[0]; }
        }

        public void Clear()
        {
            var owner = System.Threading.Interlocked.Exchange(ref _owner, null);
            owner?.Dispose();
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task Address() => Take.Applied(
        """
        private volatile bool _isOpen;
        private nint _memory = Marshal.AllocHGlobal(64);

        public void Open() => _isOpen = true;

        public bool IsOpen => _isOpen;

        public void Dispose()
        {
            [|Marshal.FreeHGlobal(_memory)|];
        }
        """,
        """
        private volatile bool _isOpen;
        private nint _memory = Marshal.AllocHGlobal(64);

        public void Open() => _isOpen = true;

        public bool IsOpen => _isOpen;

        public void Dispose()
        {
            var memory = System.Threading.Interlocked.Exchange(ref _memory, 0);
            Marshal.FreeHGlobal(memory);
        }
        """);

    [Fact]
    public Task Property() => Take.Applied(
        """
        private readonly object _gate = new();
        private byte[]? Buffer { get; set; } = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            if (Buffer != null)
            {
                [|ArrayPool<byte>.Shared.Return(Buffer)|];
            }
        }
        """,
        """
        private readonly object _gate = new();
        private byte[]? Buffer { get; set; } = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            if (Buffer != null)
            {
                ArrayPool<byte>.Shared.Return(Buffer);
                Buffer = null;
            }
        }
        """);
}
