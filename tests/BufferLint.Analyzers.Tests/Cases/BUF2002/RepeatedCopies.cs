// A struct that owns what it rents is copied twice into what others get, or into two objects that release it. One copy, a
// copy that is taken out again, ways that exclude each other stay silent.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class RepeatedCopies
{
    [Fact]
    public Task Returned() => VerifyAsync("""
        (Lease, Lease) Pair(int n)
        {
            var a = Rent(n);
            return {|BUF2002:(a, a)|};
        }

        (Lease, Lease) Named(int n)
        {
            var a = Rent(n);
            var b = a;
            var pair = {|BUF2002:(a, b)|};
            return pair;
        }

        Lease[] Array(int n)
        {
            var a = Rent(n);
            return new[] { a, {|BUF2002:a|} };
        }

        List<Lease> Listed(int n)
        {
            var a = Rent(n);
            return new List<Lease> { a, {|BUF2002:a|} };
        }

        List<Lease> Expression(int n)
        {
            var a = Rent(n);
            return [a, {|BUF2002:a|}];
        }

        List<Lease> Added(int n)
        {
            var all = new List<Lease>();
            var a = Rent(n);
            all.Add(a);
            {|BUF2002:all.Add(a)|};
            return all;
        }

        (Lease, Lease) Two(int n) => (Rent(n), Rent(n));

        (Lease, Lease) WithNothing(int n)
        {
            var a = Rent(n);
            return (a, default);
        }

        (Lease, int) WithItsLength(int n)
        {
            var a = Rent(n);
            return (a, a.Span.Length);
        }

        Lease OneOfTwo(int n)
        {
            var a = Rent(n);
            var pair = (a, a);
            return pair.Item1;
        }

        Lease Once(int n)
        {
            var a = Rent(n);
            return a;
        }
        """);

    [Fact]
    public Task Stored() => VerifyAsync("""
        readonly List<Lease> _list = new();
        readonly Lease[] _array = new Lease[4];
        readonly Dictionary<int, Lease> _byKey = new();
        readonly HashSet<Lease> _set = new();

        void Twice(int n)
        {
            var a = Rent(n);
            _list.Add(a);
            {|BUF2002:_list.Add(a)|};
        }

        void GivenByTheCaller(Lease a)
        {
            _list.Add(a);
            {|BUF2002:_list.Insert(0, a)|};
        }

        void InALoop(int n)
        {
            var a = Rent(n);
            for (var i = 0; i < n; i++)
            {
                {|BUF2002:_list.Add(a)|};
            }
        }

        void Elements(int n)
        {
            var a = Rent(n);
            _array[0] = a;
            {|BUF2002:_array[1] = a|};
        }

        void Keys(int n)
        {
            var a = Rent(n);
            _byKey.Add(1, a);
            {|BUF2002:_byKey.Add(2, a)|};
        }

        void EachItsOwn(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var a = Rent(n);
                _list.Add(a);
            }
        }

        void Renewed(int n)
        {
            var a = Rent(n);
            _list.Add(a);
            a = Rent(n);
            _list.Add(a);
        }

        void InTurn(int n)
        {
            var a = Rent(n);
            while (true)
            {
                _list.Add(a);
                if (n > 3)
                {
                    return;
                }

                a = Rent(n);
            }
        }

        void OneOfThem(int n, bool first)
        {
            var a = Rent(n);
            if (first)
            {
                _list.Add(a);
            }
            else
            {
                _list.Add(a);
            }
        }

        void FirstFound(int n, int[] numbers)
        {
            var a = Rent(n);
            foreach (var number in numbers)
            {
                if (number > n)
                {
                    _list.Add(a);
                    break;
                }
            }
        }

        void TakenOut(int n)
        {
            var a = Rent(n);
            _list.Add(a);
            _list.Remove(a);
            _list.Add(a);
        }

        void Emptied(int n)
        {
            var a = Rent(n);
            _list.Add(a);
            _list.Clear();
            _list.Add(a);
        }

        void Moved(int n)
        {
            var a = Rent(n);
            _array[0] = a;
            _array[0] = default;
            _array[1] = a;
        }

        void MovedUp()
        {
            for (var i = 1; i < 4; i++)
            {
                _array[i - 1] = _array[i];
            }

            _array[3] = default;
        }

        void Swapped() => (_array[0], _array[1]) = (_array[1], _array[0]);

        void SwappedByHand()
        {
            var first = _array[0];
            _array[0] = _array[1];
            _array[1] = first;
        }

        void InASet(int n)
        {
            var a = Rent(n);
            _set.Add(a);
            _set.Add(a);
        }

        void OnlyLocal(int n)
        {
            var a = Rent(n);
            var both = new List<Lease>();
            both.Add(a);
            both.Add(a);
            both[0].Span.Clear();
            a.Dispose();
        }
        """);

    [Fact]
    public Task OtherStructs() => VerifyAsync("""
        (Handle, Handle) Readonly(int n)
        {
            var a = new Handle(n);
            return {|BUF2002:(a, a)|};
        }

        (Counted, Counted) OfOneBox(int n)
        {
            var a = new Counted(n);
            return (a, a);
        }

        (Plain, Plain) OfTheCollector(int n)
        {
            var a = new Plain(n);
            return (a, a);
        }

        (Owner, Owner) OneObject(int n)
        {
            var a = new Owner(n);
            return (a, a);
        }

        ({|CS0246:Missing|}, {|CS0246:Missing|}) HalfTyped(int n)
        {
            var a = new {|CS0246:Missing|}(n);
            return (a, a);
        }
        """);

    [Fact]
    public Task GivenToObjects() => VerifyAsync("""
        readonly List<Wrapper> _all = new();

        (Wrapper, Wrapper) Pair(int n)
        {
            var a = Rent(n);
            return (new Wrapper(a), {|BUF2002:new Wrapper(a)|});
        }

        void Added(int n)
        {
            var a = new Lease(n);
            _all.Add(new Wrapper(a));
            _all.Add({|BUF2002:new Wrapper(a)|});
        }

        (Wrapper, Borrower) OnlyOneReleases(int n)
        {
            var a = Rent(n);
            return (new Wrapper(a), new Borrower(a));
        }

        (Wrapper, Wrapper) EachItsOwn(int n) => (new Wrapper(Rent(n)), new Wrapper(Rent(n)));

        Wrapper Other(int n)
        {
            var a = Rent(n);
            if (n > 3)
            {
                return new Wrapper(a);
            }

            return new Wrapper(a);
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(CopySource.Members(members));
}
