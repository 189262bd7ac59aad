// The order in which C# evaluates: a view that is taken before its neighbour in the same expression grows the owner.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class EvaluationOrder
{
    [Fact]
    public Task ViewArgumentBeforeGrowingArgument() => Verify.VerifyAnalyzerAsync(Members("""
        static void F(Span<int> view, int room) => view[0] = room;

        void M(List<int> list) => F(CollectionsMarshal.AsSpan(list), {|BUF1001:list.EnsureCapacity(100)|});

        static void G(int room, Span<int> view) => view[0] = room;

        void N(List<int> list) => G(list.EnsureCapacity(100), CollectionsMarshal.AsSpan(list));
        """));

    [Fact]
    public Task NamedArgumentsInTheirOwnOrder() => Verify.VerifyAnalyzerAsync(Members("""
        static void F(Span<int> view, int room) => view[0] = room;

        void M(List<int> list) => F(room: list.EnsureCapacity(100), view: CollectionsMarshal.AsSpan(list));

        static void G(int room, Span<int> view) => view[0] = room;

        void N(List<int> list) => G(view: CollectionsMarshal.AsSpan(list), room: {|BUF1001:list.EnsureCapacity(100)|});
        """));

    [Fact]
    public Task RefArgumentBeforeGrowingArgument() => Verify.VerifyAnalyzerAsync(Members("""
        static void F(ref int slot, int room) => slot = room;

        void M(List<int> list) => F(ref CollectionsMarshal.AsSpan(list)[0], {|BUF1001:list.EnsureCapacity(100)|});

        static void G(int slot, int room) { }

        void N(List<int> list) => G(CollectionsMarshal.AsSpan(list)[0], list.EnsureCapacity(100));
        """));

    [Fact]
    public Task ElementAssignedAGrowingValue() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            CollectionsMarshal.AsSpan(list)[0] = {|BUF1001:list.EnsureCapacity(100)|};
        }

        void N(List<int> list)
        {
            var room = list.EnsureCapacity(100);
            CollectionsMarshal.AsSpan(list)[0] = room;
        }

        void O(List<int> list)
        {
            list[0] = list.EnsureCapacity(100);
        }
        """));

    [Fact]
    public Task ElementAddedAGrowingValue() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            CollectionsMarshal.AsSpan(list)[0] += {|BUF1001:list.EnsureCapacity(100)|};
        }

        void N(List<int> list)
        {
            var sum = 0;
            sum += CollectionsMarshal.AsSpan(list)[0] + list.EnsureCapacity(100);
            sum += list.EnsureCapacity(200) + CollectionsMarshal.AsSpan(list)[0];
        }
        """));

    [Fact]
    public Task RefLocalAssignedAGrowingValue() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int slot = ref CollectionsMarshal.AsSpan(list)[0];
            slot = {|BUF1001:list.EnsureCapacity(100)|};
        }

        void N(List<int> list)
        {
            int slot = CollectionsMarshal.AsSpan(list)[0];
            slot = list.EnsureCapacity(100);
        }
        """));

    [Fact]
    public Task IndexGrows() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return view[{|BUF1001:list.EnsureCapacity(100)|} - 100];
        }

        int N(List<int> list)
        {
            return list[list.EnsureCapacity(100) - 100];
        }
        """));

    [Fact]
    public Task OperandGrows() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return {|BUF1001:list.EnsureCapacity(100)|} + view[0];
        }

        int N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return view[0] + list.EnsureCapacity(100);
        }
        """));

    [Fact]
    public Task ReceiverBeforeArguments() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            CollectionsMarshal.AsSpan(list).Fill({|BUF1001:list.EnsureCapacity(100)|});
        }

        void N(List<int> list)
        {
            var room = list.EnsureCapacity(100);
            CollectionsMarshal.AsSpan(list).Fill(room);
        }
        """));

    [Fact]
    public Task InterpolatedString() => Verify.VerifyAnalyzerAsync(Members("""
        string M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return $"{{|BUF1001:list.EnsureCapacity(100)|}} {view[0]}";
        }

        string N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return $"{view[0]} {list.EnsureCapacity(100)}";
        }
        """));

    [Fact]
    public Task ArrayInitializer() => Verify.VerifyAnalyzerAsync(Members("""
        int[] M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return new[] { {|BUF1001:list.EnsureCapacity(100)|}, view[0] };
        }

        int[] N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return [view[0], list.EnsureCapacity(100)];
        }
        """));

    [Fact]
    public Task GrowsByItsOwnElement() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(view[0]);
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(view[0])|};
            view[0] = 1;
        }
        """));

    [Fact]
    public Task ViewByRefToGrowingCallee() => Verify.VerifyAnalyzerAsync(Members("""
        static int Two(ref int a, ref int b) => a + b;

        int M(Dictionary<int, int> map) => Two(
            ref CollectionsMarshal.GetValueRefOrAddDefault(map, 1, out _),
            ref {|BUF1001:CollectionsMarshal.GetValueRefOrAddDefault(map, 2, out _)|});

        int N(Dictionary<int, int> map) => Two(
            ref CollectionsMarshal.GetValueRefOrNullRef(map, 1),
            ref CollectionsMarshal.GetValueRefOrNullRef(map, 2));
        """));

    [Fact]
    public Task TupleAssignment() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int x)
        {
            (CollectionsMarshal.AsSpan(list)[0], x) = (1, {|BUF1001:list.EnsureCapacity(100)|});
        }

        void N(List<int> list, int x, int y)
        {
            (x, y) = (CollectionsMarshal.AsSpan(list)[0], list.EnsureCapacity(100));
        }
        """));

    [Fact]
    public Task CoalesceAssignmentOfElement() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<string> list)
        {
            CollectionsMarshal.AsSpan(list)[0] ??= {|BUF1001:list.EnsureCapacity(100)|}.ToString();
        }

        void N(List<string> list)
        {
            CollectionsMarshal.AsSpan(list)[0] ??= list.Count.ToString();
        }
        """));

    [Fact]
    public Task OwnerAssignedInTheArgument() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list = new List<int> { 1 });
            {|BUF1001:list.Add(1)|};
            return view[0];
        }
        """));

    [Fact]
    public Task IndexOfASecondReferenceGrows() => Verify.VerifyAnalyzerAsync(Members("""
        static void Swap(ref int a, ref int b) => (a, b) = (b, a);
        void M(List<int> list, int n)
        {
            var view = CollectionsMarshal.AsSpan(list);
            Swap(ref view[0], ref view[{|BUF1001:list.EnsureCapacity(n)|}]);
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            Swap(ref view[0], ref view[1]);
            list.Add(1);
        }
        """));
}
