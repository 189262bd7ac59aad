// The user's own growable buffers, described by attributes.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class AnnotatedOwners
{
    private const string Growable = """
        public class Growable
        {
            private int[] _items = new int[4];
            private int _count;

            [ViewOf] public Span<int> AsSpan() => _items.AsSpan(0, _count);
            [ViewOf] public Span<int> Items => AsSpan();
            [ViewOf] public ref int this[int index] => ref _items[index];
            [ViewOf] public Memory<int> Part(int start) => _items.AsMemory(start);
            public bool TryView([ViewOf] out ArraySegment<int> view) { view = _items; return true; }
            [ViewOf(nameof(owner))] public static Span<int> Of(Growable owner) => owner.AsSpan();

            [Moves] public void Add(int item)
            {
                if (_count == _items.Length)
                    Array.Resize(ref _items, _count * 2);
                _items[_count++] = item;
            }

            [Moves] public int Capacity { get => _items.Length; set => Array.Resize(ref _items, value); }
            public static void Merge([Moves] Growable target, Growable source) { }
            public int Count => _count;
            public void Sort() { }
        }
        """;

    [Theory]
    [InlineData("var view = owner.AsSpan();", "view[0] = 1;")]
    [InlineData("var view = owner.Items;", "view[0] = 1;")]
    [InlineData("ref var view = ref owner[0];", "view = 1;")]
    [InlineData("var view = owner.Part(1);", "view.Span[0] = 1;")]
    [InlineData("owner.TryView(out var view);", "view[0] = 1;")]
    [InlineData("var view = Growable.Of(owner);", "view[0] = 1;")]
    [InlineData("var view = owner.AsSpan()[1..];", "view[0] = 1;")]
    public Task TakenEachWay(string taken, string used) => Verify.VerifyAnalyzerAsync(WithAttributes($$"""
        class C
        {
            void M(Growable owner)
            {
                {{taken}}
                {|BUF1001:owner.Add(1)|};
                {{used}}
            }

            void N(Growable owner)
            {
                {{taken}}
                {{used}}
                owner.Add(1);
            }
        }
        {{Growable}}
        """));

    [Theory]
    [InlineData("owner.Add(1)")]
    [InlineData("owner.Capacity = 10")]
    [InlineData("owner.Capacity += 10")]
    [InlineData("Growable.Merge(owner, other)")]
    public Task MovedEachWay(string moved) => Verify.VerifyAnalyzerAsync(WithAttributes($$"""
        class C
        {
            void M(Growable owner, Growable other)
            {
                var view = owner.AsSpan();
                {|BUF1001:{{moved}}|};
                view[0] = 1;
            }
        }
        {{Growable}}
        """));

    [Theory]
    [InlineData("owner.Sort()")]
    [InlineData("_ = owner.Count")]
    [InlineData("_ = owner.Capacity")]
    [InlineData("other.Add(1)")]
    [InlineData("Growable.Merge(other, owner)")]
    [InlineData("owner[0] = 1")]
    public Task NotMoved(string call) => Verify.VerifyAnalyzerAsync(WithAttributes($$"""
        class C
        {
            void M(Growable owner, Growable other)
            {
                var view = owner.AsSpan();
                {{call}};
                view[0] = 1;
            }
        }
        {{Growable}}
        """));

    [Fact]
    public Task ElementSetThroughIndexerByAGrowingValue() => Verify.VerifyAnalyzerAsync(WithAttributes($$"""
        class C
        {
            void M(Growable owner)
            {
                ref var slot = ref owner[0];
                {|BUF1001:owner.Capacity = 16|};
                slot++;
            }

            void N(Growable owner)
            {
                owner.Capacity = 16;
                owner[0]++;
            }
        }
        {{Growable}}
        """));

    [Fact]
    public Task ViewMadeByConstructor() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Table
        {
            [Moves] public void Grow() { }
        }

        public sealed class Cursor
        {
            [ViewOf(nameof(table))] public Cursor(Table table, int row) { }
            public int Row => 1;
            public int Read() => 1;
        }

        class C
        {
            int M(Table table)
            {
                var cursor = new Cursor(table, 3);
                {|BUF1001:table.Grow()|};
                return cursor.Read();
            }

            int N(Table table)
            {
                table.Grow();
                var cursor = new Cursor(table, 3);
                return cursor.Read();
            }
        }
        """));

    [Fact]
    public Task ReleasedByParameter() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Table
        {
            [ViewOf] public Lease Borrow() => new();
            public void GiveBack([Releases] Lease lease) { }
            [Moves, RefusesWhileViewed(typeof(InvalidOperationException))] public void Grow() { }
        }

        public sealed class Lease { [Releases] public void End() { } }

        class C
        {
            void M(Table table)
            {
                var lease = table.Borrow();
                {|BUF1001:table.Grow()|};
                table.GiveBack(lease);
            }

            void N(Table table)
            {
                var lease = table.Borrow();
                table.GiveBack(lease);
                table.Grow();
            }
        }
        """));

    [Fact]
    public Task AnnotationOnTheBaseMember() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public abstract class Store
        {
            [ViewOf] public abstract Span<int> AsSpan();
            [Moves] public abstract void Grow();
        }

        public sealed class ArrayStore : Store
        {
            private int[] _items = new int[4];
            public override Span<int> AsSpan() => _items;
            public override void Grow() => Array.Resize(ref _items, _items.Length * 2);
            public void Sort() { }
        }

        class C
        {
            void M(ArrayStore store)
            {
                var view = store.AsSpan();
                {|BUF1001:store.Grow()|};
                view[0] = 1;
            }

            void N(ArrayStore store)
            {
                var view = store.AsSpan();
                store.Sort();
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task AnnotationOnTheInterface() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public interface IStore
        {
            [ViewOf] Span<int> AsSpan();
            [Moves] void Grow();
            void Sort();
        }

        class C
        {
            void M(IStore store)
            {
                var view = store.AsSpan();
                {|BUF1001:store.Grow()|};
                view[0] = 1;
            }

            void N(IStore store)
            {
                var view = store.AsSpan();
                store.Sort();
                view[0] = 1;
            }

            void Generic<T>(T store) where T : IStore
            {
                var view = store.AsSpan();
                {|BUF1001:store.Grow()|};
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task OwnMembersCalledOnThis() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Growable
        {
            private int[] _items = new int[4];

            [ViewOf] public Span<int> AsSpan() => _items;
            [Moves] public void Grow() => Array.Resize(ref _items, _items.Length * 2);

            public void Doubled()
            {
                var view = AsSpan();
                {|BUF1001:Grow()|};
                view.CopyTo(AsSpan());
            }

            public void Halved()
            {
                Grow();
                AsSpan().Clear();
            }
        }
        """));

    [Fact]
    public Task ExtensionMembers() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Table { }

        public static class Tables
        {
            [ViewOf(nameof(table))] public static Span<int> Rows(this Table table) => new int[3];
            public static void Grow([Moves] this Table table) { }
        }

        class C
        {
            void M(Table table)
            {
                var rows = table.Rows();
                {|BUF1001:table.Grow()|};
                rows[0] = 1;
            }

            void N(Table table)
            {
                table.Grow();
                table.Rows()[0] = 1;
            }
        }
        """));

    [Fact]
    public Task GenericOwner() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Ring<T>
        {
            private readonly T[] _items = new T[4];

            [ViewOf] public ref T Peek() => ref _items[0];
            [Moves] public void Push(T item) { }
        }

        class C
        {
            void M(Ring<string> ring)
            {
                ref var head = ref ring.Peek();
                {|BUF1001:ring.Push("b")|};
                head = "a";
            }

            void N<T>(Ring<T> ring, T item)
            {
                ring.Push(item);
                ring.Peek() = item;
            }
        }
        """));

    [Fact]
    public Task ChainedCalls() => Verify.VerifyAnalyzerAsync(WithAttributes("""
        public class Text
        {
            [ViewOf] public Span<char> AsSpan() => new char[1];
            [Moves] public void Append(char c) { }
            [Moves] public Text Append(string s) => this;
        }

        class C
        {
            void Chained(Text text)
            {
                var view = text.AsSpan();
                {|BUF1001:text.Append("a")|}.Append("b");
                view[0] = 'c';
            }

            void ChainedBefore(Text text)
            {
                text.Append("a").Append("b");
                text.AsSpan()[0] = 'c';
            }
        }
        """));
}
