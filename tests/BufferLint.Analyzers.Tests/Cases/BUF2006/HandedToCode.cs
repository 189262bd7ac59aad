// Leases that are given to methods, delegates and collections, which answer for them or do not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class HandedToCode
{
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
    public Task AsAnElement() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            readonly List<ArraySegment<int>> _parts = new();

            void Listed(int n)
            {
                for (var i = 0; i < n; i++)
                {
                    _parts.Add(new ArraySegment<int>(ArrayPool<int>.Shared.Rent(n), 0, n));
                }

                foreach (var part in _parts)
                {
                    ArrayPool<int>.Shared.Return(part.Array!);
                }
            }

            static void Queued(ConcurrentQueue<ReadOnlyMemory<int>> queue, int n)
            {
                var a = ArrayPool<int>.Shared.Rent(n);
                queue.Enqueue(a.AsMemory(0, n));
            }

            static async Task Borrowed(Stream stream, int n)
            {
                var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(n)|};
                await stream.WriteAsync(a.AsMemory(0, n));
            }
        }
        """));

    [Fact]
    public Task ToAMethodThatReplacesAField() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            byte[] _bytes = Array.Empty<byte>();
            byte _last;

            void Grow()
            {
                var bigger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
                _bytes.CopyTo(bigger, 0);
                Return(replaceWith: bigger);
                _bytes[0] = 1;
            }

            void Forget()
            {
                var bigger = {|BUF2006:ArrayPool<byte>.Shared.Rent(2 * _bytes.Length)|};
                Return(null, bigger);
            }

            void Return(byte[]? replaceWith = null, byte[]? last = null)
            {
                if (_bytes.Length > 0)
                {
                    try
                    {
                        ArrayPool<byte>.Shared.Return(_bytes);
                    }
                    catch (ArgumentException)
                    {
                    }
                }

                if (replaceWith is not null)
                {
                    _bytes = replaceWith;
                }

                _last = last is null ? (byte)0 : last[0];
            }
        }
        """));
}
