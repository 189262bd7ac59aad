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

    public bool IsEmpty => _ids is null;

    /// <summary>The numbers, for a loop that a span could not live through.</summary>
    public int[] ToArray() => Ids.ToArray();

    public static ValueSet Of(int id) => new(new[] { id });

    public static ValueSet Of(SortedSet<int> ids)
    {
        if (ids.Count == 0)
        {
            return Empty;
        }

        var sorted = new int[ids.Count];
        ids.CopyTo(sorted);
        return new ValueSet(sorted);
    }

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

        var missing = false;
        foreach (var id in other._ids)
        {
            missing |= !Contains(id);
        }

        if (!missing)
        {
            return this;
        }

        var all = new SortedSet<int>(_ids);
        all.UnionWith(other._ids);
        return Of(all);
    }

    public ValueSet Without(ValueSet other)
    {
        if (_ids is null || other._ids is null)
        {
            return this;
        }

        var rest = new SortedSet<int>(_ids);
        rest.ExceptWith(other._ids);
        return rest.Count == _ids.Length ? this : Of(rest);
    }

    public ValueSet Intersect(ValueSet other)
    {
        if (_ids is null || other._ids is null)
        {
            return Empty;
        }

        var both = new SortedSet<int>(_ids);
        both.IntersectWith(other._ids);
        return both.Count == _ids.Length ? this : Of(both);
    }

    public bool Equals(ValueSet other) => Ids.SequenceEqual(other.Ids);

    public override bool Equals(object? obj) => obj is ValueSet other && Equals(other);

    public override int GetHashCode() => _ids is null ? 0 : _ids.Length * 31 + _ids[0];
}
