// Origins and what they hold, in order: what an origin map is made of.
using System;
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>A map from origins, by number, to what they hold. A copy shares the entries until one of the two is written to.</summary>
internal sealed class SortedOrigins
{
    private int[] _origins;
    private ValueSet[] _held;
    private bool _isShared;

    /// <summary>Makes an empty map.</summary>
    public SortedOrigins()
    {
        _origins = Array.Empty<int>();
        _held = Array.Empty<ValueSet>();
    }

    private SortedOrigins(SortedOrigins other)
    {
        _origins = other._origins;
        _held = other._held;
        Count = other.Count;
        ValueCount = other.ValueCount;
        _isShared = other._isShared = true;
    }

    /// <summary>How many origins have an entry.</summary>
    public int Count { get; private set; }

    /// <summary>How many values all of them hold.</summary>
    public long ValueCount { get; private set; }

    /// <summary>The entry at a position, from zero up to <see cref="Count"/>. To give an origin that has an entry another value moves none.</summary>
    public KeyValuePair<int, ValueSet> At(int index) => new(_origins[index], _held[index]);

    /// <summary>A copy.</summary>
    public SortedOrigins Copy() => new(this);

    /// <summary>Whether both are copies of one another that nobody has written to.</summary>
    public bool IsSameAs(SortedOrigins other) => _origins == other._origins && _held == other._held && Count == other.Count;

    /// <summary>Whether an origin has an entry.</summary>
    public bool ContainsKey(int origin) => Find(origin) >= 0;

    /// <summary>What an origin holds.</summary>
    /// <returns>Whether it has an entry.</returns>
    public bool TryGetValue(int origin, out ValueSet held)
    {
        var index = Find(origin);
        held = index >= 0 ? _held[index] : default;
        return index >= 0;
    }

    /// <summary>Takes an origin's entry out, if it has one.</summary>
    public void Remove(int origin)
    {
        var index = Find(origin);
        if (index < 0)
        {
            return;
        }

        Own(Count);
        Count--;
        ValueCount -= _held[index].Count;
        Array.Copy(_origins, index + 1, _origins, index, Count - index);
        Array.Copy(_held, index + 1, _held, index, Count - index);
    }

    /// <summary>Takes out the entries of all origins from one up to another, that one left out.</summary>
    public void RemoveRange(int from, int to)
    {
        var first = IndexOf(from);
        var end = IndexOf(to);
        if (first == end)
        {
            return;
        }

        Own(Count);
        for (var index = first; index < end; index++)
        {
            ValueCount -= _held[index].Count;
        }

        Array.Copy(_origins, end, _origins, first, Count - end);
        Array.Copy(_held, end, _held, first, Count - end);
        Count -= end - first;
    }

    /// <summary>The entries as they are now; writing meanwhile changes nothing of them.</summary>
    public (int[] Origins, ValueSet[] Held) Freeze()
    {
        _isShared = true;
        return (_origins, _held);
    }

    /// <summary>The position of the first entry of an origin or one after it.</summary>
    public int IndexOf(int origin) => Find(origin) is var index && index < 0 ? ~index : index;

    /// <summary>Gives an origin what it holds.</summary>
    public void Set(int origin, ValueSet held)
    {
        var index = Count > 0 && _origins[Count - 1] < origin ? ~Count : Find(origin);
        if (index >= 0)
        {
            if (!_isShared || !_held[index].Equals(held))
            {
                Own(Count);
                ValueCount += held.Count - _held[index].Count;
                _held[index] = held;
            }

            return;
        }

        index = ~index;
        Own(Count + 1);
        Array.Copy(_origins, index, _origins, index + 1, Count - index);
        Array.Copy(_held, index, _held, index + 1, Count - index);
        _origins[index] = origin;
        _held[index] = held;
        ValueCount += held.Count;
        Count++;
    }

    private int Find(int origin) => Array.BinarySearch(_origins, 0, Count, origin);

    /// <summary>Has entries of its own, and room for so many.</summary>
    private void Own(int room)
    {
        if (!_isShared && room <= _origins.Length)
        {
            return;
        }

        var size = room <= Count ? Count : Math.Max(room + 3, Count + (Count / 2));
        var (origins, held) = (new int[size], new ValueSet[size]);
        Array.Copy(_origins, origins, Count);
        Array.Copy(_held, held, Count);
        (_origins, _held, _isShared) = (origins, held, false);
    }
}
