// Fixes of resizes that happen in a callee, and of views that a callee hands out.
using System.Threading.Tasks;
using BufferLint.CodeFixes;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ThroughCallsTests
{
    [Fact]
    public Task TakenAgainAfterTheCallee() => FixCase<ReacquireViewFix>.AppliedToFile(
        Source("""
        var s = store.AsSpan();
        [|store.Add(1)|];
        s[0] = 2;
        """),
        Source("""
        var s = store.AsSpan();
        store.Add(1);
        s = store.AsSpan();
        s[0] = 2;
        """));

    [Fact]
    public Task ReferenceTakenAgain() => FixCase<ReacquireViewFix>.AppliedToFile(
        Source("""
        ref var first = ref store[0];
        [|store.Add(1)|];
        first = 2;
        """),
        Source("""
        ref var first = ref store[0];
        store.Add(1);
        first = ref store[0];
        first = 2;
        """));

    /// <summary>What takes the view may grow the buffer itself: to take it again is no repair.</summary>
    [Fact]
    public Task NotTakenAgainWhereTakingGrows() => FixCase<ReacquireViewFix>.NotOfferedInFile(Source("""
        var s = store.Room(3);
        [|store.Add(1)|];
        s[0] = 2;
        """));

    /// <summary>Nobody can say whether a callee writes elements that the view is meant to see.</summary>
    [Fact]
    public Task NotCopiedBeforeACallee() => FixCase<CopyViewFix>.NotOfferedInFile(Source("""
        ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(list);
        [|Push(list)|];
        Console.WriteLine(s[0]);
        """));

    [Fact]
    public Task RoomMadeForTheCallee() => FixCase<ReserveCapacityFix>.AppliedToFile(
        Source("""
        var s = CollectionsMarshal.AsSpan(list);
        [|Push(list)|];
        s[0] = 2;
        """),
        Source("""
        list.EnsureCapacity(list.Count + 1);
        var s = CollectionsMarshal.AsSpan(list);
        Push(list);
        s[0] = 2;
        """));

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class Store
        {
            private int[] _items = new int[4];
            private int _count;

            public ref int this[int index] => ref _items[index];

            public Span<int> AsSpan() => _items.AsSpan(0, _count);

            public Span<int> Room(int count)
            {
                if (_items.Length - _count < count)
                    Array.Resize(ref _items, _count + count);
                return _items.AsSpan(_count, count);
            }

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Array.Resize(ref _items, _count * 2);
                _items[_count++] = item;
            }
        }

        class C
        {
            static void Push(List<int> items) => items.Add(1);

            void M(Store store, List<int> list)
            {
        {{statements.Replace("\n", "\n        ", System.StringComparison.Ordinal).Insert(0, "        ")}}
            }
        }
        """;
}
