// Sets of the loans of one body, for states that hold most of them at most points.
using System;
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>Numbers of loans, one bit each. <see langword="default"/> is the empty set.</summary>
internal readonly struct LoanSet : IEquatable<LoanSet>
{
    private const int Bits = 64;

    private readonly ulong[]? _words;

    private LoanSet(ulong[] words) => _words = words;

    /// <summary>How many loans are in it.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Words)
            {
                for (var rest = word; rest != 0; rest &= rest - 1)
                {
                    count++;
                }
            }

            return count;
        }
    }

    private ReadOnlySpan<ulong> Words => _words;

    public static LoanSet Of(ValueSet loans)
    {
        if (loans.IsEmpty)
        {
            return default;
        }

        var words = new ulong[(loans.Ids[loans.Count - 1] / Bits) + 1];
        foreach (var id in loans.Ids)
        {
            words[id / Bits] |= 1UL << (id % Bits);
        }

        return new LoanSet(words);
    }

    public bool Contains(int id) => _words is not null && id / Bits < _words.Length && (_words[id / Bits] & (1UL << (id % Bits))) != 0;

    /// <summary>The union; this very set if nothing is new.</summary>
    public LoanSet Union(LoanSet other)
    {
        if (other.IsWithin(this))
        {
            return this;
        }

        var (longer, shorter) = Words.Length >= other.Words.Length ? (_words!, other) : (other._words!, this);
        var words = (ulong[])longer.Clone();
        for (var index = 0; index < shorter.Words.Length; index++)
        {
            words[index] |= shorter.Words[index];
        }

        return new LoanSet(words);
    }

    /// <summary>What the other does not have; this very set if that is all.</summary>
    public LoanSet Without(LoanSet other)
    {
        var common = Math.Min(Words.Length, other.Words.Length);
        var first = 0;
        while (first < common && (Words[first] & other.Words[first]) == 0)
        {
            first++;
        }

        if (first == common)
        {
            return this;
        }

        var words = (ulong[])_words!.Clone();
        for (var index = first; index < common; index++)
        {
            words[index] &= ~other.Words[index];
        }

        return new LoanSet(words);
    }

    /// <summary>The loans in order.</summary>
    public ValueSet ToValues()
    {
        var ids = new List<int>();
        for (var id = 0; id < Words.Length * Bits; id++)
        {
            if (Contains(id))
            {
                ids.Add(id);
            }
        }

        return ValueSet.OfSorted(ids);
    }

    public bool Equals(LoanSet other) => _words == other._words || (IsWithin(other) && other.IsWithin(this));

    public override bool Equals(object? obj) => obj is LoanSet other && Equals(other);

    public override int GetHashCode() => Count;

    private bool IsWithin(LoanSet other)
    {
        for (var index = 0; index < Words.Length; index++)
        {
            if ((Words[index] & ~(index < other.Words.Length ? other.Words[index] : 0)) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
