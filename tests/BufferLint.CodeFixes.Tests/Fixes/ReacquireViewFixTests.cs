// Taking the view again: where it is done and how it is written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReacquireViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReacquireViewFixTests
{
    [Fact]
    public Task StraightCode() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        """);

    [Fact]
    public Task CommentsStayWithTheResize() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);

        // One more.
        [|list.Add(1)|]; // 1 it is

        // And used.
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);

        // One more.
        list.Add(1); // 1 it is
        s = CollectionsMarshal.AsSpan(list);

        // And used.
        s[0] = 2;
        """);

    [Fact]
    public Task RefLocal() => Case.Applied(
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        [|list.Add(1)|];
        r = 2;
        """,
        """
        ref var r = ref CollectionsMarshal.AsSpan(list)[n];
        list.Add(1);
        r = ref CollectionsMarshal.AsSpan(list)[n];
        r = 2;
        """);

    [Fact]
    public Task ValueOfADictionary() => Case.Applied(
        """
        ref int v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map["b"] = 1|];
        v++;
        """,
        """
        ref int v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        map["b"] = 1;
        v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        v++;
        """);

    [Fact]
    public Task Slice() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list).Slice(1)[..2];
        [|list.Add(1)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list).Slice(1)[..2];
        list.Add(1);
        s = CollectionsMarshal.AsSpan(list).Slice(1)[..2];
        s[0] = 2;
        """);

    [Fact]
    public Task FieldOwner() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(this._list);
        [|_list.Add(1)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(this._list);
        _list.Add(1);
        s = CollectionsMarshal.AsSpan(this._list);
        s[0] = 2;
        """);

    [Fact]
    public Task BufferOfAStream() => Case.Applied(
        """
        var buffer = stream.GetBuffer();
        [|stream.WriteByte(1)|];
        buffer[0] = 2;
        """,
        """
        var buffer = stream.GetBuffer();
        stream.WriteByte(1);
        buffer = stream.GetBuffer();
        buffer[0] = 2;
        """);

    [Fact]
    public Task ArrayThatBecomesASpan() => Case.Applied(
        """
        Span<int> s = array;
        [|Array.Resize(ref array, 2 * n)|];
        s[0] = 2;
        """,
        """
        Span<int> s = array;
        Array.Resize(ref array, 2 * n);
        s = array;
        s[0] = 2;
        """);

    [Fact]
    public Task BufferOfTheUser() => Case.Applied(
        """
        var growable = new Growable();
        var s = growable.AsSpan();
        [|growable.Add(1)|];
        s[0] = 2;
        """,
        """
        var growable = new Growable();
        var s = growable.AsSpan();
        growable.Add(1);
        s = growable.AsSpan();
        s[0] = 2;
        """);

    [Fact]
    public Task AssignedOnce() => Case.Applied(
        """
        Span<int> s;
        s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        """,
        """
        Span<int> s;
        s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        """);

    [Fact]
    public Task ResizeInADeclaration() => Case.Applied(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        var isNew = [|map.TryAdd("b", 1)|];
        v = isNew ? 1 : 2;
        """,
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        var isNew = map.TryAdd("b", 1);
        v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        v = isNew ? 1 : 2;
        """);

    [Fact]
    public Task EmbeddedStatementGetsBraces() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            // One more.
            [|list.Add(1)|]; // 1 it is
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
        {
            // One more.
            list.Add(1); // 1 it is
            s = CollectionsMarshal.AsSpan(list);
        }
        s[0] = 2;
        """);

    [Fact]
    public Task EmbeddedStatementsOfOneLine() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on) [|list.Add(1)|]; else [|list.Add(2)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
        {
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
        }
        else
        {
            list.Add(2);
            s = CollectionsMarshal.AsSpan(list);
        }
        s[0] = 2;
        """);

    [Fact]
    public Task BlockOfOneLine() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on) { [|list.Add(1)|]; }
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on) { list.Add(1); s = CollectionsMarshal.AsSpan(list); }
        s[0] = 2;
        """);

    [Fact]
    public Task SwitchSection() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        switch (n)
        {
            case 1:
                [|list.Add(1)|];
                break;
        }
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        switch (n)
        {
            case 1:
                list.Add(1);
                s = CollectionsMarshal.AsSpan(list);
                break;
        }
        s[0] = 2;
        """);

    [Fact]
    public Task UsedInTheNextTurn() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in other)
        {
            s[0] = item;
            [|list.Add(item)|];
        }
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in other)
        {
            s[0] = item;
            list.Add(item);
            s = CollectionsMarshal.AsSpan(list);
        }
        """);

    [Fact]
    public Task LoopThatOnlyGrows() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in other)
            [|list.Add(item)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in other)
            list.Add(item);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        """);

    [Fact]
    public Task SeveralResizesInARow() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        list.Add(2);
        list.Add(3);
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        list.Add(2);
        list.Add(3);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        """);

    [Fact]
    public Task TwoViewsUnderOneResize() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = CollectionsMarshal.AsSpan(list)[1..];
        if (on)
            {|BUF1001:{|BUF1001:list.Add(1)|}|};
        s[0] = t[0];
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = CollectionsMarshal.AsSpan(list)[1..];
        if (on)
        {
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
            t = CollectionsMarshal.AsSpan(list)[1..];
        }
        s[0] = t[0];
        """);

    [Fact]
    public Task OneViewUnderTwoResizes() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        var t = CollectionsMarshal.AsSpan(list);
        [|list.Add(2)|];
        t[0] = 3;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        var t = CollectionsMarshal.AsSpan(list);
        list.Add(2);
        t = CollectionsMarshal.AsSpan(list);
        t[0] = 3;
        """);

    [Fact]
    public Task ShiftUnderTheWholeView() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.RemoveAt(n)|];
        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        list.RemoveAt(n);
        s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        """);

    [Fact]
    public Task NameThatIsAKeyword() => Case.Applied(
        """
        var @ref = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        @ref[0] = 2;
        """,
        """
        var @ref = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        @ref = CollectionsMarshal.AsSpan(list);
        @ref[0] = 2;
        """);
}
