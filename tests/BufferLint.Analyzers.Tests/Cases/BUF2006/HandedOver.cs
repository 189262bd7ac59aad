// Leases that somebody else answers for.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class HandedOver
{
    [Fact]
    public Task ToTheCaller() => Verify.VerifyAnalyzerAsync(Members("""
        int[] Result() => ArrayPool<int>.Shared.Rent(8);

        void Out(out int[] a) => a = ArrayPool<int>.Shared.Rent(8);

        void Ref(ref int[] a) => a = ArrayPool<int>.Shared.Rent(8);

        (int[] Array, int Length) Pair() => (ArrayPool<int>.Shared.Rent(8), 8);

        ArraySegment<int> Segment() => new(ArrayPool<int>.Shared.Rent(8), 0, 8);

        Memory<int> Part()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            return a.AsMemory(0, 4);
        }

        async Task<int[]> Later(Stream stream)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            await Task.Yield();
            return a;
        }

        IEnumerable<int[]> Pages()
        {
            while (true)
            {
                yield return ArrayPool<int>.Shared.Rent(8);
            }
        }
        """));

    [Fact]
    public Task ToAField() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[] _buffer = ArrayPool<byte>.Shared.Rent(8);
            static byte[]? s_cached;
            readonly IMemoryOwner<byte> _owner;
            ArraySegment<byte> _segment;

            C()
            {
                _owner = {|BUF2006:MemoryPool<byte>.Shared.Rent(8)|};
                _segment = new ArraySegment<byte>(ArrayPool<byte>.Shared.Rent(8), 0, 4);
            }

            byte[] Property { get; set; } = ArrayPool<byte>.Shared.Rent(8);

            void Stored()
            {
                var a = ArrayPool<byte>.Shared.Rent(16);
                _buffer = a;
            }

            void StoredOnce(int n) => s_cached ??= ArrayPool<byte>.Shared.Rent(n);

            void OfAnother(C other) => other.Property = ArrayPool<byte>.Shared.Rent(8);

            void Exchanged()
            {
                var a = ArrayPool<byte>.Shared.Rent(16);
                var old = Interlocked.Exchange(ref _buffer, a);
                ArrayPool<byte>.Shared.Return(old);
            }

            void KeptLocally()
            {
                var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(16)|};
                a.CopyTo(_buffer, 0);
            }
        }
        """));

    [Fact]
    public Task ToAConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Owner : IDisposable
        {
            readonly byte[] _array;

            public Owner(byte[] array) => _array = array;

            public void Dispose() => {|BUF2005:ArrayPool<byte>.Shared.Return(_array)|};
        }

        sealed class Reader
        {
            readonly int _first;

            public Reader(byte[] array) => _first = array[0];

            public int First => _first;
        }

        class C
        {
            Owner Returned() => new Owner(ArrayPool<byte>.Shared.Rent(8));

            void Disposed()
            {
                using var owner = new Owner(ArrayPool<byte>.Shared.Rent(8));
            }

            int OnlyRead()
            {
                var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
                return new Reader(a).First;
            }
        }
        """));

    [Fact]
    public Task OutOfATry() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                return a;
            }
            finally
            {
                Console.WriteLine();
            }
        }

        byte[]? UnderAnotherName(Stream stream)
        {
            byte[]? a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                stream.ReadExactly(a);
                var result = a;
                a = null;
                return result;
            }
            finally
            {
                if (a != null)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }
        """));

    [Fact]
    public Task SwappedNames() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = ArrayPool<int>.Shared.Rent(8);
            (a, b) = (b, a);
            ArrayPool<int>.Shared.Return(b);
            ArrayPool<int>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task ToAConstructorThatCallsAnother() => Verify.VerifyAnalyzerAsync(Types("""
        readonly struct Page
        {
            private readonly object? _start;
            private readonly int _count;

            public Page(int[] items) : this(items, items?.Length ?? 0)
            {
            }

            public Page(int[]? items, int count)
            {
                _start = items;
                _count = count;
            }

            public Page(int count, int[] borrowed) : this(null, borrowed?.Length ?? count)
            {
            }
        }

        class C
        {
            Page Current { get; set; }

            void Kept() => Current = new Page(ArrayPool<int>.Shared.Rent(8));

            Page Returned()
            {
                var items = ArrayPool<int>.Shared.Rent(8);
                return new Page(items);
            }

            void Forgotten() => Current = new Page(8, {|BUF2006:ArrayPool<int>.Shared.Rent(8)|});
        }
        """));

    // A factory or a conversion puts it into what it makes: whoever keeps that has the array.
    [Fact]
    public Task ToAnObjectMadeByAMethod() => Verify.VerifyAnalyzerAsync(Types("""
        class Chunk<T>
        {
            public T[] Items { get; private set; }

            public int Count { get; set; }

            public static Chunk<T> Over(T[] items) => new() { Items = items };

            public static implicit operator Chunk<T>(T[] items) => new() { Items = items };

            public static int Length(T[] items) => items.Length;
        }

        class C
        {
            private Chunk<int> _made;

            public Chunk<int> Converted { get; private set; }

            void Grow(int size)
            {
                var made = Chunk<int>.Over(ArrayPool<int>.Shared.Rent(size));
                _made = made;
                var converted = (Chunk<int>)ArrayPool<int>.Shared.Rent(size);
                Converted = converted;
            }

            int OnlyAsked(int size)
            {
                var items = {|BUF2006:ArrayPool<int>.Shared.Rent(size)|};
                return Chunk<int>.Length(items);
            }
        }
        """));

    [Fact]
    public Task AsATypeThatIsMissing() => Verify.VerifyAnalyzerAsync(Members("""
        {|CS0246:Chunk<int>|} Items { get; set; }

        void Grow(int size)
        {
            var items = ({|CS0246:Chunk<int>|})ArrayPool<int>.Shared.Rent(size);
            Items = items;
        }
        """));
}
