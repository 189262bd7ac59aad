// Growth returns the old array.
using System.Threading.Tasks;
using Xunit;
using Replaced = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.ReleaseReplacedFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReleaseReplacedFixTests
{
    [Fact]
    public Task Growth() => Replaced.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.CopyTo(next, 0);
            _buffer = next;
            [|ArrayPool<byte>.Shared.Return(next)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.CopyTo(next, 0);
            var old = _buffer;
            _buffer = next;
            ArrayPool<byte>.Shared.Return(old);
        }
        """, "public sealed class C : IDisposable");

    [Fact]
    public Task MayBeNull() => Replaced.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(128);
            _buffer.AsSpan().CopyTo(next);
            _buffer = next;
            [|ArrayPool<byte>.Shared.Return(next)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(128);
            _buffer.AsSpan().CopyTo(next);
            var old = _buffer;
            _buffer = next;
            if (old != null)
            {
                ArrayPool<byte>.Shared.Return(old);
            }
        }
        """, "public sealed class C : IDisposable");

    [Fact]
    public Task MayBeNullButIsRead() => Replaced.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(_buffer!.Length * 2);
            _buffer!.CopyTo(next, 0);
            _buffer = next;
            [|ArrayPool<byte>.Shared.Return(next)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(_buffer!.Length * 2);
            _buffer!.CopyTo(next, 0);
            var old = _buffer;
            _buffer = next;
            ArrayPool<byte>.Shared.Return(old);
        }
        """, "public sealed class C : IDisposable");

    [Fact]
    public Task NothingIsReadBefore() => Replaced.NotOffered(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null!;
            }
        }

        public void Grow()
        {
            var next = ArrayPool<byte>.Shared.Rent(128);
            _buffer = next;
            [|ArrayPool<byte>.Shared.Return(next)|];
        }
        """, "public sealed class C : IDisposable");
}
