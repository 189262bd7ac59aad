// BUF1003: what must be reported. Each case has a near miss in Silent.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1003;

public class Reported
{
    [Fact]
    public Task FactoryCalledWhileTheNewEntryIsReferred() => Verify.VerifyAnalyzerAsync(Members("""
        public int GetOrAdd(string key, Func<string, int> make)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_map, key, out var exists);
            if (!exists)
            {
                value = {|BUF1003:make(key)|};
            }

            return value;
        }
        """));

    [Fact]
    public Task EventRaisedInALoopOverASpan() => Verify.VerifyAnalyzerAsync(Members("""
        public void Raise()
        {
            foreach (var item in CollectionsMarshal.AsSpan(_items))
            {
                {|BUF1003:Changed?.Invoke(item)|};
            }
        }
        """));

    [Fact]
    public Task EventKeptInALocalFirst() => Verify.VerifyAnalyzerAsync(Members("""
        public void Raise()
        {
            var span = CollectionsMarshal.AsSpan(_items);
            var changed = Changed;
            if (changed != null)
            {
                {|BUF1003:changed(span[0])|};
            }

            span[0] = 0;
        }
        """));

    [Fact]
    public Task DelegateParameterWhileAListIsViewed() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Action<int> visit)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            {|BUF1003:visit(first)|};
            first++;
        }
        """));

    [Fact]
    public Task DelegateFieldWhileAListIsViewed() => Verify.VerifyAnalyzerAsync(Members("""
        public Action Visited;

        public void Visit()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            {|BUF1003:this.Visited()|};
            first++;
        }
        """));

    [Fact]
    public Task DelegatePropertyOfAnotherObject() => Verify.VerifyAnalyzerAsync(Types("""
        class Options { public Action<int> OnItem { get; set; } }

        class Store
        {
            readonly List<int> _items = new();
            public void Add(int item) => _items.Add(item);

            public void Visit(Options options)
            {
                foreach (ref var item in CollectionsMarshal.AsSpan(_items))
                {
                    {|BUF1003:options.OnItem.Invoke(item)|};
                    item = 0;
                }
            }
        }
        """));

    [Fact]
    public Task OverridableMethodOfTheSameObject() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit()
        {
            var span = CollectionsMarshal.AsSpan(_items);
            {|BUF1003:OnItem(span[0])|};
            span[0] = 1;
        }
        """));

    [Fact]
    public Task OverridablePropertyAndIndexer() => Verify.VerifyAnalyzerAsync(Members("""
        protected virtual int Default => 0;
        protected virtual int this[int index] { get => 0; set { } }

        public void Visit()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            var value = {|BUF1003:Default|};
            first = value;
        }

        public void Set()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            {|BUF1003:this[2] = 1|};
            first = 2;
        }
        """));

    [Fact]
    public Task AbstractMethodOfTheSameObject() => Verify.VerifyAnalyzerAsync(Types("""
        abstract class Store
        {
            protected readonly List<int> Items = new();
            protected abstract void Visit(int item);

            public void VisitAll()
            {
                foreach (ref var item in CollectionsMarshal.AsSpan(Items))
                {
                    {|BUF1003:Visit(item)|};
                    item = 0;
                }
            }
        }
        """));

    [Fact]
    public Task ListParameterAndDelegateParameter() => Verify.VerifyAnalyzerAsync(Types("""
        static class Extensions
        {
            public static void ForEach(this List<int> list, Action<int> action)
            {
                foreach (var item in CollectionsMarshal.AsSpan(list))
                {
                    {|BUF1003:action(item)|};
                }
            }
        }
        """));

    [Fact]
    public Task ArrayFieldThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Func<int, int> change)
        {
            ref var last = ref _array[_count - 1];
            last = {|BUF1003:change(last)|};
        }

        public void VisitAll(Action<int> visit)
        {
            foreach (var item in _array.AsSpan(0, _count))
            {
                {|BUF1003:visit(item)|};
            }
        }
        """));

    [Fact]
    public Task ArrayFieldThatBecomesASpanSilently() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Func<int, int> change)
        {
            Span<int> span = _array;
            span[0] = {|BUF1003:change(span[0])|};
        }
        """));

    [Fact]
    public Task DelegateOfAPrimaryConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        class Store(Action visited)
        {
            readonly List<int> _items = new();
            public void Add(int item) => _items.Add(item);

            public void Visit()
            {
                ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
                {|BUF1003:visited()|};
                first = 1;
            }
        }
        """));

    [Fact]
    public Task OverridableMemberOfABase() => Verify.VerifyAnalyzerAsync(Types("""
        class Base
        {
            protected virtual void OnItem() { }
        }

        class Store : Base
        {
            readonly Dictionary<string, int> _map = new();
            public int this[string key] { set => _map[key] = value; }

            public void Visit()
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(_map, "a");
                {|BUF1003:OnItem()|};
                value = 1;
            }
        }
        """));

    [Fact]
    public Task WithinALambda() => Verify.VerifyAnalyzerAsync(Members("""
        public Action Later(Action<int> visit) => () =>
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            {|BUF1003:visit(first)|};
            first = 1;
        };
        """));

    [Fact]
    public Task GrownByAPrivateMethod() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            int[] _array = new int[4];

            public void Ensure(int size)
            {
                if (size > _array.Length)
                {
                    Grow(size);
                }
            }

            public void Visit(Action visit)
            {
                ref var first = ref _array[0];
                {|BUF1003:visit()|};
                first = 1;
            }

            void Grow(int size)
            {
                var larger = new int[size];
                _array.CopyTo(larger, 0);
                _array = larger;
            }
        }
        """));

    [Fact]
    public Task ListHandedOut() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            readonly List<int> _items = new();
            public List<int> Items => _items;

            public void Visit(Action visit)
            {
                ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
                {|BUF1003:visit()|};
                first = 1;
            }
        }
        """));

    [Fact]
    public Task DelegateGivenToTheFramework() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(List<int> others, Action<int> visit)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            {|BUF1003:others.ForEach(visit)|};
            OnItem(0);
            first = 1;
        }
        """));

    [Fact]
    public Task MessageNamesThreePlaces()
    {
        var source = """
            using System;
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class Store
            {
                readonly List<int> _prices = new();

                public void Add(int price) => _prices.Add(price);

                public void Round(Func<int, int> round)
                {
                    ref var first = ref {|#1:CollectionsMarshal.AsSpan(_prices)|}[0];
                    {|#2:first = {|#0:round(first)|}|};
                }
            }
            """;
        var expected = Verify.Diagnostic("BUF1003").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'round(first)' calls code that may resize '_prices' while its view 'first' is still in use: (1) taken at line 13, (2) called at line 14, (3) used at line 14");
        return Verify.VerifyAnalyzerAsync(source, expected);
    }
}
