// What is a use of a view, and what was copied out when the view was taken.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Uses
{
    [Theory]
    [InlineData("_ = view.Length;")]
    [InlineData("_ = view.IsEmpty;")]
    [InlineData("if (view == default) { }")]
    [InlineData("if (view == null) { }")]
    [InlineData("view = default;")]
    [InlineData("view = new int[1];")]
    [InlineData("for (var i = 0; i < view.Length; i++) { }")]
    public Task NoUse(string statement) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            {{statement}}
        }
        """));

    [Theory]
    [InlineData("_ = view[0];")]
    [InlineData("view[0] = 1;")]
    [InlineData("view[0]++;")]
    [InlineData("view[0] += 2;")]
    [InlineData("view[^1] = 1;")]
    [InlineData("view[1..].Clear();")]
    [InlineData("view.Fill(0);")]
    [InlineData("view.Clear();")]
    [InlineData("view.CopyTo(new int[8]);")]
    [InlineData("new int[1].CopyTo(view);")]
    [InlineData("_ = view.ToArray();")]
    [InlineData("_ = view.TryCopyTo(new int[8]);")]
    [InlineData("_ = view.IndexOf(1);")]
    [InlineData("_ = view.SequenceEqual(new int[1]);")]
    [InlineData("view.Sort();")]
    [InlineData("view.Reverse();")]
    [InlineData("foreach (var item in view) { }")]
    [InlineData("foreach (ref var item in view) item++;")]
    [InlineData("ref var first = ref view[0]; first = 1;")]
    [InlineData("Take(view);")]
    [InlineData("TakeReadOnly(view);")]
    [InlineData("TakeRef(ref view[0]);")]
    [InlineData("(view[0], view[1]) = (view[1], view[0]);")]
    [InlineData("Span<int> other = view; other[0] = 1;")]
    [InlineData("ReadOnlySpan<int> other = view; _ = other[0];")]
    [InlineData("if (view is [1, ..]) { }")]
    [InlineData("int[] copy = [.. view];")]
    [InlineData("list[0] = view[0];")]
    [InlineData("_ = $\"{view[0]}\";")]
    [InlineData("_ = view.GetPinnableReference();")]
    [InlineData("MemoryMarshal.GetReference(view) = 1;")]
    [InlineData("MemoryMarshal.AsBytes(view).Clear();")]
    [InlineData("view.Slice(1)[0] = 1;")]
    public Task Use(string statement) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            {{statement}}
        }

        void Take(Span<int> items) { }
        void TakeReadOnly(ReadOnlySpan<int> items) { }
        void TakeRef(ref int item) { }
        """));

    [Fact]
    public Task ViewReturnedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        Span<int> M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view;
        }
        """));

    [Fact]
    public Task FreshViewReturnedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        Span<int> M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 1;
            list.Add(1);
            return CollectionsMarshal.AsSpan(list);
        }
        """));

    [Fact]
    public Task PartOfViewReturnedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        ReadOnlySpan<int> M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view[1..];
        }
        """));

    [Fact]
    public Task ViewHandedOutByOutParameter() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, out Span<int> view)
        {
            view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
        }
        """));

    [Fact]
    public Task ViewHandedOutByOutParameterAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, out Span<int> view)
        {
            list.Add(1);
            view = CollectionsMarshal.AsSpan(list);
        }
        """));

    [Fact]
    public Task ElementCopiedOut() => Verify.VerifyAnalyzerAsync(Members("""
        (int, int) M(List<(int, int)> list)
        {
            var first = CollectionsMarshal.AsSpan(list)[0];
            list.Add(first);
            first.Item1 = 3;
            return first;
        }
        """));

    [Fact]
    public Task ObjectCopiedOut() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int[]> list)
        {
            var first = CollectionsMarshal.AsSpan(list)[0];
            list.Add(first);
            first[0] = 3;
        }
        """));

    [Fact]
    public Task NeverUsedView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
        }
        """));

    [Fact]
    public Task LengthCopiedBeforeThenCompared() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var count = view.Length;
            list.Add(1);
            return count + 1 == list.Count && view.Length == count;
        }
        """));

    [Fact]
    public Task ViewComparedWithAFreshOne() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view == CollectionsMarshal.AsSpan(list);
        }
        """));
}
