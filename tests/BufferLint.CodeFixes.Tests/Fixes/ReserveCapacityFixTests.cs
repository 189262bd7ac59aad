// Making room first: where, how much, and where not.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReserveCapacityFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReserveCapacityFixTests
{
    [Fact]
    public Task StraightCode() => Case.Applied(
        """
        Read(n);

        // All of it.
        var s = CollectionsMarshal.AsSpan(list); // a span
        [|list.Add(1)|];
        s[0] = 2;
        """,
        """
        Read(n);

        list.EnsureCapacity(list.Count + 1);
        // All of it.
        var s = CollectionsMarshal.AsSpan(list); // a span
        list.Add(1);
        s[0] = 2;
        """);

    [Fact]
    public Task SumOfAllGrowth() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        if (on)
            list.AddRange(new int[3]);
        s[0] = 2;
        """,
        """
        list.EnsureCapacity(list.Count + 4);
        var s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        if (on)
            list.AddRange(new int[3]);
        s[0] = 2;
        """);

    [Fact]
    public Task GrowthBeforeTheViewIsNotCounted() => Case.Applied(
        """
        var made = new List<int> { 1, 2, 3 };
        var s = CollectionsMarshal.AsSpan(made);
        [|made.Add(4)|];
        s[0] = 2;
        """,
        """
        var made = new List<int> { 1, 2, 3 };
        made.EnsureCapacity(made.Count + 1);
        var s = CollectionsMarshal.AsSpan(made);
        made.Add(4);
        s[0] = 2;
        """);

    [Fact]
    public Task TwoFindingsOfOneView() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            [|list.Add(1)|];
        else
            [|list.Add(2)|];
        s[0] = 2;
        """,
        """
        list.EnsureCapacity(list.Count + 2);
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            list.Add(1);
        else
            list.Add(2);
        s[0] = 2;
        """);

    [Fact]
    public Task TwoViewsUnderOneResize() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = CollectionsMarshal.AsSpan(list);
        {|BUF1001:{|BUF1001:list.Add(1)|}|};
        s[0] = t[0];
        """,
        """
        list.EnsureCapacity(list.Count + 1);
        var s = CollectionsMarshal.AsSpan(list);
        var t = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        s[0] = t[0];
        """);

    [Fact]
    public Task TwoViewsOneAfterTheOther() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        var t = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        t[0] = 2;
        """,
        """
        list.EnsureCapacity(list.Count + 2);
        var s = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        s[0] = 2;
        var t = CollectionsMarshal.AsSpan(list);
        list.Add(1);
        t[0] = 2;
        """);

    [Fact]
    public Task ReferenceToAnElement() => Case.Applied(
        """
        ref var r = ref CollectionsMarshal.AsSpan(this._list)[0];
        [|_list.Add(1)|];
        r = 2;
        """,
        """
        this._list.EnsureCapacity(this._list.Count + 1);
        ref var r = ref CollectionsMarshal.AsSpan(this._list)[0];
        _list.Add(1);
        r = 2;
        """);

    [Fact]
    public Task ValueOfADictionary() => Case.Applied(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map["b"] = 1|];
        v = 2;
        """,
        """
        map.EnsureCapacity(map.Count + 1);
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        map["b"] = 1;
        v = 2;
        """);

    [Fact]
    public Task TakingAddsAKeyToo() => Case.Applied(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
        [|map.Add("b", 1)|];
        v = 2;
        """,
        """
        map.EnsureCapacity(map.Count + 2);
        ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
        map.Add("b", 1);
        v = 2;
        """);

    [Fact]
    public Task SecondNameOfTheView() => Case.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = s[1..];
        [|list.Add(1)|];
        t[0] = s[0];
        """,
        """
        list.EnsureCapacity(list.Count + 1);
        var s = CollectionsMarshal.AsSpan(list);
        var t = s[1..];
        list.Add(1);
        t[0] = s[0];
        """);

    [Fact]
    public Task NotOfferedWhenOnlyOnePathWouldReserve() => Case.NotOffered(
        """
        Span<int> s = default;
        if (on)
            s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        """);

    [Fact]
    public Task InOneTurnOfALoop() => Case.Applied(
        """
        foreach (var item in other)
        {
            var s = CollectionsMarshal.AsSpan(list);
            [|list.Add(item)|];
            s[0] = 2;
        }
        """,
        """
        foreach (var item in other)
        {
            list.EnsureCapacity(list.Count + 1);
            var s = CollectionsMarshal.AsSpan(list);
            list.Add(item);
            s[0] = 2;
        }
        """);

    [Fact]
    public Task NotOfferedWhenGrowthIsInALoop() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        foreach (var item in other)
            [|list.Add(item)|];
        s[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenTheLoopGoesOverTheView() => Case.NotOffered(
        """
        foreach (var item in CollectionsMarshal.AsSpan(list))
            [|list.Add(item)|];
        """);

    [Fact]
    public Task NotOfferedWhenGrowthIsNotKnown() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.AddRange(other)|];
        s[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenElementsShift() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Insert(0, 1)|];
        s[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenTheOwnerCannotReserve() => Case.NotOffered(
        """
        var buffer = stream.GetBuffer();
        [|stream.WriteByte(1)|];
        buffer[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenTheOwnerIsACall() => Case.NotOffered(
        """
        List<int> Get() => list;
        var all = Get();
        var s = CollectionsMarshal.AsSpan(all = list);
        [|all.Add(1)|];
        s[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenTheOwnerIsReassignedBetween() => Case.NotOffered(
        """
        var grown = list;
        var s = CollectionsMarshal.AsSpan(grown);
        grown = other;
        [|list.Add(1)|];
        s[0] = 2;
        """);

    [Fact]
    public Task NotOfferedWhenTheOwnerIsDeclaredThere() => Case.NotOffered(
        """
        if (other is List<int> made && CollectionsMarshal.AsSpan(made) is { IsEmpty: false } s)
        {
            [|made.Add(1)|];
            s[0] = 2;
        }
        """);

    [Fact]
    public Task NotOfferedInTheConditionOfALoop() => Case.NotOffered(
        """
        while (CollectionsMarshal.AsSpan(list) is { Length: < 5 } s)
        {
            [|list.Add(1)|];
            s[0] = 2;
        }
        """);

    [Fact]
    public Task NotOfferedWhenAnotherViewWouldBreak() => Case.NotOffered(
        """
        Span<int> t = default;
        switch (n)
        {
            case 1:
                t = CollectionsMarshal.AsSpan(list);
                break;
        }

        t[0] = 1;
        {
            var s = CollectionsMarshal.AsSpan(list);
            {|BUF1001:{|BUF1001:list.AddRange(other)|}|};
            s[0] = t[0];
        }
        """);

    [Fact]
    public Task NotOfferedInALambdaWithoutStatements() => Case.NotOfferedInFile(
        """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            static int Grow(Span<int> s, bool isNew) => s[0];

            int M(Dictionary<int, int> map) => Grow(MemoryMarshal.CreateSpan(ref CollectionsMarshal.GetValueRefOrNullRef(map, 1), 1), [|map.TryAdd(2, 2)|]);
        }
        """);
}
