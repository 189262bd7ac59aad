// BUF1003: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1003;

public class Silent
{
    [Fact]
    public Task FactoryCalledBeforeTheEntryIsReferred() => Verify.VerifyAnalyzerAsync(Members("""
        public int GetOrAdd(string key, Func<string, int> make)
        {
            if (_map.TryGetValue(key, out var known))
            {
                return known;
            }

            var made = make(key);
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_map, key, out _);
            value = made;
            return value;
        }
        """));

    [Fact]
    public Task ViewTakenAgainAfterTheCall() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Action<int> visit)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            visit(first);
            first = ref CollectionsMarshal.AsSpan(_items)[0];
            first++;
        }
        """));

    [Fact]
    public Task LastUseIsBeforeTheCallOrItsArgument() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Action<int> visit)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            first++;
            visit(first);
        }
        """));

    [Fact]
    public Task OnlyTheLengthIsAskedAfterwards() => Verify.VerifyAnalyzerAsync(Members("""
        public int Visit(Action<int> visit)
        {
            var span = CollectionsMarshal.AsSpan(_items);
            visit(span[0]);
            return span.Length;
        }
        """));

    [Fact]
    public Task LambdaOfThisBodyThatChangesNothing() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(List<int> list)
        {
            var sum = 0;
            Action<int> add = item => sum += item;
            var span = CollectionsMarshal.AsSpan(list);
            add(span[0]);
            span[0] = sum;
        }
        """));

    [Fact]
    public Task ListMadeHere() => Verify.VerifyAnalyzerAsync(Members("""
        public int Visit(Action<int> visit)
        {
            var own = new List<int> { 1, 2 };
            var span = CollectionsMarshal.AsSpan(own);
            visit(span[0]);
            OnItem(1);
            return span[1];
        }
        """));

    [Fact]
    public Task ArrayParameterCannotBeResized() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(int[] items, Action<int> visit)
        {
            foreach (ref var item in items.AsSpan())
            {
                visit(item);
                item = 0;
            }
        }
        """));

    [Fact]
    public Task FieldThatNobodyChanges() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            readonly List<int> _items = new();
            readonly int[] _array = new int[4];
            int[] _cleared = new int[4];

            public Store(IEnumerable<int> items) => _items.AddRange(items);

            public void Reset() => _cleared = Array.Empty<int>();

            public void Visit(Action visit)
            {
                ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
                ref var second = ref _array[1];
                ref var third = ref _cleared[2];
                visit();
                first = second = third = 1;
            }
        }
        """));

    [Fact]
    public Task FieldThatOnlyPrivateCodeChanges() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            readonly List<int> _items = new();
            public Store() => Fill();
            public IReadOnlyList<int> Items => _items;
            public void Dispose() => _items.Clear();

            public void Visit(Action visit)
            {
                ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
                visit();
                first = 1;
            }

            void Fill() => _items.Add(1);
        }
        """));

    [Fact]
    public Task ChangesAreRefusedMeanwhile() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            readonly List<int> _items = new();
            bool _visiting;

            public void Add(int item)
            {
                if (_visiting)
                {
                    throw new InvalidOperationException();
                }

                _items.Add(item);
            }

            public void Visit(Action<int> visit)
            {
                _visiting = true;
                try
                {
                    foreach (var item in CollectionsMarshal.AsSpan(_items))
                    {
                        visit(item);
                    }
                }
                finally
                {
                    _visiting = false;
                }
            }
        }
        """));

    [Fact]
    public Task VersionIsComparedAfterwards() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            readonly List<int> _items = new();
            int _version;

            public void Add(int item)
            {
                _items.Add(item);
                _version++;
            }

            public void Visit(Action<int> visit)
            {
                var version = _version;
                foreach (var item in CollectionsMarshal.AsSpan(_items))
                {
                    visit(item);
                    if (version != _version)
                    {
                        throw new InvalidOperationException();
                    }
                }
            }
        }
        """));

    [Fact]
    public Task ArrayKeptInALocalAndOnlyRead() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Action<int> visit)
        {
            var array = _array;
            foreach (var item in array.AsSpan(0, _count))
            {
                visit(item);
            }
        }
        """));

    [Fact]
    public Task VirtualAndInterfaceCallsOnOthers() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(Store other, IList<string> names, TextWriter log)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            other.OnItem(1);
            names.Add("a");
            log.WriteLine();
            first = 1;
        }
        """));

    [Fact]
    public Task SealedTypesAndMembersAndBaseCalls() => Verify.VerifyAnalyzerAsync(Types("""
        class Base
        {
            protected readonly List<int> Items = new();
            protected virtual void OnItem() { }
            protected virtual void OnOther() { }
        }

        class Derived : Base
        {
            protected sealed override void OnItem() { }

            public void Visit()
            {
                ref var first = ref CollectionsMarshal.AsSpan(Items)[0];
                OnItem();
                base.OnOther();
                first = 1;
            }
        }

        sealed class Last : Base
        {
            public void Visit()
            {
                ref var first = ref CollectionsMarshal.AsSpan(Items)[0];
                OnItem();
                first = 1;
            }
        }
        """));

    [Fact]
    public Task PrivateTypesHaveKnownOverrides() => Verify.VerifyAnalyzerAsync(Types("""
        class Outer
        {
            class Inner
            {
                public readonly List<int> Items = new();
                protected virtual void OnItem() { }

                public void Visit()
                {
                    ref var first = ref CollectionsMarshal.AsSpan(Items)[0];
                    OnItem();
                    first = 1;
                }
            }
        }
        """));

    [Fact]
    public Task ComparersLoggersAndTheFramework() => Verify.VerifyAnalyzerAsync(Members("""
        public Action<string> Log;
        readonly IEqualityComparer<int> _comparer = EqualityComparer<int>.Default;
        public virtual bool Equals(Store other) => false;

        public void Visit(Comparison<int> order, Func<int, int, int> compareItems)
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            Log("visit");
            order(first, 1);
            compareItems(first, 2);
            _comparer.Equals(first, 2);
            Equals(this);
            ToString();
            GetHashCode();
            CollectionsMarshal.AsSpan(_items).Sort(order);
            first = 1;
        }
        """));

    [Fact]
    public Task ParameterListIsOutOfAnOverridesReach() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(List<int> list)
        {
            ref var first = ref CollectionsMarshal.AsSpan(list)[0];
            OnItem(1);
            first = 1;
        }
        """));

    [Fact]
    public Task PrivateConstantDelegate() => Verify.VerifyAnalyzerAsync(Members("""
        static readonly Func<int, int> Double = item => 2 * item;

        public void Visit()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            first = Double(first);
        }
        """));

    [Fact]
    public Task CallThatBreaksTheViewItself() => Verify.VerifyAnalyzerAsync(Members("""
        public void Visit(List<int> list, Predicate<int> match)
        {
            ref var first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.RemoveAll(match)|};
            first = 1;
        }
        """));

    // A segment in a read-only field is over the same array for good; in one that is given a larger one it is not.
    [Theory]
    [InlineData("readonly ", "", "At(index)")]
    [InlineData("", "public void Reset(int size) => _bytes = new ArraySegment<byte>(new byte[size]);", "{|BUF1003:At(index)|}")]
    public Task SegmentKeptForGood(string isReadOnly, string reset, string call) => Verify.VerifyAnalyzerAsync(Types($$"""
        public abstract class Parts
        {
            protected {{isReadOnly}}ArraySegment<byte> _bytes;

            protected Parts(ArraySegment<byte> bytes) => _bytes = bytes;

            {{reset}}

            protected abstract int At(int index);

            public byte this[int index]
            {
                get
                {
                    var view = _bytes.AsSpan();
                    var at = {{call}};
                    return view[at];
                }
            }
        }
        """));

    // An element that is only assigned is no view that somebody took, though it is chosen before its value is computed.
    [Fact]
    public Task AssignedElements() => Verify.VerifyAnalyzerAsync(Types("""
        public class Texts
        {
            char[] _text = new char[8];

            public void Grow(int size) => Array.Resize(ref _text, size);

            public virtual char Next() => 'a';

            public void Fill(int count)
            {
                for (var i = 0; i < count; i++)
                {
                    _text[i] = Next();
                }
            }

            public void FillByReference()
            {
                ref var first = ref _text[0];
                var next = {|BUF1003:Next()|};
                first = next;
            }
        }
        """));
}
