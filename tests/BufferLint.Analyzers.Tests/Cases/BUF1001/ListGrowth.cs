// List<T>: members that may replace the array under a span, each beside a near miss that is fine.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ListGrowth
{
    [Fact]
    public Task ViewUsedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            Span<int> view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenAgainAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            Span<int> view = CollectionsMarshal.AsSpan(list);
            view[0] = 1;
            list.Add(1);
            view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewLastUsedBeforeAdd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var first = view[0];
            list.Add(first);
            return first;
        }
        """));

    [Fact]
    public Task OwnerItselfUsedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            CollectionsMarshal.AsSpan(list).Fill(0);
            list.Add(1);
            list[0] = 2;
        }
        """));

    [Fact]
    public Task OtherListGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, List<int> log)
        {
            var view = CollectionsMarshal.AsSpan(list);
            log.Add(view.Length);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task CopyUsedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            int[] copy = CollectionsMarshal.AsSpan(list).ToArray();
            list.Add(1);
            copy[0] = 2;
        }
        """));

    [Fact]
    public Task ViewReadAfterAddRange() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, IEnumerable<int> more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.AddRange(more)|};
            return view[0];
        }
        """));

    [Fact]
    public Task ViewReadBeforeAddRange() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, IEnumerable<int> more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var first = view[0];
            list.AddRange(more);
            return first;
        }
        """));

    [Fact]
    public Task ViewUsedAfterAddRangeOfNothing() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.AddRange(Array.Empty<int>());
            list.AddRange([]);
            view[0] = 1;
        }
        """));

    [Fact]
    public Task ViewUsedAfterAddRangeOfSpan() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, ReadOnlySpan<int> more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.AddRange(more)|};
            view[0] = 1;
        }
        """));

    [Fact]
    public Task ListGrowsByItsOwnView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.AddRange(view);
        }
        """));

    [Fact]
    public Task ViewUsedAfterInsert() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Insert(0, 1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenAgainAfterInsert() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.Insert(0, 1);
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedAfterInsertRange() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int[] more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.InsertRange(0, more)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedAfterCapacityIsSet() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Capacity = list.Count|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task CapacityIsOnlyRead() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Capacity - list.Count;
            view[0] = 2;
            return room;
        }
        """));

    [Fact]
    public Task CapacityDoubledUnderView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Capacity *= 2|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedAfterEnsureCapacity() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int count)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.EnsureCapacity(count)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenAfterEnsureCapacity() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int count)
        {
            list.EnsureCapacity(count);
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedAfterTrimExcess() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.TrimExcess()|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewUsedAfterSetCount() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:CollectionsMarshal.SetCount(list, 100)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewTakenAfterSetCount() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> M(int count)
        {
            var list = new List<int>();
            CollectionsMarshal.SetCount(list, count);
            CollectionsMarshal.AsSpan(list).Clear();
            return list;
        }
        """));

    [Fact]
    public Task ListGrowsThroughItsGenericInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ICollection<int> collection = list;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:collection.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task OtherListGrowsThroughItsInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, ICollection<int> collection)
        {
            var view = CollectionsMarshal.AsSpan(list);
            collection.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ListInsertsThroughItsInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            IList<int> items = list;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:items.Insert(0, 1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ListGrowsThroughItsOldInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:((IList)list).Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ElementsSetThroughInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            IList<int> items = list;
            var view = CollectionsMarshal.AsSpan(list);
            items[0] = 1;
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ListOfCustomSubclassGrows() => Verify.VerifyAnalyzerAsync(Types("""
        class Names : List<string>
        {
            void M()
            {
                var view = CollectionsMarshal.AsSpan(this);
                {|BUF1001:Add("x")|};
                view[0] = "y";
            }

            void N(Names others)
            {
                var view = CollectionsMarshal.AsSpan(this);
                others.Add("x");
                view[0] = "y";
            }
        }
        """));

    [Fact]
    public Task TwoGrowthsUnderOneView() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            list.Add(2);
            return view[0];
        }
        """));

    [Fact]
    public Task OneGrowthUnderTwoViews() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var all = CollectionsMarshal.AsSpan(list);
            var again = CollectionsMarshal.AsSpan(list);
            {|BUF1001:{|BUF1001:list.Add(1)|}|};
            return all[0] + again[1];
        }
        """));

    [Fact]
    public Task ReadOnlyMembersBetween() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var found = list.Contains(3) ? list.IndexOf(3) : list.BinarySearch(3);
            list.CopyTo(new int[list.Count]);
            var copy = list.GetRange(0, 1);
            copy.Add(1);
            return view[0] + found + list.ToArray().Length + list.Find(item => item > 0);
        }
        """));
}
