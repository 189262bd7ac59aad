// The member that releases asks for the flag of its type first.
using System.Threading.Tasks;
using Xunit;
using Flag = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TestFlagFirstFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TestFlagFirstFixTests
{
    [Fact]
    public Task SetAndNeverTested() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First() => _disposed ? throw new ObjectDisposedException(nameof(C)) : _buffer[0];

        public void Dispose()
        {
            // Over.
            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First() => _disposed ? throw new ObjectDisposedException(nameof(C)) : _buffer[0];

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            // Over.
            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }
        """);

    [Fact]
    public Task SetBehindTheRelease() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
            _disposed = true;
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(_buffer);
            _disposed = true;
        }
        """);

    [Fact]
    public Task Arrow() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose() => [|ArrayPool<byte>.Shared.Return(_buffer)|];
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }
        """);

    [Fact]
    public Task OneLine() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose() { [|ArrayPool<byte>.Shared.Return(_buffer)|]; _disposed = true; }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose() { if (_disposed) { return; } ArrayPool<byte>.Shared.Return(_buffer); _disposed = true; }
        """);

    [Fact]
    public Task Qualified() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (this._disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
            this._disposed = true;
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public byte First()
        {
            if (this._disposed) throw new ObjectDisposedException(nameof(C));
            return _buffer[0];
        }

        public void Dispose()
        {
            if (this._disposed)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(_buffer);
            this._disposed = true;
        }
        """);

    [Fact]
    public Task NoFlag() => Flag.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """);

    [Fact]
    public Task SeveralFlags() => Flag.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        private bool _isDisposed;

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
            _disposed = true;
            _isDisposed = true;
        }

        public bool IsOver => _disposed && _isDisposed;
        """);

    [Fact]
    public Task SetBySomebodyElse() => Flag.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Close() => _disposed = true;

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """);

    [Fact]
    public Task FlagOfSomethingElse() => Flag.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _leaveOpen;

        public void Keep() => _leaveOpen = true;

        public bool Keeps => _leaveOpen;

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """);

    [Fact]
    public Task AnyOtherMember() => Flag.NotOffered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Reset()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public void Dispose() => _disposed = true;
        """);

    [Fact]
    public Task PropertyOfAnAsyncMember() => Flag.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool IsDisposed { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
            IsDisposed = true;
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool IsDisposed { get; private set; }

        public async ValueTask DisposeAsync()
        {
            if (IsDisposed)
            {
                return;
            }

            await Task.Yield();
            ArrayPool<byte>.Shared.Return(_buffer);
            IsDisposed = true;
        }
        """,
        "public sealed class C : IAsyncDisposable");
}
