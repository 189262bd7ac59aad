// Lists in a list or array that is reordered: what was under an index is under another by then.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ReorderedContainers
{
    [Theory]
    [InlineData("lists.Reverse();")]
    [InlineData("lists.Sort((a, b) => a.Count - b.Count);")]
    [InlineData("lists.RemoveAt(0);")]
    [InlineData("lists.Insert(0, new());")]
    [InlineData("lists.Clear();")]
    public Task SameIndexOtherList(string change) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<List<int>> lists)
        {
            var view = CollectionsMarshal.AsSpan(lists[0]);
            {{change}}
            lists[0].Add(1);
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("lists[1].Reverse();")]
    [InlineData("others.Reverse();")]
    [InlineData("lists[0].Sort();")]
    [InlineData("lists.Add(new());")]
    public Task SameIndexSameList(string change) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<List<int>> lists, List<List<int>> others)
        {
            var view = CollectionsMarshal.AsSpan(lists[0]);
            {{change}}
            {|BUF1001:lists[0].Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ArrayOfLists() => Verify.VerifyAnalyzerAsync(Members("""
        void Between(List<int>[] lists)
        {
            var view = CollectionsMarshal.AsSpan(lists[0]);
            Array.Reverse(lists);
            lists[0].Add(1);
            view[0] = 2;
        }

        void Before(List<int>[] lists)
        {
            Array.Reverse(lists);
            var view = CollectionsMarshal.AsSpan(lists[0]);
            {|BUF1001:lists[0].Add(1)|};
            view[0] = 2;
        }
        """));
}
