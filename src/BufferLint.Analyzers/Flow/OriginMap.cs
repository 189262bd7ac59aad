// What each origin holds, as the states of loan propagation keep it: states are copied at every block and mostly read.
using System;
using System.Collections;
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>A map from origins, by number, to what they hold. A copy shares the entries until one of the two is written to.</summary>
internal sealed class OriginMap : IEnumerable<KeyValuePair<int, ValueSet>>
{
    private int[] _origins;
    private ValueSet[] _held;
    private bool _isShared;

    /// <summary>Makes an empty map.</summary>
    public OriginMap()
    {
        _origins = Array.Empty<int>();
        _held = Array.Empty<ValueSet>();
    }

    private OriginMap(OriginMap other)
    {
        _origins = other._origins;
        _held = other._held;
        Count = other.Count;
        _isShared = other._isShared = true;
    }

    /// <summary>How many origins have an entry.</summary>
    public int Count { get; private set; }

    /// <summary>What an origin holds that has an entry.</summary>
    public ValueSet this[int origin]
    {
        get => TryGetValue(origin, out var held) ? held : throw new KeyNotFoundException();
        set => Set(origin, value);
    }

    /// <summary>The entry at a position, from zero up to <see cref="Count"/>. To give an origin that has an entry another value moves none.</summary>
    public KeyValuePair<int, ValueSet> At(int index) => new(_origins[index], _held[index]);

    /// <summary>A copy.</summary>
    public OriginMap Copy() => new(this);

    /// <summary>Whether both are copies of one another that nobody has written to.</summary>
    public bool IsSameAs(OriginMap other) => _origins == other._origins && _held == other._held && Count == other.Count;

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
        Array.Copy(_origins, index + 1, _origins, index, Count - index);
        Array.Copy(_held, index + 1, _held, index, Count - index);
    }

    /// <summary>Takes out all entries of origins that are asked for.</summary>
    public void RemoveWhere(Func<int, bool> isUnwanted)
    {
        var index = 0;
        while (index < Count && !isUnwanted(_origins[index]))
        {
            index++;
        }

        if (index == Count)
        {
            return;
        }

        Own(Count);
        var kept = index;
        for (; index < Count; index++)
        {
            if (!isUnwanted(_origins[index]))
            {
                (_origins[kept], _held[kept]) = (_origins[index], _held[index]);
                kept++;
            }
        }

        Count = kept;
    }

    /// <summary>The entries as they are now, in the order of origins; writing meanwhile changes nothing of them.</summary>
    public Entries GetEnumerator()
    {
        _isShared = true;
        return new Entries(_origins, _held, Count);
    }

    IEnumerator<KeyValuePair<int, ValueSet>> IEnumerable<KeyValuePair<int, ValueSet>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(int origin) => Array.BinarySearch(_origins, 0, Count, origin);

    private void Set(int origin, ValueSet held)
    {
        var index = Count > 0 && _origins[Count - 1] < origin ? ~Count : Find(origin);
        if (index >= 0)
        {
            if (!_isShared || !_held[index].Equals(held))
            {
                Own(Count);
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
        Count++;
    }

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

    /// <summary>Goes through the entries that a map had when it was asked.</summary>
    public struct Entries(int[] origins, ValueSet[] held, int count) : IEnumerator<KeyValuePair<int, ValueSet>>
    {
        private int _index = -1;

        /// <inheritdoc/>
        public readonly KeyValuePair<int, ValueSet> Current => new(origins[_index], held[_index]);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
