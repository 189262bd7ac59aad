// Builders of immutable collections: the array of ImmutableArray's moves as a list's does; nodes of trees are copied.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ImmutableBuilders
{
    private const string Usings = "using System.Collections.Immutable;\n";

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Usings + Members(members));

    [Fact]
    public Task MemoryReadAfterAdd() => VerifyAsync("""
        int M(ImmutableArray<int>.Builder builder)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            {|BUF1001:builder.Add(1)|};
            return memory.Span[0];
        }

        int N(ImmutableArray<int>.Builder builder)
        {
            builder.Add(1);
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            return memory.Span[0];
        }
        """);

    [Fact]
    public Task ItemRefReadAfterAddRange() => VerifyAsync("""
        int M(ImmutableArray<int>.Builder builder, int[] more)
        {
            ref readonly var first = ref builder.ItemRef(0);
            {|BUF1001:builder.AddRange(more)|};
            return first;
        }

        int N(ImmutableArray<int>.Builder builder, int[] more)
        {
            var first = builder.ItemRef(0);
            builder.AddRange(more);
            return first;
        }
        """);

    [Fact]
    public Task WithinTheRoomOfCreateBuilder() => VerifyAsync("""
        int M()
        {
            var builder = ImmutableArray.CreateBuilder<int>(4);
            builder.Add(1);
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            builder.Add(2);
            return memory.Span[0];
        }

        int N()
        {
            var builder = ImmutableArray.CreateBuilder<int>(1);
            builder.Add(1);
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            {|BUF1001:builder.Add(2)|};
            return memory.Span[0];
        }
        """);

    [Fact]
    public Task CountAndCapacitySet() => VerifyAsync("""
        int M(ImmutableArray<int>.Builder builder, int count)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            {|BUF1001:builder.Count = count|};
            return memory.Span[0];
        }

        int N(ImmutableArray<int>.Builder builder)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            {|BUF1001:builder.Capacity = builder.Count|};
            return memory.Span[0];
        }

        int O(ImmutableArray<int>.Builder builder)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            return builder.Count + builder.Capacity + memory.Span[0];
        }
        """);

    [Fact]
    public Task RemovedBeforeTheElementIsRead() => VerifyAsync("""
        int M(ImmutableArray<int>.Builder builder)
        {
            ref readonly var last = ref builder.ItemRef(builder.Count - 1);
            {|BUF1001:builder.RemoveAt(0)|};
            return last;
        }

        int N(ImmutableArray<int>.Builder builder)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            builder.RemoveAt(0);
            return memory.Length;
        }
        """);

    [Fact]
    public Task InPlace() => VerifyAsync("""
        int M(ImmutableArray<int>.Builder builder)
        {
            var memory = ImmutableCollectionsMarshal.AsMemory(builder);
            builder.Sort();
            builder.Reverse();
            builder[0] = 7;
            builder.Replace(7, 8);
            return memory.Span[0];
        }
        """);

    [Fact]
    public Task ImmutableWhole() => VerifyAsync("""
        int M(ImmutableArray<int> items)
        {
            ref readonly var first = ref items.ItemRef(0);
            items = items.Add(1);
            return first;
        }

        int N(ImmutableList<int> items)
        {
            ref readonly var first = ref items.ItemRef(0);
            items = items.Insert(0, 1);
            return first;
        }
        """);

    [Fact]
    public Task NodeOfAList() => VerifyAsync("""
        int M(ImmutableList<int>.Builder builder)
        {
            ref readonly var first = ref builder.ItemRef(0);
            {|BUF1001:builder[0] = 5|};
            return first;
        }

        int N(ImmutableList<int>.Builder builder)
        {
            ref readonly var first = ref builder.ItemRef(0);
            var sum = first + builder[0] + builder.IndexOf(1);
            builder[0] = sum;
            return sum;
        }
        """);

    [Fact]
    public Task NodeOfASetOrDictionary() => VerifyAsync("""
        int M(ImmutableSortedDictionary<string, int>.Builder builder)
        {
            ref readonly var value = ref builder.ValueRef("a");
            {|BUF1001:builder["a"] = 5|};
            return value;
        }

        int N(ImmutableSortedSet<int>.Builder builder)
        {
            ref readonly var first = ref builder.ItemRef(0);
            {|BUF1001:builder.Add(1)|};
            return first;
        }

        bool O(ImmutableSortedDictionary<string, int>.Builder builder)
        {
            ref readonly var value = ref builder.ValueRef("a");
            return builder.TryGetValue("b", out var other) && value == other;
        }
        """);
}
