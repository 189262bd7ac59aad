// Where the view cannot be taken again, or would be another one.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReacquireViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReacquireViewNotOfferedTests
{
    [Fact]
    public Task TakingAddsAKey() => Case.NotOffered(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
        [|map.Add("b", 1)|];
        v++;
        """);

    [Fact]
    public Task TakingAsksForRoom() => Case.NotOffered(
        """
        var s = writer.GetSpan(10)[..4];
        [|writer.Write(new byte[100])|];
        s[0] = 1;
        """);

    [Fact]
    public Task CountedView() => Case.NotOffered(
        """
        var view = data.View();
        [|data.Append(1)|];
        view[0] = 1;
        """);

    [Fact]
    public Task RemovedKey() => Case.NotOffered(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map.Remove("a")|];
        v++;
        """);

    [Fact]
    public Task ClearedBuffer() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Clear()|];
        s[0] = 1;
        """);

    [Fact]
    public Task IndexAfterAShift() => Case.NotOffered(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        [|list.Insert(0, 1)|];
        r = 2;
        """);

    [Fact]
    public Task SliceAfterAShift() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list)[1..];
        [|list.RemoveAt(0)|];
        s[0] = 2;
        """);

    [Fact]
    public Task LoopBoundByTheView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        for (var i = 0; i < s.Length; i++)
        {
            s[i]++;
            [|list.Add(i)|];
        }
        """);

    [Fact]
    public Task LoopOverTheView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in s)
        {
            [|list.Add(item)|];
        }
        """);

    [Fact]
    public Task WhileOfTheView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        while (s[0] > 0)
        {
            [|list.Add(1)|];
        }
        """);

    [Fact]
    public Task ViewOfNoLocal() => Case.NotOffered(
        """
        foreach (ref var item in CollectionsMarshal.AsSpan(list))
        {
            [|list.Add(item)|];
            item = 1;
        }
        """);

    [Fact]
    public Task SecondNameOfTheView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = s;
        [|list.Add(1)|];
        s[0] = t[0];
        """);

    [Fact]
    public Task SliceOfALocalView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = s[1..];
        [|list.Add(1)|];
        t[0] = 1;
        """);

    [Fact]
    public Task SliceOfALocalArray() => Case.NotOffered(
        """
        var buffer = stream.GetBuffer();
        var s = buffer.AsSpan(0, 4);
        [|stream.WriteByte(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task ViewOfOneOfTwo() => Case.NotOffered(
        """
        var s = on ? CollectionsMarshal.AsSpan(list) : default;
        [|list.Add(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task LocalThatHeldAnotherView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(other);
        if (on)
            s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task LocalThatIsGivenAnotherView() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            s = CollectionsMarshal.AsSpan(other);
        [|list.Add(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task FilledByReference() => Case.NotOffered(
        """
        if (stream.TryGetBuffer(out var segment))
        {
            [|stream.WriteByte(1)|];
            Read(segment[0]);
        }
        """);

    [Fact]
    public Task OwnerIsReassigned() => Case.NotOffered(
        """
        var grown = list;
        var s = CollectionsMarshal.AsSpan(list);
        list = other;
        [|grown.Add(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task ElementThatIsTheOwnerIsReassigned() => Case.NotOffered(
        """
        var lists = new[] { list, other };
        var first = lists[0];
        var s = CollectionsMarshal.AsSpan(lists[0]);
        lists[0] = other;
        [|first.Add(1)|];
        s[0] = 1;
        """);

    [Fact]
    public Task IndexIsReassigned() => Case.NotOffered(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        n++;
        [|list.Add(1)|];
        r = 1;
        """);

    [Fact]
    public Task IndexIsReassignedInTheLoop() => Case.NotOffered(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        foreach (var item in other)
        {
            [|list.Add(item)|];
            r = 1;
            n++;
        }
        """);

    [Fact]
    public Task IndexIsReassignedInALambda() => Case.NotOffered(
        """
        Action next = () => n++;
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        next();
        [|list.Add(1)|];
        r = 1;
        """);

    [Fact]
    public Task ArgumentIsACall() => Case.NotOffered(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[Random.Shared.Next(3)];
        [|list.Add(1)|];
        r = 1;
        """);

    [Fact]
    public Task ArgumentHasASideEffect() => Case.NotOffered(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n++];
        [|list.Add(1)|];
        r = 1;
        """);

    [Fact]
    public Task ResizeInACondition() => Case.NotOffered(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        if ([|map.TryAdd("b", 1)|])
            v++;
        """);

    [Fact]
    public Task ViewInTheSameStatement() => Case.NotOffered(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        Read([|map.TryAdd("b", 1)|] ? v : 0);
        """);

    [Fact]
    public Task ResizeInALabeledStatement() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        again: [|list.Add(1)|];
        s[0] = 1;
        if (list.Count < 3)
            goto again;
        """);

    [Fact]
    public Task CommentInTheAcquire() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list /* all of it */);
        [|list.Add(1)|];
        s[0] = 1;
        """);
}
