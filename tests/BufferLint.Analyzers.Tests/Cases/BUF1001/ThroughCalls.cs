// Methods, accessors, constructors and operators written in source: what they do happens at the call.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ThroughCalls
{
    [Theory]
    [InlineData("Push(list)", "static void Push(List<int> other) => other.Add(1);")]
    [InlineData("Push(list)", "static void Push(List<int> other) => More(other); static void More(List<int> other) { other.Add(1); }")]
    [InlineData("Push(1, list)", "static void Push<T>(T item, List<T> other) => other.Add(item);")]
    [InlineData("Down(list, 3)", "static void Down(List<int> other, int left) { if (left > 0) Down(other, left - 1); else other.Add(1); }")]
    [InlineData("Even(list, 3)", "static void Even(List<int> other, int left) { if (left > 0) Odd(other, left - 1); } static void Odd(List<int> other, int left) { other.Add(1); Even(other, left - 1); }")]
    [InlineData("Replace(ref list)", "static void Replace(ref List<int> other) { other.Add(1); other = new(); }")]
    [InlineData("Outer(list)", "static void Outer(List<int> other) { Inner(); void Inner() => other.Add(1); }")]
    [InlineData("list.Twice()", "", "static class Extensions { public static void Twice(this List<int> other) => other.AddRange(other); }")]
    [InlineData("new Filler(list)", "", "class Filler { public Filler(List<int> list) { list.Add(1); } }")]
    [InlineData("_ = new Filler(list)", "", "class Base { public Base(List<int> list) { list.Add(1); } } class Filler : Base { public Filler(List<int> list) : base(list) { } }")]
    public Task GrowsInACallee(string call, string member, string type = "") => Verify.VerifyAnalyzerAsync(Types($$"""
        {{type}}

        class C
        {
            {{member}}

            void M(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {{Marked(call)}};
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("Push(spare)", "static void Push(List<int> other) => other.Add(1);")]
    [InlineData("Push(list)", "static void Push(List<int> other) => new List<int>(other).Add(1);")]
    [InlineData("Push(list)", "static void Push(List<int> other) { other = new(); other.Add(1); }")]
    [InlineData("Fail(list)", "static void Fail(List<int> other) { other.Add(1); throw new InvalidOperationException(); }")]
    [InlineData("Write(list)", "static void Write(List<int> other) => other[0] = 1;")]
    [InlineData("Later(list)", "static IEnumerable<int> Later(List<int> other) { other.Add(1); yield return 1; }")]
    [InlineData("Kept(list)", "Action Kept(List<int> other) => () => other.Add(1);")]
    public Task CalleeThatLeavesTheListAlone(string call, string member) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{member}}

        void M(List<int> list, List<int> spare)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{call}};
            view[0] = 2;
        }
        """));

    /// <summary>The value is computed after the reference was taken, by a method that fills the same table.</summary>
    [Fact]
    public Task SlotFilledByAMethodThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        readonly Dictionary<int, int> _table = new();

        int Compute(int key)
        {
            if (_table.TryGetValue(key, out var known))
                return known;
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_table, key, out _);
            slot = key < 2 ? 1 : {|BUF1001:Compute(key - 1)|};
            return slot;
        }

        int Right(int key)
        {
            var computed = key < 2 ? 1 : Right(key - 1);
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_table, key, out _);
            slot = computed;
            return slot;
        }
        """));

    /// <summary>C# takes the array and the index first, then computes the value: the store goes into the array that was outgrown.</summary>
    [Theory]
    [InlineData("_nodes[i].Left = {|BUF1001:New(i)|};")]
    [InlineData("_names[i] = {|BUF1001:Named(i)|};")]
    [InlineData("_links[i] = {|BUF1001:New(i)|};")]
    [InlineData("_links[i] += {|BUF1001:New(i)|};")]
    [InlineData("var made = New(i); _links[i] = made; _nodes[i].Left = made;")]
    [InlineData("_spare[i] = New(i);")]
    [InlineData("_links[i] = Twice(i);")]
    [InlineData("_list[i] = New(i);")]
    public Task ElementChosenBeforeItsValueIsComputed(string store) => Verify.VerifyAnalyzerAsync(Members($$"""
        struct Node { public int Left; }

        Node[] _nodes = new Node[4];
        string[] _names = new string[4];
        int[] _links = new int[4];
        readonly int[] _spare = new int[4];
        readonly List<int> _list = new();
        int _count;

        int New(int value)
        {
            if (_count == _nodes.Length)
            {
                Array.Resize(ref _nodes, _count * 2);
                Array.Resize(ref _links, _count * 2);
                Array.Resize(ref _names, _count * 2);
            }

            _list.Add(value);
            return _count++;
        }

        string Named(int value) => New(value).ToString();

        static int Twice(int value) => value * 2;

        void M(int i)
        {
            {{store}}
        }
        """));

    [Fact]
    public Task SettersOperatorsAndDispose() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            readonly List<int> _items = new();

            int Last { set => _items.Add(value); }

            int Next { get { _items.Add(1); return 1; } }

            sealed class Scope(C owner) : IDisposable { public void Dispose() => owner._items.Add(1); }

            int Setter()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:Last = 3|};
                return view[0];
            }

            int Getter()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                var next = {|BUF1001:Next|};
                return view[0];
            }

            int Disposed()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                using ({|BUF1001:new Scope(this)|}) { }
                return view[0];
            }
        }
        """));

    [Theory]
    [InlineData("Live(list)", "static Span<int> Live(List<int> other) => CollectionsMarshal.AsSpan(other);")]
    [InlineData("Live(list)", "static Span<int> Live(List<int> other) { var all = CollectionsMarshal.AsSpan(other); return all.IsEmpty ? all : all[1..]; }")]
    [InlineData("Live(out var got, list) ? got : got", "static bool Live(out Span<int> view, List<int> other) { view = CollectionsMarshal.AsSpan(other); return true; }")]
    [InlineData("new Part(list).Items", "", "readonly ref struct Part { public readonly Span<int> Items; public Part(List<int> list) { Items = CollectionsMarshal.AsSpan(list); } }")]
    [InlineData("Same(list).Count > 0 ? CollectionsMarshal.AsSpan(Same(list)) : default", "static List<int> Same(List<int> other) => other;")]
    public Task ViewFromACallee(string taken, string member, string type = "") => Verify.VerifyAnalyzerAsync(Types($$"""
        {{type}}

        class C
        {
            {{member}}

            void M(List<int> list)
            {
                var view = {{taken}};
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }

            void Retaken(List<int> list)
            {
                var view = {{taken}};
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("static Span<int> Live(List<int> other) => CollectionsMarshal.AsSpan(other).ToArray();")]
    [InlineData("static Span<int> Live(List<int> other) => CollectionsMarshal.AsSpan(new List<int>(other));")]
    [InlineData("static Span<int> Live(List<int> other) => new int[other.Count];")]
    public Task CopyFromACallee(string member) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{member}}

        void M(List<int> list)
        {
            var view = Live(list);
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("ref Slot(map)", "static ref int Slot(Dictionary<int, int> other) => ref CollectionsMarshal.GetValueRefOrNullRef(other, 1);")]
    [InlineData("ref Slot(map, ref spare)", "static ref int Slot(Dictionary<int, int> other, ref int slot) { slot = ref CollectionsMarshal.GetValueRefOrNullRef(other, 1); return ref slot; }")]
    [InlineData("ref Slot(map, ref CollectionsMarshal.GetValueRefOrNullRef(map, 1))", "static ref int Slot(Dictionary<int, int> other, ref int slot) { if (slot > 0) slot = ref slot; return ref slot; }")]
    public Task KeySetByAnIndexer(string taken, string member) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{member}}

        static void Set(Dictionary<int, int> other) => other[4] = 5;

        void M(Dictionary<int, int> map, ref int spare)
        {
            ref var slot = ref {{taken["ref ".Length..]}};
            {|BUF1001:map[4] = 5|};
            slot = 2;
        }

        void InACallee(Dictionary<int, int> map, ref int spare)
        {
            ref var slot = ref {{taken["ref ".Length..]}};
            {|BUF1001:Set(map)|};
            slot = 2;
        }
        """));

    /// <summary>A reference to a number that a callee makes to lead elsewhere is the callee's own.</summary>
    [Fact]
    public Task ReferenceReseatedByACallee() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(List<int> other, ref int slot)
        {
            var sum = slot;
            slot = ref CollectionsMarshal.AsSpan(other)[0];
            return sum + slot;
        }

        void M(List<int> list, List<int> spare)
        {
            ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
            Sum(spare, ref slot);
            spare.Add(1);
            slot++;
            {|BUF1001:list.Add(1)|};
            slot = 2;
        }

        static int WrittenThrough(List<int> other, ref int slot)
        {
            slot = ref CollectionsMarshal.AsSpan(other)[0];
            {|BUF1001:other.Clear()|};
            slot = 3;
            return other.Count;
        }

        static void Counted(List<int> other, List<int> spare, bool direct, ref int slot)
        {
            slot = ref CollectionsMarshal.AsSpan(direct ? other : spare)[0];
            {|BUF1001:other.Clear()|};
            slot++;
        }
        """));

    /// <summary>What is derived from an argument is broken with it.</summary>
    [Fact]
    public Task PartOfAnArgumentHandedBack() => Verify.VerifyAnalyzerAsync(Members("""
        static ref int First(List<int> other, Span<int> view)
        {
            ref var first = ref view[0];
            other.Capacity = 32;
            return ref first;
        }

        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            ref var first = ref {|BUF1001:First(list, view)|};
            first = 2;
        }

        void Unused(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            ref var first = ref First(list, view);
            first = ref CollectionsMarshal.AsSpan(list)[0];
            first = 2;
        }
        """));

    [Fact]
    public Task GivenBackWhatCameIn() => Verify.VerifyAnalyzerAsync(Members("""
        static void Grow(List<int> other, ref Span<int> view)
        {
            var same = view;
            other.Add(1);
            view = same;
        }

        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:Grow(list, ref view)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task BufferOfAStream() => Verify.VerifyAnalyzerAsync(Members("""
        static byte[] Live(MemoryStream other) => other.GetBuffer();

        void M(MemoryStream stream)
        {
            var view = Live(stream);
            {|BUF1001:stream.SetLength(400)|};
            view[0] = 2;
        }
        """));

    private static string Marked(string call) => "{|BUF1001:" + call.Replace("_ = ", string.Empty, System.StringComparison.Ordinal) + "|}" is var marked && call.StartsWith("_ = ", System.StringComparison.Ordinal) ? "_ = " + marked : marked;
}
