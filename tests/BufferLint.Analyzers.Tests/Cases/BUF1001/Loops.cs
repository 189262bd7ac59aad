// Loops: needed in the next turn, or not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Loops
{
    [Fact]
    public Task GrowsInForeachOverItsSpan() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            foreach (var item in CollectionsMarshal.AsSpan(list))
            {
                if (item > 0)
                    {|BUF1001:list.Add(-item)|};
            }
        }
        """));

    [Fact]
    public Task GrowsInForeachOverACopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            foreach (var item in CollectionsMarshal.AsSpan(list).ToArray())
            {
                if (item > 0)
                    list.Add(-item);
            }
        }
        """));

    [Fact]
    public Task OtherGrowsInForeachOverSpan() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> M(List<int> list)
        {
            var result = new List<int>();
            foreach (ref readonly var item in CollectionsMarshal.AsSpan(list))
                result.Add(item);
            return result;
        }
        """));

    [Fact]
    public Task GrowsThenBreaks() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            foreach (var item in CollectionsMarshal.AsSpan(list))
            {
                if (item > 0)
                {
                    list.Add(item);
                    break;
                }
            }
        }
        """));

    [Fact]
    public Task GrowsThenContinues() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            foreach (var item in CollectionsMarshal.AsSpan(list))
            {
                if (item > 0)
                {
                    {|BUF1001:list.Add(item)|};
                    continue;
                }
            }
        }
        """));

    [Fact]
    public Task GrowsThenReturns() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(List<int> list, int wanted)
        {
            foreach (ref var item in CollectionsMarshal.AsSpan(list))
            {
                if (item == wanted)
                {
                    list.Add(item);
                    return true;
                }
            }

            return false;
        }
        """));

    [Fact]
    public Task RefItemUsedAfterGrowth() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            foreach (ref var item in CollectionsMarshal.AsSpan(list))
            {
                {|BUF1001:list.Add(1)|};
                item = 0;
                break;
            }
        }
        """));

    [Fact]
    public Task RemovesInForeachOverItsSpan() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<string> list)
        {
            foreach (var item in CollectionsMarshal.AsSpan(list))
            {
                if (item.Length == 0)
                    {|BUF1001:list.Remove(item)|};
            }
        }
        """));

    [Fact]
    public Task NextTurnOfWhile() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (list.Count < 10)
            {
                view[0]++;
                {|BUF1001:list.Add(1)|};
            }
        }
        """));

    [Fact]
    public Task TakenAnewInEachTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            while (list.Count < 10)
            {
                var view = CollectionsMarshal.AsSpan(list);
                view[0]++;
                list.Add(1);
            }
        }
        """));

    [Fact]
    public Task RenewedAtTheEndOfTheTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (view[0] < 10)
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
            }
        }
        """));

    [Fact]
    public Task RenewedOnlySometimes() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool careful)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (view[0] < 10)
            {
                {|BUF1001:list.Add(1)|};
                if (careful)
                    view = CollectionsMarshal.AsSpan(list);
            }
        }
        """));

    [Fact]
    public Task ForLoopOverIndexes() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < view.Length; i++)
            {
                if (view[i] < 0)
                    {|BUF1001:list.Add(i)|};
            }
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < view.Length; i++)
            {
                if (list[i] < 0)
                    list.Add(i);
            }
        }
        """));

    [Fact]
    public Task IncrementorGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < 3; i++, {|BUF1001:list.Add(i)|})
                view[0] = i;
        }
        """));

    [Fact]
    public Task DoLoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            do
            {
                {|BUF1001:list.Add(1)|};
            }
            while (view[0] > list.Count);
        }

        void N(List<int> list)
        {
            Span<int> view;
            do
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
            }
            while (view[0] > list.Count);
        }
        """));

    [Fact]
    public Task GrowsInsideTheLoopUsedBehindIt() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, int count)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < count; i++)
                {|BUF1001:list.Add(i)|};
            return view[0];
        }

        int N(List<int> list, int count)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var first = view[0];
            for (var i = 0; i < count; i++)
                list.Add(first);
            return first;
        }
        """));

    [Fact]
    public Task InnerLoopGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            for (var i = 0; i < 10; i++)
            {
                var view = CollectionsMarshal.AsSpan(list);
                for (var j = 0; j < 10; j++)
                {
                    view[i] += j;
                    {|BUF1001:list.Add(j)|};
                }
            }
        }

        void N(List<int> list)
        {
            for (var i = 0; i < 10; i++)
            {
                var view = CollectionsMarshal.AsSpan(list);
                for (var j = 0; j < 10; j++)
                    view[i] += j;
                list.Add(i);
            }
        }
        """));

    [Fact]
    public Task ViewOfTheTurnBefore() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            Span<int> last = default;
            for (var i = 0; i < 10; i++)
            {
                if (!last.IsEmpty)
                    last[0] = i;
                last = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(i)|};
            }
        }

        void RenewedAfterTheGrowth(List<int> list)
        {
            Span<int> last = default;
            for (var i = 0; i < 10; i++)
            {
                if (!last.IsEmpty)
                    last[0] = i;
                list.Add(i);
                last = CollectionsMarshal.AsSpan(list);
            }
        }
        """));

    [Fact]
    public Task GrowsOnceThenLeavesTheOuterLoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int[] items)
        {
            var view = CollectionsMarshal.AsSpan(list);
            foreach (var item in items)
            {
                foreach (var other in items)
                {
                    if (view[0] == other)
                    {
                        list.Add(item);
                        goto done;
                    }
                }
            }

        done:
            list.Add(0);
        }
        """));

    [Fact]
    public Task EndlessLoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (true)
            {
                if (view[0] == 0)
                    return;
                {|BUF1001:list.Add(1)|};
            }
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 1;
            while (true)
                list.Add(1);
        }
        """));

    [Fact]
    public Task ForeachOverTheListItself() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, List<int> other)
        {
            foreach (var item in list)
            {
                var view = CollectionsMarshal.AsSpan(other);
                view[0] = item;
                other.Add(item);
            }
        }
        """));

    [Fact]
    public Task ViewCutShorterTurnByTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (!view.IsEmpty)
            {
                view[0]++;
                {|BUF1001:list.Add(1)|};
                view = view[1..];
            }
        }

        void N(List<int> list, List<int> other)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (!view.IsEmpty)
            {
                other.Add(view[0]);
                view = view[1..];
            }
            list.Add(1);
        }
        """));
}
