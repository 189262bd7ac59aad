// List<T>: members that leave the array but change what stands where; a finding only if an element is read or written later.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ListShift
{
    [Fact]
    public Task ElementReadAfterClear() => Verify.VerifyAnalyzerAsync(Members("""
        string M(List<string> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Clear()|};
            return view[0];
        }
        """));

    [Fact]
    public Task OnlyLengthReadAfterClear() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<string> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Clear();
            return view.Length;
        }
        """));

    [Fact]
    public Task ElementWrittenAfterRemoveAt() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.RemoveAt(0)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenAgainAfterRemoveAt() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (view[0] == 0)
            {
                list.RemoveAt(0);
                view = CollectionsMarshal.AsSpan(list);
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task ElementReadAfterRemove() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Remove(7)|};
            return view[^1];
        }
        """));

    [Fact]
    public Task ElementReadBeforeRemove() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var last = view[^1];
            list.Remove(last);
            return last;
        }
        """));

    [Fact]
    public Task ElementsReadAfterRemoveRange() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var sum = 0;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.RemoveRange(0, 2)|};
            foreach (var item in view)
                sum += item;
            return sum;
        }
        """));

    [Fact]
    public Task ElementReadAfterRemoveAll() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.RemoveAll(item => item < 0)|};
            return view[0];
        }
        """));

    [Fact]
    public Task RemovedThroughInterface() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            ICollection<int> items = list;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:items.Clear()|};
            return view[0];
        }
        """));

    [Fact]
    public Task ReferenceIntoListAfterRemoveAt() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref var last = ref CollectionsMarshal.AsSpan(list)[^1];
            {|BUF1001:list.RemoveAt(0)|};
            last = 0;
        }
        """));

    [Fact]
    public Task SortAndReverseKeepTheView() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Sort();
            list.Reverse();
            list[0] = 4;
            return view[0];
        }
        """));

    [Fact]
    public Task RemovedInLoopBackwardsThenLeft() => Verify.VerifyAnalyzerAsync(Members("""
        bool M(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = view.Length - 1; i >= 0; i--)
            {
                if (view[i] == wanted)
                {
                    list.RemoveAt(i);
                    return true;
                }
            }

            return false;
        }
        """));

    [Fact]
    public Task RemovedInALoopThatRunsDown() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = view.Length - 1; i >= 0; i--)
            {
                if (view[i] == wanted)
                    list.RemoveAt(i);
            }
        }
        """));

    [Fact]
    public Task RemovedInALoopThatRunsUp() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < view.Length; i++)
            {
                if (view[i] == wanted)
                    {|BUF1001:list.RemoveAt(i)|};
            }
        }

        void Steered(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            for (var i = 0; i < list.Count; i++)
            {
                if (view[i] == wanted)
                    list.RemoveAt(i--);
            }
        }
        """));

    [Fact]
    public Task ViewOnlyClearedAfterRemoveIsStillAccess() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.RemoveAt(0)|};
            view.Clear();
        }
        """));

    [Fact]
    public Task ShorterSetCountUnderView() => Verify.VerifyAnalyzerAsync(Members("""
        string M()
        {
            var list = new List<string>(4) { "a", "b" };
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:CollectionsMarshal.SetCount(list, 1)|};
            return view[1];
        }
        """));

    [Fact]
    public Task AddedAfterClear() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Clear()|};
            list.Add(1);
            return view[0];
        }
        """));
}
