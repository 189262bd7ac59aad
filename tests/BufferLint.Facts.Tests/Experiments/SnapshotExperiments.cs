// Members that are no use of a view: what they tell was copied when the view was taken, or they touch nothing at all.
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BufferLint.ExecutedFacts.Leases;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class SnapshotExperiments
{
    private static readonly Dictionary<string, Func<bool>> IsApart = new()
    {
        ["P:System.Array.Length"] = () => OfArray(array => array.Length),
        ["P:System.Array.LongLength"] = () => OfArray(array => (int)array.LongLength),
        ["P:System.Span`1.Length"] = () => OfSpan(span => span.Length),
        ["P:System.Span`1.IsEmpty"] = () => OfSpan(span => span.IsEmpty ? 0 : 3),
        ["P:System.ReadOnlySpan`1.Length"] = () => OfSpan(span => ((ReadOnlySpan<int>)span).Length),
        ["P:System.ReadOnlySpan`1.IsEmpty"] = () => OfSpan(span => ((ReadOnlySpan<int>)span).IsEmpty ? 0 : 3),
        ["P:System.Memory`1.Length"] = () => OfArray(array => array.AsMemory().Length),
        ["P:System.Memory`1.IsEmpty"] = () => OfArray(array => array.AsMemory().IsEmpty ? 0 : 3),
        ["P:System.ReadOnlyMemory`1.Length"] = () => OfArray(array => ((ReadOnlyMemory<int>)array).Length),
        ["P:System.ReadOnlyMemory`1.IsEmpty"] = () => OfArray(array => ((ReadOnlyMemory<int>)array).IsEmpty ? 0 : 3),
        ["P:System.ArraySegment`1.Count"] = () => OfArray(array => new ArraySegment<int>(array).Count),
        ["P:System.ArraySegment`1.Offset"] = () => OfArray(array => new ArraySegment<int>(array, 3, 0).Offset),
        ["M:System.Span`1.Enumerator.MoveNext"] = () => OfSpan(static span =>
        {
            var turns = 0;
            for (var enumerator = span.GetEnumerator(); enumerator.MoveNext();)
            {
                turns++;
            }

            return turns;
        }),
        ["M:System.ReadOnlySpan`1.Enumerator.MoveNext"] = () => OfSpan(static span =>
        {
            var turns = 0;
            for (var enumerator = ((ReadOnlySpan<int>)span).GetEnumerator(); enumerator.MoveNext();)
            {
                turns++;
            }

            return turns;
        }),

        // A null reference or a null would be touched with an exception.
        ["M:System.Runtime.CompilerServices.Unsafe.IsNullRef``1(``0@)"] = () => Unsafe.IsNullRef(ref Unsafe.NullRef<int>()),
        ["M:System.Runtime.CompilerServices.Unsafe.AreSame``1(``0@,``0@)"] = () => Unsafe.AreSame(ref Unsafe.NullRef<int>(), ref Unsafe.NullRef<int>()),
        ["M:System.Object.ReferenceEquals(System.Object,System.Object)"] = () => ReferenceEquals(null, null),
        ["M:System.GC.KeepAlive(System.Object)"] = static () =>
        {
            GC.KeepAlive(null);
            return true;
        },
    };

    private delegate int Asked(Span<int> span);

    /// <summary>Copied, if the answer has nothing to do with the storage.</summary>
    public static Outcome? Run(string id) => (IsApart.GetValueOrDefault(id) ?? ReaderExperiments.Snapshots.GetValueOrDefault(id) ?? HandleFacts.Snapshots.GetValueOrDefault(id) ?? MappedLeases.Snapshots.GetValueOrDefault(id)) is { } isApart ? isApart() ? Outcome.Copied : Outcome.Aliased : null;

    /// <summary>A span over a list that has moved and changed since.</summary>
    private static bool OfSpan(Asked ask)
    {
        var list = new List<int>(3) { 1, 2, 3 };
        var span = CollectionsMarshal.AsSpan(list);
        list.Add(4);
        list.Clear();
        return ask(span) == 3;
    }

    /// <summary>An array under a variable that has been given another since.</summary>
    private static bool OfArray(Func<int[], int> ask)
    {
        var array = new int[3];
        var old = array;
        Array.Resize(ref array, 5);
        return ask(old) == 3 && array.Length == 5;
    }
}
