// One storage under several variables: growth gives new storage to the variable that is grown, not to the others that
// started with the same.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class SharedStorage
{
    private const string Writer = """
        struct Writer
        {
            public int[] Items;
            public int Count;

            public ref int this[int index] => ref Items[index];

            public void Add(int item)
            {
                if (Count == Items.Length)
                    Array.Resize(ref Items, Count * 2);
                Items[Count++] = item;
            }
        }
        """;

    [Theory]
    [InlineData("Outgrow(_items)")]
    [InlineData("Alias(_items)")]
    [InlineData("Wrap(_items)")]
    [InlineData("Build(_items)")]
    public Task VariablesOfTheCallee(string call) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Writer}}

        class Boxed(int[] items)
        {
            private int[] _own = items;

            public void Add(int item)
            {
                Array.Resize(ref _own, _own.Length + 1);
                _own[0] = item;
            }
        }

        class C
        {
            private int[] _items = new int[4];

            static void Outgrow(int[] items) { Array.Resize(ref items, 10); items[0] = 1; }

            static void Alias(int[] items) { var own = items; Array.Resize(ref own, 10); own[0] = 1; }

            static void Wrap(int[] items) { var writer = new Writer { Items = items }; writer.Add(1); }

            static void Build(int[] items) => new Boxed(items).Add(1);

            void Enlarge() => Array.Resize(ref _items, 10);

            void M()
            {
                var view = _items.AsSpan();
                {{call}};
                view[0] = 1;
            }

            void Reported()
            {
                var view = _items.AsSpan();
                {|BUF1001:Enlarge()|};
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task CopiesOfStructs() => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Writer}}

        class C
        {
            private Writer _writer;

            static void Given(Writer writer) => writer.Add(1);

            static void GivenByReference(ref Writer writer) => writer.Add(1);

            void Copied() { var writer = _writer; writer.Add(1); }

            void Referred() { ref var writer = ref _writer; writer.Add(1); }

            void CopyHere()
            {
                ref var first = ref _writer[0];
                var writer = _writer;
                writer.Add(1);
                first = 2;
            }

            void CopyStoredBack()
            {
                ref var first = ref _writer[0];
                var writer = _writer;
                {|BUF1001:writer.Add(1)|};
                _writer = writer;
                first = 2;
            }

            void CopyOfTheCallee()
            {
                ref var first = ref _writer[0];
                Given(_writer);
                Copied();
                first = 2;
            }

            void SameStruct()
            {
                ref var first = ref _writer[0];
                {|BUF1001:GivenByReference(ref _writer)|};
                first = 2;
            }

            void SameStructByItsName()
            {
                ref var first = ref _writer[0];
                {|BUF1001:Referred()|};
                first = 2;
            }
        }
        """));

    [Fact]
    public Task ClonesOfRecords() => Verify.VerifyAnalyzerAsync(Types("""
        record Items
        {
            private int[] _items = new int[4];
            private int _count;

            public Span<int> Span => _items;

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Array.Resize(ref _items, _count * 2);
                _items[_count++] = item;
            }
        }

        class C
        {
            void Clone(Items items)
            {
                var view = items.Span;
                var other = items with { };
                other.Add(1);
                view[0] = 2;
            }

            void Original(Items items)
            {
                var view = items.Span;
                var other = items with { };
                {|BUF1001:items.Add(1)|};
                view[0] = 2;
            }
        }
        """));

    /// <summary>Two buffers change places; what is posted goes into the one that nobody looks at.</summary>
    [Theory]
    [InlineData("int[]", "new int[4]", "_front.AsSpan()", "if (_count == _back.Length) Array.Resize(ref _back, _count * 2); _back[_count++] = item;", "_back.AsSpan()")]
    [InlineData("List<int>", "new()", "CollectionsMarshal.AsSpan(_front)", "_count++; _back.Add(item);", "CollectionsMarshal.AsSpan(_back)")]
    public Task Swapped(string type, string made, string front, string post, string back) => Verify.VerifyAnalyzerAsync(Members($$"""
        private {{type}} _front = {{made}};
        private {{type}} _back = {{made}};
        private int _count;

        void Post(int item) { {{post}} }

        void Run()
        {
            (_front, _back) = (_back, _front);
            foreach (ref var item in {{front}})
            {
                item++;
                Post(item);
            }
        }

        void Reported()
        {
            foreach (ref var item in {{back}})
            {
                item++;
                {|BUF1001:Post(item)|};
            }
        }
        """));

    /// <summary>The body takes the old storage out of the field first: what the callee grows is another.</summary>
    [Theory]
    [InlineData("_items = new int[8];")]
    [InlineData("var old = _items; _items = ArrayPool<int>.Shared.Rent(8);")]
    [InlineData("_items = given;")]
    public Task TakenOutBefore(string replace) => Verify.VerifyAnalyzerAsync(Members($$"""
        private int[] _items = new int[4];
        private int _count;

        void Add(int item)
        {
            if (_count == _items.Length)
                Array.Resize(ref _items, _count * 2);
            _items[_count++] = item;
        }

        void Again(int[] given)
        {
            var view = _items.AsSpan();
            {{replace}}
            foreach (ref var item in view)
            {
                Add(item);
                item = 0;
            }
        }

        void Reported(int[] given)
        {
            {{replace}}
            var view = _items.AsSpan();
            foreach (ref var item in view)
            {
                {|BUF1001:Add(item)|};
                item = 0;
            }
        }
        """));

    /// <summary>A raw array from the owner, written after the owner has another one.</summary>
    [Fact]
    public Task RawArrayOfAnOwner() => Verify.VerifyAnalyzerAsync(Types("""
        class Growable
        {
            private int[] _items = new int[4];
            private int _count;

            public int[] Raw => _items;

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Array.Resize(ref _items, _count * 2);
                _items[_count++] = item;
            }
        }

        class C
        {
            void Wrong(Growable owner)
            {
                var items = owner.Raw;
                {|BUF1001:owner.Add(1)|};
                items[0] = 1;
            }

            int Read(Growable owner)
            {
                var items = owner.Raw;
                owner.Add(1);
                return items[0];
            }

            void Retaken(Growable owner)
            {
                var items = owner.Raw;
                owner.Add(1);
                items = owner.Raw;
                items[0] = 1;
            }
        }
        """));

    /// <summary>A local writer over an array has another array once it is full. That matters where the writer is used after the old one was written.</summary>
    [Theory]
    [InlineData("writer.Add(1); writer.Add(2);", "Console.WriteLine(items[0]);")]
    [InlineData("writer.Add(1); writer.Add(2);", "writer = default; Console.WriteLine(writer.Count);")]
    [InlineData("{|BUF1001:writer.Add(1)|}; {|BUF1001:writer.Add(2)|};", "Console.WriteLine(writer[0]);")]
    [InlineData("{|BUF1001:writer.Add(1)|}; {|BUF1001:writer.Add(2)|};", "writer.Add(3); Console.WriteLine(items[0]);")]
    public Task LocalWriter(string add, string after) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Writer}}

        class C
        {
            void M()
            {
                var items = new int[4];
                var writer = new Writer { Items = items };
                {{add}}
                items[0] = 3;
                {{after}}
            }
        }
        """));

    /// <summary>A block that a callee reallocated is the field's new one.</summary>
    [Fact]
    public Task ReallocatedByACallee() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Native
        {
            private int* _items;
            private int _count;
            private int _capacity;

            public ref int this[int index] => ref _items[index];

            public void Add(int item)
            {
                if (_count == _capacity)
                    Grow();
                _items[_count++] = item;
            }

            public void Kept(int item)
            {
                var items = _items;
                if (_count == _capacity)
                    {|BUF1001:Grow()|};
                items[_count++] = item;
            }

            private void Grow()
            {
                _capacity = Math.Max(4, _capacity * 2);
                _items = (int*)NativeMemory.Realloc(_items, (nuint)(_capacity * 4));
            }
        }
        """));
}
