// Owners reached by fields, properties and elements: the same path is the same object, another path another.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class OwnerPaths
{
    [Fact]
    public Task FieldGrowsUnderView() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        void M()
        {
            var view = CollectionsMarshal.AsSpan(_items);
            {|BUF1001:this._items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OtherFieldGrows() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();
        readonly List<int> _log = new();

        void M()
        {
            var view = CollectionsMarshal.AsSpan(this._items);
            this._log.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task FieldAndLocalAreTheSame() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        void M()
        {
            var items = _items;
            var view = CollectionsMarshal.AsSpan(items);
            {|BUF1001:_items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task FieldReplacedThenGrown() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> _items = new();

        void M()
        {
            var view = CollectionsMarshal.AsSpan(_items);
            _items = new List<int>();
            _items.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task StaticFieldGrows() => Verify.VerifyAnalyzerAsync(Members("""
        static readonly List<int> Items = new();

        static void M()
        {
            var view = CollectionsMarshal.AsSpan(Items);
            {|BUF1001:C.Items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task SameFieldOfOtherObject() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        void M(C other)
        {
            var view = CollectionsMarshal.AsSpan(_items);
            other._items.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task FieldOfSameObject() => Verify.VerifyAnalyzerAsync(Members("""
        public readonly List<int> Items = new();

        static void M(C other)
        {
            var same = other;
            var view = CollectionsMarshal.AsSpan(other.Items);
            {|BUF1001:same.Items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task NestedFieldPath() => Verify.VerifyAnalyzerAsync(Types("""
        class Store { public List<int> Items = new(), Log = new(); }

        class C
        {
            readonly Store _store = new();

            void Same()
            {
                var view = CollectionsMarshal.AsSpan(_store.Items);
                {|BUF1001:_store.Items.Add(1)|};
                view[0] = 2;
            }

            void Other()
            {
                var view = CollectionsMarshal.AsSpan(_store.Items);
                _store.Log.Add(1);
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task OwnerBehindAutomaticProperty() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> Items { get; } = new();

        void M()
        {
            var view = CollectionsMarshal.AsSpan(Items);
            {|BUF1001:Items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerBehindPropertyThatMakesOne() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> Items => new() { 1 };

        void M()
        {
            var view = CollectionsMarshal.AsSpan(Items);
            Items.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerBehindPropertyOfAField() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();
        List<int> Items => _items;

        void M()
        {
            var view = CollectionsMarshal.AsSpan(Items);
            {|BUF1001:Items.Add(1)|};
            view[0] = 2;
        }

        void N()
        {
            var view = CollectionsMarshal.AsSpan(_items);
            {|BUF1001:Items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ElementOfArrayOfLists() => Verify.VerifyAnalyzerAsync(Members("""
        void Same(List<int>[] lists)
        {
            var view = CollectionsMarshal.AsSpan(lists[0]);
            {|BUF1001:lists[0].Add(1)|};
            view[0] = 2;
        }

        void Other(List<int>[] lists)
        {
            var view = CollectionsMarshal.AsSpan(lists[0]);
            lists[1].Add(1);
            view[0] = 2;
        }

        void SameIndex(List<int>[] lists, int i)
        {
            var view = CollectionsMarshal.AsSpan(lists[i]);
            {|BUF1001:lists[i].Add(1)|};
            view[0] = 2;
        }

        void ChangedIndex(List<int>[] lists, int i)
        {
            var view = CollectionsMarshal.AsSpan(lists[i]);
            i++;
            lists[i].Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ElementOfListOfLists() => Verify.VerifyAnalyzerAsync(Members("""
        void Same(List<List<int>> rows)
        {
            var row = CollectionsMarshal.AsSpan(rows[0]);
            {|BUF1001:rows[0].Add(1)|};
            row[0] = 2;
        }

        void Outer(List<List<int>> rows)
        {
            var row = CollectionsMarshal.AsSpan(rows[0]);
            rows.Add(new List<int>());
            row[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerBehindStaticProperty() => Verify.VerifyAnalyzerAsync(Members("""
        static List<int> Shared { get; } = new();
        int M()
        {
            var view = CollectionsMarshal.AsSpan(Shared);
            {|BUF1001:Shared.Add(1)|};
            return view[0];
        }
        """));
}
