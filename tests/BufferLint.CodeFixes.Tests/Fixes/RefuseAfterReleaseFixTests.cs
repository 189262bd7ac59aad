// The member that would use what was released refuses that.
using System.Threading.Tasks;
using Xunit;
using Refuse = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.RefuseAfterReleaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class RefuseAfterReleaseFixTests
{
    [Fact]
    public Task ThrowIf() => Refuse.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public byte First()
        {
            return _buffer[0];
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        public byte First()
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer[0];
        }
        """);

    [Fact]
    public Task Arrow() => Refuse.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public byte First() => _buffer[0];
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        public byte First()
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer[0];
        }
        """);

    [Fact]
    public Task OwnRefusal() => Refuse.Applied(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        private void ThrowIfDisposed()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
        }

        public byte First() => _buffer[0];
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        private void ThrowIfDisposed()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(C));
        }

        public byte First()
        {
            ThrowIfDisposed();
            return _buffer[0];
        }
        """);

    [Fact]
    public Task TwoThatWouldUseIt() => Refuse.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public byte First() => _buffer[0];

        public byte Second() => _buffer[1];
        """);

    [Fact]
    public Task NoFlag() => Refuse.NotOffered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public byte First() => _buffer[0];
        """);
}
