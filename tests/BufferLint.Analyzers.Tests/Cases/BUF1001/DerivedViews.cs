// Views taken of views: slices, casts, wrappers, helpers that hand on what they were given.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class DerivedViews
{
    [Theory]
    [InlineData("view.Slice(1)")]
    [InlineData("view.Slice(0, 1)")]
    [InlineData("view[1..]")]
    [InlineData("view[..^1]")]
    [InlineData("view[range]")]
    [InlineData("(ReadOnlySpan<int>)view")]
    [InlineData("MemoryMarshal.AsBytes(view)")]
    [InlineData("MemoryMarshal.Cast<int, byte>(view)")]
    [InlineData("MemoryMarshal.CreateSpan(ref view[0], 1)")]
    [InlineData("MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(view), 1)")]
    [InlineData("new Span<int>(ref view[0])")]
    [InlineData("view.TrimStart(0)")]
    [InlineData("Tail(view)")]
    [InlineData("view.Tail2()")]
    [InlineData("view.IsEmpty ? default : view[1..]")]
    [InlineData("view is [_, .. var rest] ? rest : view")]
    public Task DerivedViewUsed(string derived) => Verify.VerifyAnalyzerAsync(Types($$"""
        static class C
        {
            static void M(List<int> list, Range range)
            {
                var view = CollectionsMarshal.AsSpan(list);
                var part = {{derived}};
                {|BUF1001:list.Add(1)|};
                _ = part.ToArray();
            }

            static Span<int> Tail(Span<int> items) => items.Slice(1);
            static Span<int> Tail2(this Span<int> items) => items.Slice(1);
        }
        """));

    [Theory]
    [InlineData("view.ToArray()")]
    [InlineData("new List<int>(view.ToArray())")]
    [InlineData("view.Length")]
    [InlineData("view[0]")]
    [InlineData("view.ToString()")]
    [InlineData("view.IndexOf(1)")]
    [InlineData("Sum(view)")]
    [InlineData("Copied(view)")]
    [InlineData("Scoped(view)")]
    public Task CopyUsed(string copy) => Verify.VerifyAnalyzerAsync(Members($$"""
        static void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var part = {{copy}};
            list.Add(1);
            _ = part.ToString();
        }

        static int Sum(Span<int> items) => items.Length;
        static int[] Copied(Span<int> items) => items.ToArray();
        static Span<int> Scoped(scoped Span<int> items) => items.ToArray();
        """));

    [Fact]
    public Task PartTakenBeforeWholeUsedAfter() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list)[1..];
            {|BUF1001:list.Add(1)|};
            view[0] = 1;
        }
        """));

    [Fact]
    public Task PartTakenOfRenewedView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var part = CollectionsMarshal.AsSpan(list)[1..];
            part[0] = 1;
            list.Add(1);
            part = CollectionsMarshal.AsSpan(list)[2..];
            part[0] = 1;
        }
        """));

    [Fact]
    public Task StaticHelperOverTheList() => Verify.VerifyAnalyzerAsync(Members("""
        static Span<int> Live(List<int> list) => CollectionsMarshal.AsSpan(list);

        static ref int Last(Span<int> items) => ref items[^1];

        void M(List<int> list)
        {
            ref var last = ref Last(CollectionsMarshal.AsSpan(list));
            {|BUF1001:list.Add(1)|};
            last = 2;
        }

        void N(List<int> list)
        {
            var last = Last(CollectionsMarshal.AsSpan(list));
            list.Add(last);
            last = 2;
        }
        """));

    [Fact]
    public Task RefStructWrapper() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Reader
        {
            private readonly ReadOnlySpan<int> _items;
            private int _next;
            public Reader(ReadOnlySpan<int> items) { _items = items; _next = 0; }
            public int Read() => _items[_next++];
        }

        class C
        {
            int M(List<int> list)
            {
                var reader = new Reader(CollectionsMarshal.AsSpan(list));
                {|BUF1001:list.Add(1)|};
                return reader.Read();
            }

            int N(List<int> list)
            {
                list.Add(1);
                var reader = new Reader(CollectionsMarshal.AsSpan(list));
                return reader.Read();
            }
        }
        """));

    [Fact]
    public Task RefStructByInitializer() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Frame { public Span<int> Items; public int Count; }

        class C
        {
            void M(List<int> list)
            {
                var frame = new Frame { Items = CollectionsMarshal.AsSpan(list) };
                {|BUF1001:list.Add(1)|};
                frame.Items[0] = 1;
            }

            void N(List<int> list)
            {
                var frame = new Frame { Items = CollectionsMarshal.AsSpan(list) };
                list.Add(1);
                frame.Items = CollectionsMarshal.AsSpan(list);
                frame.Items[0] = 1;
            }

            void CountOnly(List<int> list)
            {
                var frame = new Frame { Items = CollectionsMarshal.AsSpan(list), Count = 3 };
                list.Add(frame.Count);
                frame.Count++;
            }
        }
        """));

    [Fact]
    public Task RefFieldInRefStruct() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Slot
        {
            public ref int Value;
            public Slot(ref int value) => Value = ref value;
        }

        class C
        {
            void M(List<int> list)
            {
                var slot = new Slot(ref CollectionsMarshal.AsSpan(list)[0]);
                {|BUF1001:list.Add(1)|};
                slot.Value = 2;
            }

            void N(List<int> list)
            {
                var slot = new Slot(ref CollectionsMarshal.AsSpan(list)[0]);
                slot.Value = 2;
                list.Add(1);
                slot.Value = ref CollectionsMarshal.AsSpan(list)[0];
                slot.Value = 3;
            }
        }
        """));

    [Fact]
    public Task EnumeratorOfSpan() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var items = CollectionsMarshal.AsSpan(list).GetEnumerator();
            items.MoveNext();
            {|BUF1001:list.Add(1)|};
            return items.Current;
        }

        int N(List<int> list)
        {
            var items = CollectionsMarshal.AsSpan(list).GetEnumerator();
            items.MoveNext();
            var first = items.Current;
            list.Add(first);
            return first;
        }
        """));

    [Fact]
    public Task GenericMethod() => Verify.VerifyAnalyzerAsync(Members("""
        static void M<T>(List<T> list, T item) where T : struct
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(item)|};
            view[0] = item;
        }

        static void N<T>(List<T> list, T item) where T : struct
        {
            list.Add(item);
            CollectionsMarshal.AsSpan(list)[0] = item;
        }
        """));

    [Fact]
    public Task GenericWrapper() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Window<T>(Span<T> items)
        {
            private readonly Span<T> _items = items;
            public ref T First => ref _items[0];
        }

        class C
        {
            void M(List<string> list)
            {
                var window = new Window<string>(CollectionsMarshal.AsSpan(list));
                {|BUF1001:list.Add("b")|};
                window.First = "a";
            }

            void N(List<string> list)
            {
                var window = new Window<string>(CollectionsMarshal.AsSpan(list));
                window.First = "a";
                list.Add("b");
            }
        }
        """));

    [Fact]
    public Task PointerIntoList() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M(List<int> list)
        {
            fixed (int* p = CollectionsMarshal.AsSpan(list))
            {
                {|BUF1001:list.Add(1)|};
                return *p;
            }
        }

        unsafe int N(List<int> list)
        {
            list.Add(1);
            fixed (int* p = CollectionsMarshal.AsSpan(list))
            {
                return *p;
            }
        }
        """));

    [Fact]
    public Task PointerByUnsafe() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M(List<int> list)
        {
            var p = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(list)));
            {|BUF1001:list.Add(1)|};
            return p[0];
        }
        """));

    [Fact]
    public Task HelperMayReturnEither() => Verify.VerifyAnalyzerAsync(Members("""
        static Span<int> Longer(Span<int> a, Span<int> b) => a.Length > b.Length ? a : b;

        int M(List<int> x, List<int> y)
        {
            var longer = Longer(CollectionsMarshal.AsSpan(x), CollectionsMarshal.AsSpan(y));
            {|BUF1001:y.Add(1)|};
            return longer[0];
        }

        static Span<int> First(Span<int> a, scoped Span<int> b) => b.IsEmpty ? a : a[1..];

        int N(List<int> x, List<int> y)
        {
            var first = First(CollectionsMarshal.AsSpan(x), CollectionsMarshal.AsSpan(y));
            y.Add(1);
            return first[0];
        }
        """));

    [Fact]
    public Task LocalFunctionThatReturnsAReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int slot = ref First(CollectionsMarshal.AsSpan(list));
            {|BUF1001:list.Add(1)|};
            slot = 2;

            static ref int First(Span<int> s) => ref s[0];
        }
        """));
}
