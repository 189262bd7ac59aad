// What generated programs showed, each as small as it gets; see tests/BufferLint.Oracle.Tests.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class FromTheOracle
{
    /// <summary>A reference seated on what is no view refers to none.</summary>
    [Fact]
    public Task SeatedOnNothing() => Verify.VerifyAnalyzerAsync(Members("""
        int _spare;

        void M(List<int> list)
        {
            ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
            slot = 1;
            slot = ref Unsafe.NullRef<int>();
            list.Add(1);
            slot = 2;
        }

        void N(List<int> list)
        {
            ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
            slot = 1;
            slot = ref _spare;
            list.Add(1);
            slot = 2;
        }

        void O(List<int> list)
        {
            ref var slot = ref _spare;
            slot = 1;
            slot = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            slot = 2;
        }
        """));

    /// <summary>Broken wherever it was taken is broken, though there is a path on which it was not taken.</summary>
    [Fact]
    public Task BrokenBeforeOnEveryPathItWasTakenOn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool direct)
        {
            Span<int> view = default;
            if (direct)
            {
                view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 1;
            }

            list.Add(2);
            view[0] = 2;
        }

        void N(List<int> list, bool grow)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (grow)
            {
                {|BUF1001:list.Add(1)|};
                view[0] = 1;
            }

            {|BUF1001:list.Add(2)|};
            view[0] = 2;
        }
        """));

    /// <summary>Room that was asked for is not used up by asking again.</summary>
    [Fact]
    public Task RoomAskedForInALoop() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ArrayBufferWriter<int> writer)
        {
            writer.GetSpan(4);
            var written = writer.WrittenSpan;
            for (int i = 0; i < 3; i++)
                writer.GetSpan(4);
            return written[0];
        }

        int N(ArrayBufferWriter<int> writer)
        {
            writer.GetSpan(4);
            var written = writer.WrittenSpan;
            for (int i = 0; i < 3; i++)
                {|BUF1001:writer.GetSpan(5)|};
            return written[0];
        }
        """));

    /// <summary>A removal leaves room for one.</summary>
    [Fact]
    public Task RoomLeftByARemoval() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.RemoveAt(0);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            view[0] = 2;
        }

        void N(List<int> list)
        {
            list.RemoveAt(0);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    /// <summary>What once was in it, or was asked for, still fits after it was cleared.</summary>
    [Fact]
    public Task RoomKeptWhenCleared() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ArrayBufferWriter<int> writer)
        {
            writer.Write(new int[2]);
            writer.Clear();
            var written = writer.WrittenSpan;
            writer.Write(new int[2]);
            return written[0];
        }

        int N(ArrayBufferWriter<int> writer)
        {
            writer.GetSpan(4);
            writer.Clear();
            var written = writer.WrittenSpan;
            writer.GetSpan(4);
            return written[0];
        }

        int O(ArrayBufferWriter<int> writer)
        {
            writer.GetSpan(4);
            writer.Clear();
            var written = writer.WrittenSpan;
            {|BUF1001:writer.GetSpan(5)|};
            return written[0];
        }
        """));

    /// <summary>Room asked for beside what is there is capacity, of use when that is gone.</summary>
    [Fact]
    public Task RoomBesideTheWritten() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ArrayBufferWriter<int> writer)
        {
            writer.Clear();
            writer.Write(new int[2]);
            writer.GetSpan(4);
            writer.Clear();
            var written = writer.WrittenSpan;
            writer.GetSpan(6);
            return written[0];
        }

        int N(ArrayBufferWriter<int> writer)
        {
            writer.Clear();
            writer.Write(new int[2]);
            writer.GetSpan(4);
            writer.Clear();
            var written = writer.WrittenSpan;
            {|BUF1001:writer.GetSpan(7)|};
            return written[0];
        }
        """));

    /// <summary>Insertion moves elements on, and takes none out.</summary>
    [Fact]
    public Task CountKeptByInsertion() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            list.Clear();
            list.Insert(0, 1);
            list.Insert(0, 2);
            list.Clear();
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            list.Add(2);
            {|BUF1001:list.Add(3)|};
            view[0] = 2;
        }
        """));

    /// <summary>A call that shifts and moves does not come after its own shift.</summary>
    [Fact]
    public Task ShiftedAndMovedByOneCall() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int[] spare)
        {
            Span<int> view = CollectionsMarshal.AsSpan(list);
            foreach (ref var item in view)
            {
                view = spare;
                {|BUF1001:CollectionsMarshal.SetCount(list, 6)|};
            }

            {|BUF1001:list.Clear()|};
            view[0] = 1;
        }
        """));

    /// <summary>Clearing what is empty changes nothing.</summary>
    [Fact]
    public Task ClearedTwice() => Verify.VerifyAnalyzerAsync(Members("""
        int M(ArrayBufferWriter<int> writer)
        {
            writer.Clear();
            var written = writer.WrittenSpan;
            writer.Clear();
            return written[0];
        }

        int N(Dictionary<int, int> map)
        {
            map.Clear();
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, 1, out _);
            {|BUF1001:map.Clear()|};
            return value;
        }
        """));

    /// <summary>Trimming takes the room away, however it was made.</summary>
    [Fact]
    public Task TrimmedAfterReserving() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int count)
        {
            list.EnsureCapacity(count);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.TrimExcess()|};
            view[0] = 1;
        }

        void N(List<int> list)
        {
            list.EnsureCapacity(8);
            list.TrimExcess();
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.EnsureCapacity(8)|};
            view[0] = 1;
        }

        void O(List<int> list, int count)
        {
            list.EnsureCapacity(count);
            list.TrimExcess();
            list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            view[0] = 1;
        }
        """));

    /// <summary>A key that is there already takes no room, so that a dictionary's count is not known by counting calls.</summary>
    [Fact]
    public Task SameKeySetTwice() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var map = new Dictionary<int, int>(2);
            map[1] = 1;
            map[1] = 2;
            map[1] = 3;
            map[1] = 4;
            map.Clear();
            map[1] = 1;
            ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(map, 1);
            map[2] = 2;
            {|BUF1001:map[3] = 3|};
            return value;
        }
        """));

    /// <summary>Another key's removal leaves a key where it is.</summary>
    [Fact]
    public Task OtherKeyRemoved() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<int, int> map)
        {
            map[1] = 5;
            map.Remove(2);
            ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(map, 3);
            map[1] = 6;
            value++;
        }

        void N(Dictionary<int, int> map, int key)
        {
            map[1] = 5;
            map.Remove(key);
            ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(map, 3);
            {|BUF1001:map[1] = 6|};
            value++;
        }
        """));

    /// <summary>A reference that is seated again on what a condition chooses.</summary>
    [Fact]
    public Task SeatedOnEither() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, List<int> other, bool direct)
        {
            ref var slot = ref CollectionsMarshal.AsSpan(other)[0];
            slot = ref CollectionsMarshal.AsSpan(direct ? list : other)[0];
            {|BUF1001:list.Add(1)|};
            slot = 2;
        }

        void N(List<int> list, List<int> other, bool direct)
        {
            ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
            slot = 1;
            slot = ref CollectionsMarshal.AsSpan(direct ? other : new List<int> { 1 })[0];
            list.Add(1);
            slot = 2;
        }
        """));

    /// <summary>A view of an array that a condition chose is a view of the variable it was chosen from.</summary>
    [Fact]
    public Task ViewOfEitherArray() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items, int[] others, bool direct)
        {
            var view = (direct ? items : others).AsSpan();
            {|BUF1001:Array.Resize(ref items, 10)|};
            return view[0];
        }

        int N(int[] items, int[] others, int[] third, bool direct)
        {
            var view = (direct ? items : others).AsSpan();
            Array.Resize(ref third, 10);
            return view[0] + third[0];
        }
        """));

    /// <summary>Two views that a variable may hold, one of them told for another variable.</summary>
    [Fact]
    public Task SecondViewOfAVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, ref int spare, bool direct)
        {
            Span<int> view;
            ref var slot = ref spare;
            if (direct)
            {
                view = {|#1:CollectionsMarshal.AsSpan(list)|};
                slot = ref view[0];
            }
            else
            {
                view = {|#3:CollectionsMarshal.AsSpan(list)|};
            }

            {|#0:list.Add(1)|};
            {|#2:slot = 1|};
            {|#4:view[0]|} = 2;
        }
        """), Verify.Diagnostic("BUF1001").WithLocation(0).WithLocation(1).WithLocation(2), Verify.Diagnostic("BUF1001").WithLocation(0).WithLocation(3).WithLocation(4));
}
