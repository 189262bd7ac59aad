// Room that a comparison shows, and room used up by loops with constant bounds.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RoomAskedFor
{
    [Theory]
    [InlineData("list.Count < list.Capacity")]
    [InlineData("list.Capacity > list.Count")]
    [InlineData("list.Capacity != list.Count")]
    [InlineData("!(list.Count == list.Capacity)")]
    [InlineData("list.Capacity - list.Count >= 1")]
    [InlineData("list.Capacity - list.Count > 0")]
    [InlineData("list.Count + 1 <= list.Capacity")]
    [InlineData("(uint)list.Count < (uint)list.Capacity")]
    [InlineData("list.Capacity - list.Count >= more")]
    [InlineData("list.Count + more <= list.Capacity")]
    public Task RoomIsShown(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, int more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if ({{condition}})
                list.Add(1);
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("list.Count <= list.Capacity")]
    [InlineData("list.Count == list.Capacity")]
    [InlineData("list.Capacity - list.Count >= 0")]
    [InlineData("list.Capacity > 0")]
    [InlineData("list.Count < other.Capacity")]
    [InlineData("list.Capacity - list.Count < more")]
    public Task RoomIsNotShown(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> other, int more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if ({{condition}})
                {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task MoreAddedThanShown() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (list.Capacity - list.Count >= 2)
            {
                list.Add(1);
                list.Add(2);
                {|BUF1001:list.Add(3)|};
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task GrownAndTakenAgainWhereFull() => Verify.VerifyAnalyzerAsync(Members("""
        void Full(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (list.Count == list.Capacity)
            {
                list.EnsureCapacity(list.Count * 2);
                view = CollectionsMarshal.AsSpan(list);
            }

            list.Add(1);
            view[0] = 2;
        }

        void TooSmall(List<int> list, int more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (list.Capacity < list.Count + more)
            {
                list.Capacity = list.Count + more;
                view = CollectionsMarshal.AsSpan(list);
            }

            for (var i = 0; i < more; i++)
                list.Add(i);
            view[0] = 2;
        }

        void NotTakenAgain(List<int> list, int more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (list.Capacity < list.Count + more)
                {|BUF1001:list.Capacity = list.Count + more|};
            for (var i = 0; i < more; i++)
                list.Add(i);
            view[0] = 2;
        }

        void OneMoreThanAsked(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (list.Capacity < list.Count + 1)
            {
                list.EnsureCapacity(list.Count + 1);
                view = CollectionsMarshal.AsSpan(list);
            }

            list.Add(1);
            {|BUF1001:list.Add(2)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task FreeCapacityOfAWriter() => Verify.VerifyAnalyzerAsync(Members("""
        byte Enough(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            if (writer.FreeCapacity >= 4)
            {
                writer.GetSpan(4)[0] = 1;
                writer.Advance(1);
            }

            return written[0];
        }

        byte TooLittle(ArrayBufferWriter<byte> writer)
        {
            var written = writer.WrittenSpan;
            if (writer.FreeCapacity >= 4)
            {
                {|BUF1001:writer.GetSpan(8)|}[0] = 1;
                writer.Advance(1);
            }

            return written[0];
        }
        """));

    [Fact]
    public Task CountRememberedInAVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var count = list.Count;
            list.EnsureCapacity(count + 2);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            list.Add(2);
            view[0] = 2;
            {|BUF1001:list.Add(3)|};
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("for (var i = 0; i < Most; i++)")]
    [InlineData("for (var i = Most; i > 0; i--)")]
    [InlineData("for (var i = 1; i <= Most; ++i)")]
    [InlineData("for (var i = 0; i < items.Length && i < Most; i++)")]
    [InlineData("for (var i = 0; i < Most; i += 2)")]
    [InlineData("var i = Most; while (i-- > 0)")]
    [InlineData("var i = 0; while (i++ < Most)")]
    [InlineData("for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++)")]
    public Task LoopWithinTheRoom(string loop) => Verify.VerifyAnalyzerAsync(Members($$"""
        const int Most = 4;

        void M(List<int> list, int[] items)
        {
            list.EnsureCapacity(list.Count + Most);
            var view = CollectionsMarshal.AsSpan(list);
            {{loop}}
                list.Add(0);
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("for (var i = 0; i <= Most; i++)")]
    [InlineData("for (var i = Most; i >= 0; i--)")]
    [InlineData("for (var i = 0; i < items.Length; i++)")]
    [InlineData("for (var i = 0; i < Most; i++, i -= i % 2)")]
    [InlineData("var i = Most; while (i-- >= 0)")]
    [InlineData("for (var i = 0; i < 2; i++) for (var j = 0; j < 3; j++)")]
    public Task LoopBeyondTheRoom(string loop) => Verify.VerifyAnalyzerAsync(Members($$"""
        const int Most = 4;

        void M(List<int> list, int[] items)
        {
            list.EnsureCapacity(list.Count + Most);
            var view = CollectionsMarshal.AsSpan(list);
            {{loop}}
                {|BUF1001:list.Add(0)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task CountIsTheBound() => Verify.VerifyAnalyzerAsync(Members("""
        const int Most = 4;

        void Below()
        {
            var list = new List<int>(Most) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            while (list.Count < Most)
                list.Add(0);
            view[0] = 2;
        }

        void OneTooFar()
        {
            var list = new List<int>(Most) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            while (list.Count <= Most)
                {|BUF1001:list.Add(0)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task CounterThatChangesUnseen() => Verify.VerifyAnalyzerAsync(Members("""
        void ByReference()
        {
            var list = new List<int>(4) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            var i = 1;
            ref var same = ref i;
            while (i < 4)
            {
                {|BUF1001:list.Add(0)|};
                i++;
                same = 0;
            }

            view[0] = 2;
        }

        void ByLambda(Action<Action> run)
        {
            var list = new List<int>(4) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            var i = 1;
            while (i < 4)
            {
                {|BUF1001:list.Add(0)|};
                i++;
                run(() => i = 0);
            }

            view[0] = 2;
        }
        """));
}
