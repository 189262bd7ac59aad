// A small immutable set of value numbers; most hold one.
using System;
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>Numbers of values, sorted. <see langword="default"/> is the empty set.</summary>
internal readonly struct ValueSet : IEquatable<ValueSet>
{
    private readonly int[]? _ids;

    private ValueSet(int[] ids) => _ids = ids;

    public static ValueSet Empty => default;

    public ReadOnlySpan<int> Ids => _ids;

    public int Count => _ids?.Length ?? 0;

    public bool IsEmpty => _ids is null;

    /// <summary>The numbers, for code that a span could not live through; not to be written to.</summary>
    public int[] ToArray() => _ids ?? Array.Empty<int>();

    public static ValueSet Of(int id) => new(new[] { id });

    /// <summary>The set of numbers in any order; the list is sorted by it.</summary>
    public static ValueSet Of(List<int> ids)
    {
        ids.Sort();
        var count = 0;
        for (var index = 0; index < ids.Count; index++)
        {
            if (count == 0 || ids[index] != ids[count - 1])
            {
                ids[count++] = ids[index];
            }
        }

        ids.RemoveRange(count, ids.Count - count);
        return OfSorted(ids);
    }

    /// <summary>The set of numbers that come in order, each once.</summary>
    public static ValueSet OfSorted(List<int> ids) => ids.Count == 0 ? Empty : new ValueSet(ids.ToArray());

    public bool Contains(int id) => _ids is not null && Array.BinarySearch(_ids, id) >= 0;

    /// <summary>The union; this very set if nothing is new.</summary>
    public ValueSet Union(ValueSet other)
    {
        if (other._ids is null || other._ids == _ids)
        {
            return this;
        }

        if (_ids is null)
        {
            return other;
        }

        var more = CountOfOthersMissing(other._ids);
        if (more == 0)
        {
            return this;
        }

        var all = new int[_ids.Length + more];
        for (int to = 0, here = 0, there = 0; to < all.Length; to++)
        {
            if (there == other._ids.Length || (here < _ids.Length && _ids[here] <= other._ids[there]))
            {
                there += there < other._ids.Length && _ids[here] == other._ids[there] ? 1 : 0;
                all[to] = _ids[here++];
            }
            else
            {
                all[to] = other._ids[there++];
            }
        }

        return new ValueSet(all);
    }

    public ValueSet Without(ValueSet other)
    {
        if (_ids is null || other._ids is null)
        {
            return this;
        }

        return Only(other, isWanted: false);
    }

    public ValueSet Without(LoanSet loans)
    {
        var kept = new List<int>(Count);
        foreach (var id in Ids)
        {
            if (!loans.Contains(id))
            {
                kept.Add(id);
            }
        }

        return kept.Count == Count ? this : OfSorted(kept);
    }

    public ValueSet Intersect(ValueSet other)
    {
        if (_ids is null || other._ids is null)
        {
            return Empty;
        }

        return Only(other, isWanted: true);
    }

    public bool Equals(ValueSet other) => Ids.SequenceEqual(other.Ids);

    public override bool Equals(object? obj) => obj is ValueSet other && Equals(other);

    public override int GetHashCode() => _ids is null ? 0 : _ids.Length * 31 + _ids[0];

    private int CountOfOthersMissing(int[] others)
    {
        var missing = others.Length;
        for (int here = 0, there = 0; here < _ids!.Length && there < others.Length;)
        {
            missing -= _ids[here] == others[there] ? 1 : 0;
            (here, there) = _ids[here] == others[there] ? (here + 1, there + 1) : _ids[here] < others[there] ? (here + 1, there) : (here, there + 1);
        }

        return missing;
    }

    /// <summary>The numbers that are in another set, or those that are not; this very set if those are all.</summary>
    private ValueSet Only(ValueSet other, bool isWanted)
    {
        var kept = new int[_ids!.Length];
        var count = 0;
        var there = 0;
        foreach (var id in _ids)
        {
            while (there < other._ids!.Length && other._ids[there] < id)
            {
                there++;
            }

            if ((there < other._ids.Length && other._ids[there] == id) == isWanted)
            {
                kept[count++] = id;
            }
        }

        return count == _ids.Length ? this : count == 0 ? Empty : new ValueSet(kept.AsSpan(0, count).ToArray());
    }
}
