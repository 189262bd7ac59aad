// Types whose objects release what they are made with, and some that only may.
namespace BufferLint.Tests.Cases.BUF2002;

internal static class AdopterSource
{
    public const string Owners = """
        sealed class Half : IDisposable
        {
            private byte[]? _array;
            private bool _disposed;

            public Half(byte[] array, int start)
            {
                _array = array;
                Start = start;
            }

            public int Start { get; }

            public static Half Over(byte[] array) => new Half(array, 0);

            public byte[]? Detach()
            {
                var array = _array;
                _array = null;
                return array;
            }

            public void Dispose()
            {
                if (!_disposed)
                {
                    _disposed = true;
                    ArrayPool<byte>.Shared.Return(_array!);
                }
            }
        }

        sealed class Primary(byte[] array) : IDisposable
        {
            private byte[]? _array = array;

            public byte[]? Detach()
            {
                var array = _array;
                _array = null;
                return array;
            }

            public void Dispose()
            {
                if (_array is { } taken)
                {
                    _array = null;
                    ArrayPool<byte>.Shared.Return(taken);
                }
            }
        }

        sealed class Given : IDisposable
        {
            private byte[]? _array;

            public byte[]? Array
            {
                get => _array;
                init => _array = value;
            }

            public byte[]? Kept { get; init; }

            public void Dispose()
            {
                if (Kept is { } kept)
                {
                    {|BUF2005:ArrayPool<byte>.Shared.Return(kept)|};
                }
            }
        }

        class Based : IDisposable
        {
            private byte[]? _array;

            protected Based(byte[] array) => _array = array;

            public void Dispose() => Dispose(true);

            protected virtual void Dispose(bool disposing)
            {
                var array = Interlocked.Exchange(ref _array, null);
                if (disposing && array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Derived : Based
        {
            public Derived(byte[] array)
                : base(array)
            {
            }
        }

        struct Lease : IDisposable
        {
            private byte[]? _array;

            public Lease(byte[] array) => _array = array;

            public void Dispose()
            {
                if (_array != null)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                    _array = null;
                }
            }
        }

        sealed class Flagged : IDisposable
        {
            private readonly bool _owns;
            private byte[]? _array;

            public Flagged(byte[] array, bool owns = false)
            {
                _array = array;
                _owns = owns;
            }

            public void Dispose()
            {
                if (_owns && _array != null)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                    _array = null;
                }
            }
        }

        """;
}
