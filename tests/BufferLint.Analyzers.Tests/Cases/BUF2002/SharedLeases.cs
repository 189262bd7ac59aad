// One lease that two objects were made with, each of which releases it when it is ended. What decides otherwise stays silent:
// a flag, a count, a copy, an object that went nowhere, ways that exclude each other.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class SharedLeases
{
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
    public Task ToldLater() => Verify.VerifyAnalyzerAsync(LeaseSource.Types("""
        sealed class Holder : IDisposable
        {
            private byte[]? _array;

            public byte[]? Array
            {
                get => _array;
                set => _array = value;
            }

            public void Attach(byte[] array) => _array = array;

            public int Measure(byte[] array) => array.Length;

            public void Dispose()
            {
                if (_array != null)
                {
                    ArrayPool<byte>.Shared.Return(_array);
                    _array = null;
                }
            }
        }

        static class C
        {
            static (Holder, Holder) ByMethod()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var first = new Holder();
                var second = new Holder();
                first.Attach(whole);
                {|BUF2002:second.Attach(whole)|};
                return (first, second);
            }

            static (Holder, Holder) ByProperty()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var first = new Holder();
                var second = new Holder();
                first.Array = whole;
                {|BUF2002:second.Array = whole|};
                return (first, second);
            }

            static (Holder, Holder) InInitialisers()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                return (new Holder { Array = whole }, {|BUF2002:new Holder { Array = whole }|});
            }

            static (Holder, Holder) OnlyAsked()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var first = new Holder();
                var second = new Holder();
                first.Measure(whole);
                second.Attach(whole);
                return (first, second);
            }

            static Holder ToldTwice()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var holder = new Holder();
                holder.Attach(whole);
                holder.Attach(whole);
                return holder;
            }

            static (Holder, Holder) TakenAway()
            {
                var whole = ArrayPool<byte>.Shared.Rent(64);
                var first = new Holder { Array = whole };
                first.Array = null;
                return (first, new Holder { Array = whole });
            }
        }
        """));

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

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(LeaseSource.Types($"{AdopterSource.Owners}class C\n{{\n{members}\n}}\n"));
}
