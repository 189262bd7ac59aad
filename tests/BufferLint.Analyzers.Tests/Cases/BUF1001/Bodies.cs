// Every place code can stand in: the same bug and its twin in all kinds of members and functions.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Bodies
{
    [Fact]
    public Task Constructor() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            C(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }

            C(List<int> list, int item) : this(list)
            {
                list.Add(item);
                CollectionsMarshal.AsSpan(list)[0] = 2;
            }

            static C()
            {
                var list = new List<int> { 1 };
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task ConstructorInitializer() => Verify.VerifyAnalyzerAsync(Types("""
        class B { protected B(Span<int> view, int room) { } protected B(int room, Span<int> view) { } }

        class C : B
        {
            C(List<int> list) : base(CollectionsMarshal.AsSpan(list), {|BUF1001:list.EnsureCapacity(9)|}) { }
            C(List<int> list, int room) : base(list.EnsureCapacity(room), CollectionsMarshal.AsSpan(list)) { }
        }
        """));

    [Fact]
    public Task Accessors() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        int First
        {
            get
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:_items.Add(1)|};
                return view[0];
            }

            set
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:_items.Add(value)|};
                view[0] = value;
            }
        }

        int this[int index]
        {
            get => CollectionsMarshal.AsSpan(_items)[index];
            set
            {
                _items.Add(value);
                CollectionsMarshal.AsSpan(_items)[index] = value;
            }
        }

        event Action Changed
        {
            add
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:_items.Add(1)|};
                view[0] = 2;
            }

            remove { _items.Add(1); }
        }
        """));

    [Fact]
    public Task ExpressionBodies() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(Span<int> view, int room) => view[0] + room;
        static int Sum(int room, Span<int> view) => view[0] + room;
        readonly List<int> _items = new();

        int Broken => Sum(CollectionsMarshal.AsSpan(_items), {|BUF1001:_items.EnsureCapacity(9)|});
        int Fine => Sum(_items.EnsureCapacity(9), CollectionsMarshal.AsSpan(_items));
        int this[int i] => Sum(CollectionsMarshal.AsSpan(_items), {|BUF1001:_items.EnsureCapacity(i)|});
        void Method() => Sum(CollectionsMarshal.AsSpan(_items), {|BUF1001:_items.EnsureCapacity(9)|});
        """));

    [Fact]
    public Task OperatorsAndFinalizer() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            readonly List<int> _items = new();

            public static C operator +(C left, int item)
            {
                var view = CollectionsMarshal.AsSpan(left._items);
                {|BUF1001:left._items.Add(item)|};
                view[0] = 1;
                return left;
            }

            public static explicit operator int(C value)
            {
                value._items.Add(1);
                return CollectionsMarshal.AsSpan(value._items)[0];
            }

            ~C()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:_items.Add(1)|};
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task Lambdas() => Verify.VerifyAnalyzerAsync(Members("""
        Action<List<int>> Broken() => list =>
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        };

        Action<List<int>> Fine() => list =>
        {
            list.Add(1);
            CollectionsMarshal.AsSpan(list)[0] = 2;
        };

        void Captured(List<int> list)
        {
            Action act = () =>
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            };
            act();
        }

        void AnonymousMethod()
        {
            Action<List<int>> act = delegate(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            };
        }
        """));

    [Fact]
    public Task LambdaThatGrowsIsNotRunHere() => Verify.VerifyAnalyzerAsync(Members("""
        Action M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            Action later = () => list.Add(1);
            view[0] = 2;
            return later;
        }
        """));

    [Fact]
    public Task LocalFunctions() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> items)
        {
            Broken(items);
            Fine(items);

            void Broken(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }

            static void Fine(List<int> list)
            {
                list.Add(1);
                CollectionsMarshal.AsSpan(list)[0] = 2;
            }
        }
        """));

    [Fact]
    public Task LambdaInLambda() => Verify.VerifyAnalyzerAsync(Members("""
        Func<List<int>, Func<int>> M() => list => () =>
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view[0];
        };
        """));

    [Fact]
    public Task FieldInitializers() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(Span<int> view, int room) => view[0] + room;
        static readonly List<int> Items = new() { 1 };

        readonly int _sum = Sum(CollectionsMarshal.AsSpan(Items), {|BUF1001:Items.EnsureCapacity(9)|});

        readonly Action<List<int>> _broken = list =>
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        };

        readonly Func<List<int>, int> _fine = list =>
        {
            list.Add(1);
            return CollectionsMarshal.AsSpan(list)[0];
        };

        Func<List<int>, int> Property { get; } = list =>
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view[0];
        };
        """));

    [Fact]
    public Task AsyncMethods() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Broken(List<int> list)
        {
            await Task.Yield();
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
            await Task.Yield();
        }

        async Task Fine(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
            await Task.Yield();
            list.Add(1);
            view = CollectionsMarshal.AsSpan(list);
            view[0] = 3;
        }

        async Task AcrossAwait(ArrayBufferWriter<byte> writer, Stream stream, byte[] data)
        {
            var written = writer.WrittenMemory;
            {|BUF1001:writer.Write(data)|};
            await stream.WriteAsync(written);
        }

        async Task TakenAfter(ArrayBufferWriter<byte> writer, Stream stream, byte[] data)
        {
            writer.Write(data);
            await stream.WriteAsync(writer.WrittenMemory);
        }
        """));

    [Fact]
    public Task Iterators() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<int> Broken(List<int> list)
        {
            yield return 0;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
            yield return view.Length;
        }

        IEnumerable<int> Fine(List<int> list)
        {
            for (var i = 0; i < 3; i++)
            {
                var first = CollectionsMarshal.AsSpan(list)[0];
                list.Add(first);
                yield return first;
            }
        }

        async IAsyncEnumerable<int> BrokenAsync(List<int> list)
        {
            await Task.Yield();
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
            yield return 1;
        }

        IEnumerable<ReadOnlyMemory<byte>> YieldedAfterGrowth(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var written = writer.WrittenMemory;
            {|BUF1001:writer.Write(data)|};
            yield return written;
        }
        """));

    [Fact]
    public Task StructsRecordsAndInterfaces() => Verify.VerifyAnalyzerAsync(Types("""
        readonly struct S(List<int> list)
        {
            void M()
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }
        }

        record R(List<int> Items)
        {
            void M()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                {|BUF1001:Items.Add(1)|};
                view[0] = 2;
            }

            void N()
            {
                Items.Add(1);
                CollectionsMarshal.AsSpan(Items)[0] = 2;
            }
        }

        interface I
        {
            List<int> Items { get; }

            void M()
            {
                var items = Items;
                var view = CollectionsMarshal.AsSpan(items);
                {|BUF1001:items.Add(1)|};
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task PartialMethods() => Verify.VerifyAnalyzerAsync(Types("""
        partial class C
        {
            partial void M(List<int> list);
        }

        partial class C
        {
            partial void M(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task ParameterDefaultAndAttributeDoNotMatter() => Verify.VerifyAnalyzerAsync(Members("""
        [Obsolete("list.Add after CollectionsMarshal.AsSpan")]
        static int M(List<int> list, string note = nameof(CollectionsMarshal.AsSpan) + nameof(List<int>.Add)) => list.Count;
        """));
}
