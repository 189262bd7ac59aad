// Copying when the view is taken: how the copy is written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyViewFixTests
{
    [Fact]
    public Task LocalWithoutAType() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list); // all of it
        [|list.Add(1)|];
        Read(s[0] + s.Length);
        """,
        """
        Span<int> s = list.ToArray(); // all of it
        list.Add(1);
        Read(s[0] + s.Length);
        """);

    [Fact]
    public Task LocalWithAType() => Case.Applied(
        """
        ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(_list);
        if (on)
            [|_list.Add(1)|];
        Read(s);
        """,
        """
        ReadOnlySpan<int> s = _list.ToArray();
        if (on)
            _list.Add(1);
        Read(s);
        """);

    [Fact]
    public Task Slice() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list)[1..];
        [|list.Add(1)|];
        Read(s);
        """,
        """
        Span<int> s = CollectionsMarshal.AsSpan(list)[1..].ToArray();
        list.Add(1);
        Read(s);
        """);

    [Fact]
    public Task LoopOverTheView() => Case.Applied(
        """
        foreach (var item in CollectionsMarshal.AsSpan(list))
            [|list.Add(item)|];
        """,
        """
        foreach (var item in list.ToArray())
            list.Add(item);
        """);

    [Fact]
    public Task LoopOverALocalView() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in s)
        {
            [|list.Add(item)|];
        }
        """,
        """
        Span<int> s = list.ToArray();
        foreach (var item in s)
        {
            list.Add(item);
        }
        """);

    [Fact]
    public Task WrittenSpanOfAWriter() => Case.Applied(
        """
        var written = writer.WrittenSpan;
        [|writer.Write(new byte[100])|];
        Read(written[0]);
        """,
        """
        ReadOnlySpan<byte> written = writer.WrittenSpan.ToArray();
        writer.Write(new byte[100]);
        Read(written[0]);
        """);

    [Fact]
    public Task WrittenMemoryOfAWriter() => Case.Applied(
        """
        ReadOnlyMemory<byte> written = writer.WrittenMemory;
        [|writer.Write(new byte[100])|];
        Read(written.Span[0]);
        """,
        """
        ReadOnlyMemory<byte> written = writer.WrittenMemory.ToArray();
        writer.Write(new byte[100]);
        Read(written.Span[0]);
        """);

    [Fact]
    public Task SpanOfAnArray() => Case.Applied(
        """
        var s = array.AsSpan(1, 2);
        [|Array.Resize(ref array, 10)|];
        Read(s);
        """,
        """
        Span<int> s = array.AsSpan(1, 2).ToArray();
        Array.Resize(ref array, 10);
        Read(s);
        """);

    [Fact]
    public Task ArrayThatBecomesASpan() => Case.Applied(
        """
        ReadOnlySpan<int> s = array;
        [|Array.Resize(ref array, 10)|];
        Read(s);
        """,
        """
        ReadOnlySpan<int> s = array.AsSpan().ToArray();
        Array.Resize(ref array, 10);
        Read(s);
        """);

    [Fact]
    public Task ListThatMayBeNull() => Case.Applied(
        """
        List<int>? some = on ? list : null;
        var s = CollectionsMarshal.AsSpan(some);
        [|some!.Add(1)|];
        Read(s);
        """,
        """
        List<int>? some = on ? list : null;
        Span<int> s = CollectionsMarshal.AsSpan(some).ToArray();
        some!.Add(1);
        Read(s);
        """);

    [Fact]
    public Task ReferenceToAValue() => Case.Applied(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map.Add("b", 1)|];
        Read(v);
        """,
        """
        var v = CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        map.Add("b", 1);
        Read(v);
        """);

    [Fact]
    public Task ReadOnlyReferenceToAnElement() => Case.Applied(
        """
        ref readonly int r = ref CollectionsMarshal.AsSpan(list)[n];
        [|list.Add(1)|];
        Read(r);
        """,
        """
        int r = CollectionsMarshal.AsSpan(list)[n];
        list.Add(1);
        Read(r);
        """);

    [Fact]
    public Task ValueUnderAnotherKey() => Case.Applied(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map["b"] = 1|];
        Read(v);
        """,
        """
        var v = CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        map["b"] = 1;
        Read(v);
        """);

    [Fact]
    public Task RemovedElementsAreKept() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Clear()|];
        Read(s);
        """,
        """
        Span<int> s = list.ToArray();
        list.Clear();
        Read(s);
        """);

    [Fact]
    public Task TwoFindingsOfOneView() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            [|list.Add(1)|];
        else
            [|list.Add(2)|];
        Read(s);
        """,
        """
        Span<int> s = list.ToArray();
        if (on)
            list.Add(1);
        else
            list.Add(2);
        Read(s);
        """);

    [Fact]
    public Task TwoViewsUnderOneResize() => Case.Applied(
        """
        ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(list);
        ReadOnlySpan<int> t = CollectionsMarshal.AsSpan(list)[1..];
        {|BUF1001:{|BUF1001:list.Add(1)|}|};
        Read(s[0] + t[0]);
        """,
        """
        ReadOnlySpan<int> s = list.ToArray();
        ReadOnlySpan<int> t = CollectionsMarshal.AsSpan(list)[1..].ToArray();
        list.Add(1);
        Read(s[0] + t[0]);
        """);
}
