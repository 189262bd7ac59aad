// Structs that own what they rent, of which everybody gets a copy, and some that only look so.
namespace BufferLint.Tests.Cases;

internal static class CopySource
{
    private const string Structs = """
        struct Lease : IDisposable
        {
            private byte[]? _array;

            public Lease(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public readonly Span<byte> Span => _array;

            public void Dispose()
            {
                var array = _array;
                _array = null;
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        readonly struct Handle : IDisposable
        {
            private readonly byte[] _array;

            public Handle(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public Span<byte> Span => _array;

            public void Dispose() => ArrayPool<byte>.Shared.Return(_array);
        }

        ref struct Builder
        {
            private byte[]? _array;

            public Builder(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public void Dispose()
            {
                if (_array is { } array)
                {
                    this = default;
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        /// The array is in an object that all copies have together.
        struct Counted : IDisposable
        {
            private readonly Box _box;

            public Counted(int length) => _box = new Box { Array = ArrayPool<byte>.Shared.Rent(length) };

            public void Dispose()
            {
                var array = _box.Array;
                _box.Array = null;
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }

            private sealed class Box
            {
                public byte[]? Array;
            }
        }

        struct Plain : IDisposable
        {
            private byte[]? _array;

            public Plain(int length) => _array = new byte[length];

            public void Dispose() => _array = null;
        }

        sealed class Wrapper : IDisposable
        {
            private Lease _lease;

            public Wrapper(Lease lease) => _lease = lease;

            public void Dispose() => _lease.Dispose();
        }

        sealed class Borrower : IDisposable
        {
            private readonly Lease _lease;

            public Borrower(Lease lease) => _lease = lease;

            public int Length => _lease.Span.Length;

            public void Dispose()
            {
            }
        }

        sealed class Owner : IDisposable
        {
            private byte[]? _array;

            public Owner(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public void Dispose()
            {
                var array = _array;
                _array = null;
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        struct Exchanged : IDisposable
        {
            private byte[]? _array;

            public Exchanged(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _array, null) is { } array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        unsafe struct Block
        {
            private void* _start;

            public Block(int length) => _start = NativeMemory.Alloc((nuint)length);

            public void Free()
            {
                if (_start != null)
                {
                    NativeMemory.Free(_start);
                    _start = null;
                }
            }
        }

        readonly record struct Words(char[] Chars, int Length) : IDisposable
        {
            public static Words Of(int length) => new(ArrayPool<char>.Shared.Rent(length), length);

            public void Dispose() => ArrayPool<char>.Shared.Return(Chars);
        }

        sealed class ExchangedOwner : IDisposable
        {
            private byte[]? _array;

            public ExchangedOwner(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _array, null) is byte[] array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Holder
        {
            public Holder(int length) => (Lease, InPlace) = (new Lease(length), new Lease(length));

            public Lease Lease { get; }

            public Lease InPlace;

            public ref Lease Ref => ref InPlace;
        }

        """;

    /// <summary>A compilation unit with these structs, and a class <c>C</c> that has the members.</summary>
    public static string Members(string members) => LeaseSource.Types($"{Structs}class C\n{{\nstatic Lease Rent(int n) => new Lease(n);\n\n{members}\n}}\n");
}
