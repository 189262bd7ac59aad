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
                _owner = MemoryPool<byte>.Shared.Rent(8);
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

            public void Dispose() => ArrayPool<byte>.Shared.Return(_array);
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
    public Task ToACollection() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<byte[]> _pages = new();

        void Added() => _pages.Add(ArrayPool<byte>.Shared.Rent(8));

        void OfALocal(Queue<byte[]> queue)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            queue.Enqueue(a);
        }

        void Element(byte[][] pages)
        {
            pages[0] = ArrayPool<byte>.Shared.Rent(8);
        }

        byte[][] LocalArray()
        {
            var pages = new byte[2][];
            pages[0] = ArrayPool<byte>.Shared.Rent(8);
            pages[1] = ArrayPool<byte>.Shared.Rent(8);
            return pages;
        }

        void InALocalList(int n)
        {
            var pages = new List<byte[]>();
            for (var i = 0; i < n; i++)
            {
                pages.Add(ArrayPool<byte>.Shared.Rent(8));
            }

            foreach (var page in pages)
            {
                ArrayPool<byte>.Shared.Return(page);
            }
        }
        """));

    [Fact]
    public Task ToAMethodThatReturnsIt() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[] array) => ArrayPool<byte>.Shared.Return(array);

        static void Look(byte[] array) => Console.WriteLine(array[0]);

        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
        }

        void OnlyLookedAt()
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            Look(a);
        }
        """));

    [Fact]
    public Task ToAMethodThatMayReturnIt() => Verify.VerifyAnalyzerAsync(Members("""
        static void Release(byte[]? array)
        {
            if (array is { Length: > 0 })
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        static void Release(byte[] array, bool pooled)
        {
            if (pooled)
            {
                ArrayPool<byte>.Shared.Return(array);
            }
        }

        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release(a);
        }

        void WithAFlag(int n)
        {
            var pooled = n > 256;
            var a = pooled ? ArrayPool<byte>.Shared.Rent(n) : new byte[n];
            Release(a, pooled);
        }
        """));

    [Fact]
    public Task ToUnknownCode() => Verify.VerifyAnalyzerAsync(Types("""
        abstract class Sink
        {
            public abstract void Take(byte[] array);
        }

        class C
        {
            void M(Sink sink)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                sink.Take(a);
            }

            void Delegate(Action<byte[]> take)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                take(a);
            }

            void Owner(Action<IMemoryOwner<byte>> take) => take(MemoryPool<byte>.Shared.Rent(8));
        }
        """));

    [Fact]
    public Task ToAClosure() => Verify.VerifyAnalyzerAsync(Members("""
        Action M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return () => ArrayPool<byte>.Shared.Return(a);
        }

        void Later(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _ = Task.Run(async () =>
            {
                await stream.ReadExactlyAsync(a);
                ArrayPool<byte>.Shared.Return(a);
            });
        }

        void InALocalFunction()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            a[0] = 1;
            Release();

            void Release() => ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task ToTheFramework() => Verify.VerifyAnalyzerAsync(Members("""
        void OnlyBorrowed(Stream stream)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            stream.ReadExactly(a);
            Array.Clear(a);
            Console.WriteLine(Encoding.UTF8.GetString(a, 0, 8));
        }

        Stream InAStream()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return new MemoryStream(a);
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
    public Task ByAMethodThatTries() => Verify.VerifyAnalyzerAsync(Members("""
        static bool TryRent(int n, out byte[]? array)
        {
            array = n > 0 ? ArrayPool<byte>.Shared.Rent(n) : null;
            return array != null;
        }

        void M()
        {
            if (TryRent(3, out var a))
            {
                a![0] = 1;
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task ToADelegateThatIsKept() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<Action> later)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            later.Add(() => ArrayPool<byte>.Shared.Return(a));
            a[0] = 1;
        }

        void Registered(CancellationToken token)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            token.Register(() => ArrayPool<byte>.Shared.Return(a));
            a[0] = 1;
        }

        Task Continued(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return stream.WriteAsync(a, 0, 8).ContinueWith(_ => ArrayPool<byte>.Shared.Return(a));
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
}
