// One lease that two objects were made with, each of which releases it when it is ended. What decides otherwise stays silent:
// a flag, a count, a copy, an object that went nowhere, ways that exclude each other.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class SharedLeases
{
    private const string Owners = """
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

    [Fact]
    public Task Returned() => VerifyAsync("""
        (Half, Half) Pair()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Half(whole, 0), {|BUF2002:new Half(whole, 32)|});
        }

        Half[] Array()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return new[] { new Half(whole, 0), {|BUF2002:new Half(whole, 32)|} };
        }

        List<Half> Listed()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return new List<Half> { new Half(whole, 0), {|BUF2002:new Half(whole, 32)|} };
        }

        IEnumerable<Half> Yielded()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            for (var i = 0; i < 2; i++)
            {
                yield return {|BUF2002:new Half(whole, i)|};
            }
        }

        Half OneOfEach(bool first)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            if (first)
            {
                return new Half(whole, 0);
            }

            return new Half(whole, 32);
        }

        (Half, Half) TwoArrays()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            var first = new Half(whole, 0);
            whole = ArrayPool<byte>.Shared.Rent(64);
            return (first, new Half(whole, 0));
        }

        (Half, Half) OfTheCollector()
        {
            var whole = new byte[64];
            return (new Half(whole, 0), new Half(whole, 32));
        }
        """);

    [Fact]
    public Task Stored() => VerifyAsync("""
        private readonly List<Half> _list = new();
        private readonly Dictionary<int, Half> _map = new();
        private Half? _first;
        private Half? _second;

        void Fields()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _first = new Half(whole, 0);
            _second = {|BUF2002:new Half(whole, 32)|};
        }

        void Added()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            var first = new Half(whole, 0);
            var second = {|BUF2002:new Half(whole, 32)|};
            _list.Add(first);
            _list.Add(second);
        }

        void EachTurn()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            for (var i = 0; i < 4; i++)
            {
                _list.Add({|BUF2002:new Half(whole, i * 16)|});
            }
        }

        void UnderKeys(int[] keys)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            foreach (var key in keys)
            {
                _map[key] = {|BUF2002:new Half(whole, key)|};
            }
        }

        void RentedEachTurn()
        {
            for (var i = 0; i < 4; i++)
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                _list.Add(new Half(whole, 0));
            }
        }

        void OneField()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _first = new Half(whole, 0);
            _first = new Half(whole, 32);
        }

        void OneFieldEachTurn()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            for (var i = 0; i < 4; i++)
            {
                _first = new Half(whole, i);
            }
        }

        void OnceAtMost()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            for (var i = 0; i < 4; i++)
            {
                _first ??= new Half(whole, i);
            }
        }

        void OneTurn(int[] keys)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            foreach (var key in keys)
            {
                if (key == 0)
                {
                    _list.Add(new Half(whole, key));
                }
            }
        }

        void FirstTurn(int[] keys)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            foreach (var key in keys)
            {
                _list.Add(new Half(whole, key));
                break;
            }
        }

        void OneOrTheOther(bool first)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            if (first)
            {
                _first = new Half(whole, 0);
            }

            Console.WriteLine(first);
            if (!first)
            {
                _second = new Half(whole, 32);
            }
        }

        void IfItIsNotThere()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            Interlocked.CompareExchange(ref _first, new Half(whole, 0), null);
            _second = new Half(whole, 32);
        }

        void IfItFails()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            if (!_map.TryAdd(1, new Half(whole, 0)))
            {
                _list.Add(new Half(whole, 32));
            }
        }
        """);

    [Fact]
    public Task WaysToBeMade() => VerifyAsync("""
        (Primary, Primary) Primaries()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Primary(whole), {|BUF2002:new Primary(whole)|});
        }

        (Given, Given) Initialised()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Given { Kept = whole }, {|BUF2002:new Given { Kept = whole }|});
        }

        (Given, Given) NotReleased()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Given { Array = whole }, new Given { Array = whole });
        }

        (Based, Based) ThroughBase()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Derived(whole), {|BUF2002:new Derived(whole)|});
        }

        (Lease, Lease) Structs()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Lease(whole), {|BUF2002:new Lease(whole)|});
        }

        (Half, Half) ByFactory()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (Half.Over(whole), {|BUF2002:Half.Over(whole)|});
        }

        (Half, Derived) OfTwoTypes()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Half(whole, 0), {|BUF2002:new Derived(whole)|});
        }

        (Half, ArraySegment<byte>) AndAView()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Half(whole, 0), new ArraySegment<byte>(whole, 0, 32));
        }
        """);

    [Fact]
    public Task DisposedInSight() => VerifyAsync("""
        void Both()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            using var first = new Half(whole, 0);
            using var second = {|BUF2002:new Half(whole, 32)|};
            Console.WriteLine(second.Start);
        }

        Half One()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            using var first = new Half(whole, 0);
            return {|BUF2002:new Half(whole, 32)|};
        }

        Half OnlyLookedAt()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            var probe = new Half(whole, 0);
            Console.WriteLine(probe.Start);
            return new Half(whole, 32);
        }
        """);

    [Fact]
    public Task WhoDecides() => VerifyAsync("""
        (Flagged, Flagged) BothOwn()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, owns: true), {|BUF2002:new Flagged(whole, owns: true)|});
        }

        (Flagged, Flagged) OneOwns()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, owns: true), new Flagged(whole));
        }

        (Flagged, Flagged) Either(bool first)
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Flagged(whole, first), new Flagged(whole, !first));
        }
        """);

    [Fact]
    public Task TakenBack() => VerifyAsync("""
        private Half? _half;
        private Half? _other;
        private Primary? _primary;
        private Primary? _another;

        void Detached()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _half = new Half(whole, 0);
            _half.Detach();
            _other = new Half(whole, 32);
        }

        void DetachedFromParameter()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            _primary = new Primary(whole);
            _primary.Detach();
            _another = new Primary(whole);
        }

        Half Retried()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            while (true)
            {
                try
                {
                    return new Half(whole, 0);
                }
                catch (InvalidOperationException)
                {
                }
            }
        }

        Half GivenBackOnFailure()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            try
            {
                return new Half(whole, 0);
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(whole);
                throw;
            }
        }
        """);

    [Fact]
    public Task OtherFamilies() => Verify.VerifyAnalyzerAsync(LeaseSource.Types("""
        sealed unsafe class Block : IDisposable
        {
            private void* _start;

            public Block(void* start) => _start = start;

            public void Dispose()
            {
                NativeMemory.Free(_start);
                _start = null;
            }
        }

        sealed class Pin : IDisposable
        {
            private GCHandle _handle;

            public Pin(GCHandle handle) => _handle = handle;

            public void Dispose()
            {
                if (_handle.IsAllocated)
                {
                    _handle.Free();
                }
            }
        }

        sealed class Wrapper : IDisposable
        {
            private readonly IMemoryOwner<byte> _owner;

            public Wrapper(IMemoryOwner<byte> owner) => _owner = owner;

            public void Dispose() => _owner.Dispose();
        }

        static class C
        {
            static unsafe (Block, Block) Blocks()
            {
                var start = NativeMemory.Alloc(64);
                return (new Block(start), {|BUF2002:new Block(start)|});
            }

            static (Pin, Pin) Pins(byte[] data)
            {
                var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
                return (new Pin(handle), {|BUF2002:new Pin(handle)|});
            }

            // The owner is disposed as often as one likes.
            static (Wrapper, Wrapper) Wrappers()
            {
                var owner = MemoryPool<byte>.Shared.Rent(64);
                return (new Wrapper(owner), new Wrapper(owner));
            }
        }
        """));

    [Fact]
    public Task WhoAnswersForIt() => Verify.VerifyAnalyzerAsync(LeaseSource.Types(Owners + """
        sealed class View
        {
            private readonly byte[] _array;

            public View(byte[] array) => _array = array;

            public int Length => _array.Length;
        }

        sealed class Copy : IDisposable
        {
            private byte[]? _array;

            public Copy(byte[] array)
            {
                _array = ArrayPool<byte>.Shared.Rent(array.Length);
                array.CopyTo(_array, 0);
            }

            public void Dispose()
            {
                var array = Interlocked.Exchange(ref _array, null);
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Counted : IDisposable
        {
            private readonly byte[] _array;
            private int _count = 1;

            public Counted(byte[] array) => _array = array;

            public void AddReference() => _count++;

            public void Dispose()
            {
                if (--_count == 0)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                }
            }
        }

        sealed class Shared : IDisposable
        {
            private static byte[]? s_array;

            public Shared(byte[] array) => s_array = array;

            public void Dispose()
            {
                var array = Interlocked.Exchange(ref s_array, null);
                if (array != null)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        sealed class Outer : IDisposable
        {
            private readonly Half _half;
            private byte[]? _array;

            public Outer(Half half, byte[] array)
            {
                _half = half;
                _array = array;
            }

            public int Start => _half.Start;

            public void Dispose()
            {
                if (_array != null)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                    _array = null;
                }
            }
        }

        class C
        {
            private Outer? _outer;

            (View, View) Views()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new View(whole), new View(whole));
            }

            (Copy, Copy) Copies()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var both = (new Copy(whole), new Copy(whole));
                ArrayPool<byte>.Shared.Return(whole);
                return both;
            }

            (Counted, Counted) References()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new Counted(whole), new Counted(whole));
            }

            (Shared, Shared) OnePlace()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new Shared(whole), new Shared(whole));
            }

            Outer Inner()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var half = new Half(whole, 0);
                return new Outer(half, whole);
            }

            void InnerKept()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var half = new Half(whole, 0);
                _outer = new Outer(half, whole);
            }
        }
        """));

    [Fact]
    public Task HalfTyped() => VerifyAsync("""
        object Nothing()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new Half(whole, {|CS0103:missing|}), new Half(whole, {|CS0103:missing|}));
        }

        object Unknown()
        {
            var whole = ArrayPool<byte>.Shared.Rent(64);
            return (new {|CS0246:Missing|}(whole), new {|CS0246:Missing|}(whole));
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(LeaseSource.Types($"{Owners}class C\n{{\n{members}\n}}\n"));
}
