// What each origin holds, as the states of loan propagation keep it: states are copied at every block and mostly read.
using System.Collections;
using System.Collections.Generic;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>
/// A map from origins, by number, to what they hold. Temporaries come and go with every expression and stand apart, so that
/// the many entries that last are shared by all states that only evaluate something.
/// </summary>
internal sealed class OriginMap : IEnumerable<KeyValuePair<int, ValueSet>>
{
    private readonly OriginTable _origins;
    private readonly SortedOrigins _lasting;
    private SortedOrigins? _temporary;

    /// <summary>Makes an empty map.</summary>
    /// <param name="origins">The origins of the body.</param>
    public OriginMap(OriginTable origins)
        : this(origins, new SortedOrigins(), temporary: null)
    {
    }

    private OriginMap(OriginTable origins, SortedOrigins lasting, SortedOrigins? temporary)
    {
        _origins = origins;
        _lasting = lasting;
        _temporary = temporary;
    }

    /// <summary>How many origins have an entry.</summary>
    public int Count => _lasting.Count + (_temporary?.Count ?? 0);

    /// <summary>How many of these are no temporaries; their entries come first.</summary>
    public int LastingCount => _lasting.Count;

    /// <summary>How many entries and values there are, temporaries left out.</summary>
    public long Size => _lasting.Count + _lasting.ValueCount;

    /// <summary>What an origin holds that has an entry.</summary>
    public ValueSet this[int origin]
    {
        get => TryGetValue(origin, out var held) ? held : throw new KeyNotFoundException();
        set => (_origins.IsTemporary(origin) ? _temporary ??= new SortedOrigins() : _lasting).Set(origin, value);
    }

    /// <summary>The entry at a position, from zero up to <see cref="Count"/>. To give an origin that has an entry another value moves none.</summary>
    public KeyValuePair<int, ValueSet> At(int index) => index < _lasting.Count ? _lasting.At(index) : _temporary!.At(index - _lasting.Count);

    /// <summary>A copy.</summary>
    public OriginMap Copy() => new(_origins, _lasting.Copy(), _temporary?.Copy());

    /// <summary>A copy without temporaries.</summary>
    public OriginMap CopyLasting() => new(_origins, _lasting.Copy(), temporary: null);

    /// <summary>Whether what lasts is the same in both: they are copies of one another that nobody has written to.</summary>
    public bool LastsAs(OriginMap other) => _lasting.IsSameAs(other._lasting);

    /// <summary>Whether an origin has an entry.</summary>
    public bool ContainsKey(int origin) => Of(origin)?.ContainsKey(origin) == true;

    /// <summary>What an origin holds.</summary>
    /// <returns>Whether it has an entry.</returns>
    public bool TryGetValue(int origin, out ValueSet held)
    {
        held = default;
        return Of(origin)?.TryGetValue(origin, out held) == true;
    }

    /// <summary>Takes an origin's entry out, if it has one.</summary>
    public void Remove(int origin) => Of(origin)?.Remove(origin);

    /// <summary>Takes out the temporaries from one number up to another, that one left out.</summary>
    public void RemoveTemporaries(int from, int to) => _temporary?.RemoveRange(from, to);

    /// <summary>The entries as they are now, what lasts first, each part in the order of origins; writing meanwhile changes nothing of them.</summary>
    public Entries GetEnumerator() => new(_lasting, _temporary);

    IEnumerator<KeyValuePair<int, ValueSet>> IEnumerable<KeyValuePair<int, ValueSet>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SortedOrigins? Of(int origin) => _origins.IsTemporary(origin) ? _temporary : _lasting;

    /// <summary>Goes through the entries that a map had when it was asked.</summary>
    public struct Entries(SortedOrigins lasting, SortedOrigins? temporary) : IEnumerator<KeyValuePair<int, ValueSet>>
    {
        private readonly (int[] Origins, ValueSet[] Held) _lasting = lasting.Freeze();
        private readonly (int[] Origins, ValueSet[] Held) _temporary = temporary?.Freeze() ?? default;
        private readonly int _ofLasting = lasting.Count;
        private readonly int _count = lasting.Count + (temporary?.Count ?? 0);
        private int _index = -1;

        /// <inheritdoc/>
        public readonly KeyValuePair<int, ValueSet> Current => _index < _ofLasting
            ? new(_lasting.Origins[_index], _lasting.Held[_index])
            : new(_temporary.Origins[_index - _ofLasting], _temporary.Held[_index - _ofLasting]);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
