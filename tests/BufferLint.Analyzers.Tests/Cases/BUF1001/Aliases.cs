// Names: other names of the same owner or view, and names that look alike but are different objects.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Aliases
{
    [Fact]
    public Task OwnerGrowsThroughAlias() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var same = list;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:same.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task CopyOfOwnerGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var copy = new List<int>(list);
            var view = CollectionsMarshal.AsSpan(list);
            copy.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenThroughAlias() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            List<int> a = list, b = a;
            var view = CollectionsMarshal.AsSpan(b);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedThroughAlias() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var same = view;
            {|BUF1001:list.Add(1)|};
            same[0] = 2;
        }
        """));

    [Fact]
    public Task AliasOfViewRenewed() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var same = view;
            same[0] = 1;
            list.Add(1);
            same = CollectionsMarshal.AsSpan(list);
            same[0] = 2;
        }
        """));

    [Fact]
    public Task VariableNowNamesAnotherList() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list = new List<int>();
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OldListGrowsUnderItsOtherName() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var old = list;
            var view = CollectionsMarshal.AsSpan(list);
            list = new List<int>();
            {|BUF1001:old.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerMayBeTheOneViewed() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> a, List<int> b, bool flag)
        {
            var target = flag ? a : b;
            var view = CollectionsMarshal.AsSpan(a);
            {|BUF1001:target.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerIsNeitherCandidate() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> a, List<int> b, List<int> c, bool flag)
        {
            var target = flag ? a : b;
            var view = CollectionsMarshal.AsSpan(c);
            target.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewOfEitherOwner() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> a, List<int> b, bool flag)
        {
            var view = CollectionsMarshal.AsSpan(flag ? a : b);
            {|BUF1001:b.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerOrNew() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var target = list ?? new List<int>();
            var view = CollectionsMarshal.AsSpan(target);
            {|BUF1001:target.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerOrNewViewedByFirstName() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var target = list ?? new List<int>();
            {|BUF1001:target.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerSetIfNull() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> _items;

        void M()
        {
            _items ??= new List<int>();
            var view = CollectionsMarshal.AsSpan(_items);
            {|BUF1001:_items.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RefParameterOwner() => Verify.VerifyAnalyzerAsync(Members("""
        void Grown(ref List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }

        void Replaced(ref List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list = new List<int>();
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnersSwapped() => Verify.VerifyAnalyzerAsync(Members("""
        void OtherGrows(List<int> front, List<int> back)
        {
            var view = CollectionsMarshal.AsSpan(front);
            (front, back) = (back, front);
            front.Add(1);
            view[0] = 2;
        }

        void SameGrows(List<int> front, List<int> back)
        {
            var view = CollectionsMarshal.AsSpan(front);
            (front, back) = (back, front);
            {|BUF1001:back.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnersSwappedByTemporary() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> _front = new(), _back = new();

        void OtherGrows()
        {
            var view = CollectionsMarshal.AsSpan(_front);
            var old = _front;
            _front = _back;
            _back = old;
            _front.Add(1);
            view[0] = 2;
        }

        void SameGrows()
        {
            var view = CollectionsMarshal.AsSpan(_front);
            var old = _front;
            _front = _back;
            _back = old;
            {|BUF1001:_back.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewsSwapped() => Verify.VerifyAnalyzerAsync(Members("""
        int UsedIsDead(List<int> a, List<int> b)
        {
            var x = CollectionsMarshal.AsSpan(a);
            var y = CollectionsMarshal.AsSpan(b);
            var t = x; x = y; y = t;
            {|BUF1001:a.Add(1)|};
            return y[0];
        }

        int UsedIsAlive(List<int> a, List<int> b)
        {
            var x = CollectionsMarshal.AsSpan(a);
            var y = CollectionsMarshal.AsSpan(b);
            var t = x; x = y; y = t;
            a.Add(1);
            return x[0];
        }
        """));

    [Fact]
    public Task OwnerInTuple() => Verify.VerifyAnalyzerAsync(Members("""
        void Same((List<int> Left, List<int> Right) pair)
        {
            var view = CollectionsMarshal.AsSpan(pair.Left);
            {|BUF1001:pair.Left.Add(1)|};
            view[0] = 2;
        }

        void Other((List<int> Left, List<int> Right) pair)
        {
            var view = CollectionsMarshal.AsSpan(pair.Left);
            pair.Right.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerDeconstructed() => Verify.VerifyAnalyzerAsync(Members("""
        void Same((List<int>, List<int>) pair)
        {
            var (left, right) = pair;
            var view = CollectionsMarshal.AsSpan(left);
            {|BUF1001:pair.Item1.Add(1)|};
            view[0] = 2;
        }

        void Other((List<int>, List<int>) pair)
        {
            var (left, right) = pair;
            var view = CollectionsMarshal.AsSpan(left);
            right.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerByPattern() => Verify.VerifyAnalyzerAsync(Members("""
        void Same(object o)
        {
            if (o is List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:((List<int>)o).Add(1)|};
                view[0] = 2;
            }
        }

        void SameName(IEnumerable<int> items)
        {
            if (items is not List<int> list)
                list = new List<int>(items);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OwnerByAsCast() => Verify.VerifyAnalyzerAsync(Members("""
        void M(object o)
        {
            var list = o as List<int>;
            if (list == null)
                return;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:(o as List<int>).Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task TwoVariablesOfOneName() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            { var view = CollectionsMarshal.AsSpan(list); view[0] = 1; }
            list.Add(1);
            { var view = CollectionsMarshal.AsSpan(list); view[0] = 1; }
        }
        """));

    [Fact]
    public Task ViewInAParameter() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, Span<int> view)
        {
            view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view[0];
        }

        int N(List<int> list, Span<int> view)
        {
            list.Add(1);
            return view[0];
        }
        """));
}
