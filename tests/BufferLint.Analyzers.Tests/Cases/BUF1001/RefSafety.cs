// What a call nobody describes can return: C#'s own rules of ref safety, no more and no less.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RefSafety
{
    private const string Callees = """
        static Span<int> Part(Span<int> items) => items;
        static Span<int> Other(scoped Span<int> items) => new int[items.Length];
        static Span<int> Held(scoped ref Span<int> items) => items;
        static Span<int> Single(ref int item) => MemoryMarshal.CreateSpan(ref item, 1);
        static Span<byte> Unlike(ref int item) => new byte[item];
        static ref int First(Span<int> items) => ref items[0];
        static bool Cut(ReadOnlySpan<int> items, out ReadOnlySpan<int> rest) { rest = items[1..]; return true; }
        static bool Own(scoped ReadOnlySpan<int> items, out ReadOnlySpan<int> rest) { rest = new int[items.Length]; return true; }

        """;

    private const string Cell = """

        struct Cell
        {
            private int _value;

            [System.Diagnostics.CodeAnalysis.UnscopedRef]
            public ref int Value => ref _value;

            [System.Diagnostics.CodeAnalysis.UnscopedRef]
            public Span<int> Whole() => MemoryMarshal.CreateSpan(ref _value, 1);
        }
        """;

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Members(Callees + members) + Cell);

    [Fact]
    public Task SpanThatCameIn() => VerifyAsync("""
        int M(List<int> list)
        {
            var part = Part(CollectionsMarshal.AsSpan(list));
            {|BUF1001:list.Add(1)|};
            return part[0];
        }

        int N(List<int> list)
        {
            var part = Other(CollectionsMarshal.AsSpan(list));
            list.Add(1);
            return part[0];
        }
        """);

    [Fact]
    public Task ScopedReferenceToASpan() => VerifyAsync("""
        int M(List<int> list)
        {
            var items = CollectionsMarshal.AsSpan(list);
            var held = Held(ref items);
            {|BUF1001:list.Add(1)|};
            return held[0];
        }
        """);

    [Fact]
    public Task ReferenceThatCameIn() => VerifyAsync("""
        int M(List<int> list)
        {
            var single = Single(ref CollectionsMarshal.AsSpan(list)[0]);
            {|BUF1001:list.Add(1)|};
            return single[0];
        }

        int N(List<int> list)
        {
            var bytes = Unlike(ref CollectionsMarshal.AsSpan(list)[0]);
            list.Add(1);
            return bytes[0];
        }

        int O(List<int> list)
        {
            ref var first = ref First(CollectionsMarshal.AsSpan(list));
            {|BUF1001:list.Add(1)|};
            return first;
        }
        """);

    [Fact]
    public Task SpanThatGoesOut() => VerifyAsync("""
        int M(List<int> list)
        {
            Cut(CollectionsMarshal.AsSpan(list), out var rest);
            {|BUF1001:list.Add(1)|};
            return rest[0];
        }

        int N(List<int> list)
        {
            Own(CollectionsMarshal.AsSpan(list), out var rest);
            list.Add(1);
            return rest[0];
        }
        """);

    [Fact]
    public Task StructThatGivesItself() => VerifyAsync("""
        int M(List<Cell> list)
        {
            ref var value = ref CollectionsMarshal.AsSpan(list)[0].Value;
            {|BUF1001:list.Add(default)|};
            return value;
        }

        int N(List<Cell> list)
        {
            var whole = CollectionsMarshal.AsSpan(list)[0].Whole();
            {|BUF1001:list.Add(default)|};
            return whole[0];
        }

        int O(List<Cell> list)
        {
            var copy = CollectionsMarshal.AsSpan(list)[0];
            ref var value = ref copy.Value;
            list.Add(default);
            return value;
        }
        """);
}
