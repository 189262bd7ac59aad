// Pools written by hand: known by a member that gives out what it took off a private collection, or makes a new one.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class OwnPools
{
    [Fact]
    public Task Stacks() => Verify.VerifyAnalyzerAsync(Types("""
        class Pages
        {
            readonly Stack<byte[]> _free = new();

            public byte[] Get() => _free.Count > 0 ? _free.Pop() : new byte[8];

            public void Put(byte[] page)
            {
                if (page.Length == 8)
                {
                    _free.Push(page);
                }
            }
        }

        class C
        {
            readonly Pages _pages = new();

            void UsedAfter()
            {
                var a = _pages.Get();
                _pages.Put(a);
                {|BUF2001:a[0] = 1|};
            }

            byte SpanUsedAfter()
            {
                var a = _pages.Get();
                var span = a.AsSpan();
                _pages.Put(a);
                return {|BUF2001:span[0]|};
            }

            void Twice()
            {
                var a = _pages.Get();
                _pages.Put(a);
                {|BUF2002:_pages.Put(a)|};
            }

            void UsedBefore()
            {
                var a = _pages.Get();
                a[0] = 1;
                _pages.Put(a);
            }

            void NeverPutBack()
            {
                var a = _pages.Get();
                a[0] = 1;
            }

            void TakenAgain()
            {
                var a = _pages.Get();
                _pages.Put(a);
                a = _pages.Get();
                a[0] = 1;
                _pages.Put(a);
            }
        }
        """));

    [Fact]
    public Task ListsAskedFirst() => Verify.VerifyAnalyzerAsync(Types("""
        class Pages
        {
            private readonly List<byte[]> _free = new();

            public byte[] Get(int size)
            {
                lock (_free)
                {
                    if (_free.Count > 0)
                    {
                        var last = _free[_free.Count - 1];
                        _free.RemoveAt(_free.Count - 1);
                        return last;
                    }
                }

                return new byte[size];
            }

            public void Put(byte[] page)
            {
                if (!_free.Contains(page))
                {
                    _free.Add(page);
                }
            }
        }

        class C
        {
            void UsedAfter(Pages pages)
            {
                var a = pages.Get(8);
                pages.Put(a);
                {|BUF2001:a[0] = 1|};
            }

            void Twice(Pages pages)
            {
                var a = pages.Get(8);
                pages.Put(a);
                pages.Put(a);
            }
        }
        """));

    [Fact]
    public Task ArraysAndBags() => Verify.VerifyAnalyzerAsync(Types("""
        static class Slots
        {
            static readonly byte[]?[] _free = new byte[4][];
            static int _count;

            public static byte[] Take()
            {
                if (_count == 0)
                {
                    return new byte[8];
                }

                var taken = _free[--_count]!;
                _free[_count] = null;
                return taken;
            }

            public static void Give(byte[] array)
            {
                if (_count < _free.Length)
                {
                    _free[_count++] = array;
                }
            }
        }

        class Bag
        {
            readonly ConcurrentBag<IMemoryOwner<byte>> _free = new();

            public IMemoryOwner<byte> Take() => _free.TryTake(out var owner) ? owner : MemoryPool<byte>.Shared.Rent(8);

            public void Give(IMemoryOwner<byte> owner) => _free.Add(owner);
        }

        class C
        {
            void OfAnArray()
            {
                var a = Slots.Take();
                Slots.Give(a);
                {|BUF2001:a[0] = 1|};
            }

            void OfABag(Bag bag)
            {
                var owner = bag.Take();
                bag.Give(owner);
                {|BUF2001:owner.Memory|}.Span[0] = 1;
            }
        }
        """));

    // What goes into a queue of work, a history or a cache is handed over, and may well be read on.
    [Fact]
    public Task NoPools() => Verify.VerifyAnalyzerAsync(Types("""
        class Work
        {
            readonly Queue<byte[]> _queue = new();

            public byte[]? Take() => _queue.TryDequeue(out var next) ? next : null;

            public void Put(byte[] item) => _queue.Enqueue(item);
        }

        class History
        {
            readonly List<byte[]> _all = new();

            public byte[] Last() => _all.Count > 0 ? _all[_all.Count - 1] : new byte[0];

            public void Put(byte[] item) => _all.Add(item);
        }

        class Cache
        {
            readonly byte[]?[] _all = new byte[4][];

            public byte[] Of(int index) => _all[index] ?? (_all[index] = new byte[8]);

            public void Put(int index, byte[] item) => _all[index] = item;
        }

        class Choice
        {
            readonly Stack<byte[]> _free = new();

            public byte[] Get() => _free.Count > 0 ? _free.Pop() : new byte[8];

            public void Put(byte[] page, bool reuse)
            {
                if (reuse)
                {
                    _free.Push(page);
                }
            }
        }

        class C
        {
            void Items(Work work, History history, Cache cache, byte[] a)
            {
                work.Put(a);
                history.Put(a);
                cache.Put(0, a);
                a[0] = 1;
            }

            void NotReturned(Work work)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                work.Put(a);
            }

            void Kept(Choice choice, byte[] a)
            {
                choice.Put(a, false);
                a[0] = 1;
            }
        }
        """));

    // Objects that hold references only: what becomes of them, a table or an annotation knows.
    [Fact]
    public Task PoolsOfObjects() => Verify.VerifyAnalyzerAsync(Types("""
        class Builders
        {
            readonly Stack<StringBuilder> _free = new();

            public StringBuilder Get() => _free.Count > 0 ? _free.Pop() : new StringBuilder();

            public void Put(StringBuilder builder) => _free.Push(builder);
        }

        class C
        {
            string M(Builders builders)
            {
                var builder = builders.Get();
                builders.Put(builder);
                return builder.ToString();
            }
        }
        """));
}
