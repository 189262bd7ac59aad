// Local functions and lambdas that take a view by reference: whether they give the caller a new one after the growth.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RenewedByReference
{
    [Theory]
    [InlineData("list.Add(1); view = CollectionsMarshal.AsSpan(list);")]
    [InlineData("if (grows) { list.Add(1); view = CollectionsMarshal.AsSpan(list); }")]
    [InlineData("Inner(ref view); void Inner(ref Span<int> inner) { list.Add(1); inner = CollectionsMarshal.AsSpan(list); }")]
    [InlineData("list.Add(1); view = default;")]
    public Task ViewTakenAgain(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, bool grows)
        {
            var span = CollectionsMarshal.AsSpan(list);
            Grow(ref span);
            span[0] = 1;

            void Grow(ref Span<int> view)
            {
                {{body}}
            }
        }
        """));

    [Theory]
    [InlineData("view[0] = 2; list.Add(1);")]
    [InlineData("list.Add(1); if (grows) view = CollectionsMarshal.AsSpan(list);")]
    public Task ViewKeptAcrossTheGrowth(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, bool grows)
        {
            var span = CollectionsMarshal.AsSpan(list);
            {|BUF1001:Grow(ref span)|};
            span[0] = 1;

            void Grow(ref Span<int> view)
            {
                {{body}}
            }
        }
        """));

    [Fact]
    public Task NewViewIsAViewToo() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var span = CollectionsMarshal.AsSpan(list);
            Grow(ref span);
            {|BUF1001:list.Add(2)|};
            span[0] = 1;

            void Grow(ref Span<int> view)
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
            }
        }
        """));

    [Fact]
    public Task OwnerPassedAsWell() => Verify.VerifyAnalyzerAsync(Members("""
        delegate void Renew(List<int> list, ref Span<int> view);

        void M(List<int> list, List<int> other)
        {
            Renew grow = (List<int> grown, ref Span<int> view) => { grown.Add(1); view = CollectionsMarshal.AsSpan(grown); };
            var span = CollectionsMarshal.AsSpan(list);
            grow(list, ref span);
            other.Add(2);
            span[0] = 1;
        }

        void N(List<int> list, List<int> other)
        {
            Renew grow = (List<int> grown, ref Span<int> view) => { grown.Add(1); view = CollectionsMarshal.AsSpan(grown); };
            var span = CollectionsMarshal.AsSpan(list);
            grow(other, ref span);
            {|BUF1001:other.Add(2)|};
            span[0] = 1;
        }
        """));
}
