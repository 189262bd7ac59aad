// List<T>: growth within room that was surely made before moves nothing.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ListCapacity
{
    [Fact]
    public Task ReservedBeforeTheView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task MoreAddedThanReserved() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            {|BUF1001:list.Add(2)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ReservedForTwo() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.EnsureCapacity(list.Count + 2);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            list.Add(2);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ReservedForOtherList() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, List<int> other)
        {
            other.EnsureCapacity(other.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ReservedOnOneBranchOnly() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool large)
        {
            if (large)
                list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ReservedOnBothBranches() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool large)
        {
            if (large)
                list.EnsureCapacity(list.Count + 8);
            else
                list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RoomOfTheConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(4);
            list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(2);
            list.Add(3);
            return view[0];
        }
        """));

    [Fact]
    public Task RoomOfTheConstructorUsedUp() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(2);
            list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(2);
            {|BUF1001:list.Add(3)|};
            return view[0];
        }
        """));

    [Fact]
    public Task RoomFilledByInitializer() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var prices = new List<int>(2) { 1000, 250 };
            var goods = CollectionsMarshal.AsSpan(prices);
            {|BUF1001:prices.Add(499)|};
            goods[0] -= 100;
            return prices[0];
        }
        """));

    [Fact]
    public Task RoomLeftByInitializer() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var prices = new List<int>(3) { 1000, 250 };
            var goods = CollectionsMarshal.AsSpan(prices);
            prices.Add(499);
            goods[0] -= 100;
            return prices[0];
        }
        """));

    [Fact]
    public Task NoRoomByTheEmptyConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int> { 1, 2, 3, 4 };
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(5)|};
            return view[0];
        }
        """));

    [Fact]
    public Task RoomForAConstantLoop() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(8) { 0 };
            var view = CollectionsMarshal.AsSpan(list);
            for (int i = 0; i < 7; i++)
                list.Add(i);
            return view[0];
        }
        """));

    [Fact]
    public Task NoRoomForAConstantLoop() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(8) { 0 };
            var view = CollectionsMarshal.AsSpan(list);
            for (int i = 0; i < 8; i++)
                {|BUF1001:list.Add(i)|};
            return view[0];
        }
        """));

    [Fact]
    public Task RoomForALoopUpToTheSameCount() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var list = new List<int>(items.Length + 1) { 0 };
            var view = CollectionsMarshal.AsSpan(list);
            foreach (var item in items)
                list.Add(item);
            return view[0];
        }
        """));

    [Fact]
    public Task AddInAnUnboundedLoop() => Verify.VerifyAnalyzerAsync(Members("""
        int M(IEnumerator<int> items)
        {
            var list = new List<int>(8) { 0 };
            var view = CollectionsMarshal.AsSpan(list);
            while (items.MoveNext())
                {|BUF1001:list.Add(items.Current)|};
            return view[0];
        }
        """));

    [Fact]
    public Task AddRangeWithinTheRoom() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(4) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            list.AddRange(new[] { 2, 3, 4 });
            return view[0];
        }
        """));

    [Fact]
    public Task AddRangeBeyondTheRoom() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(4) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.AddRange(new[] { 2, 3, 4, 5 })|};
            return view[0];
        }
        """));

    [Fact]
    public Task RoomByCapacityProperty() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.Capacity = list.Count + 1;
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RoomTrimmedAway() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.EnsureCapacity(list.Count + 4);
            list.TrimExcess();
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RoomMadeInTheInitializerAndSetLower() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var list = new List<int>(16) { 1 };
            list.Capacity = 1;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task EnsureCapacityWithinTheRoom() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var list = new List<int>(16) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            list.EnsureCapacity(16);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task EnsureCapacityBeyondTheRoom() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var list = new List<int>(16) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.EnsureCapacity(17)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RoomMadeByClear() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var list = new List<int>(2) { 1, 2 };
            list.Clear();
            list.Add(3);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(4);
            return view[0];
        }
        """));

    [Fact]
    public Task RoomReservedAfterTheViewIsTheMistake() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.EnsureCapacity(list.Count + 1)|};
            list.Add(1);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RoomForAsManyAsAnotherHas() => Verify.VerifyAnalyzerAsync(Members("""
        int AtOnce(List<int> list, List<int> more)
        {
            list.EnsureCapacity(list.Count + more.Count);
            var view = CollectionsMarshal.AsSpan(list);
            list.AddRange(more);
            return view[0];
        }

        int OneByOne(List<int> list, List<int> more)
        {
            list.EnsureCapacity(list.Count + more.Count);
            var view = CollectionsMarshal.AsSpan(list);
            foreach (var item in more)
                list.Add(item);
            return view[0];
        }
        """));
}
