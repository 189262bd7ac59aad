// What is sure of sizes at one point, and what each event does to it.
using System;
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Flow;

/// <summary>What is sure of one owner's room, in elements.</summary>
/// <param name="Spare">So many can be added without a move; <see cref="int.MaxValue"/> where the program computed a capacity.</param>
/// <param name="Count">It has at most so many; <see langword="null"/> if not known.</param>
/// <param name="Capacity">It has room for at least so many.</param>
internal readonly record struct Room(int Spare, int? Count, int Capacity)
{
    public const int Unbounded = int.MaxValue;

    public static Room Unknown => new(0, null, 0);
}

/// <summary>
/// The state of <see cref="SizeBounds"/>. Room that the program computed is taken to be enough, whatever the numbers say:
/// such an owner is ample.
/// </summary>
internal sealed class Sizes
{
    private readonly SizeTerms _terms;
    private readonly HashSet<int> _ample;
    private readonly Differences _known;

    public Sizes(SizeTerms terms)
        : this(terms, new Differences(terms.Count), new HashSet<int>())
    {
        foreach (var owner in terms.Owners)
        {
            Renew(owner);
        }
    }

    private Sizes(SizeTerms terms, Differences known, HashSet<int> ample)
    {
        _terms = terms;
        _known = known;
        _ample = ample;
    }

    /// <summary>How often a join has taken something away.</summary>
    public int Shrunk { get; set; }

    /// <summary>How many entries it has.</summary>
    public int Count => (_terms.Count * _terms.Count) + _ample.Count;

    public Sizes Copy() => new(_terms, _known.Copy(), new HashSet<int>(_ample)) { Shrunk = Shrunk };

    public bool Join(Sizes other, bool isLoop)
    {
        var changed = false;
        foreach (var owner in _ample.Count + other._ample.Count == 0 ? Enumerable.Empty<OwnerTerms>() : _terms.Owners)
        {
            // What is ample on one side alone has as much room there as it is known to have on the other.
            var isAmple = other._ample.Contains(owner.Count);
            if (_ample.Contains(owner.Count) && !isAmple)
            {
                _ample.Remove(owner.Count);
                Reserve(owner, other.SpareOf(owner) ?? 0);
                changed = true;
            }
            else if (isAmple && !_ample.Contains(owner.Count))
            {
                other = other.Copy();
                other.Reserve(owner, SpareOf(owner) ?? 0);
            }
        }

        return _known.Join(other._known, isLoop ? _terms.Thresholds : default) || changed;
    }

    public Room RoomOf(OwnerTerms owner) => new(
        _ample.Contains(owner.Count) ? Room.Unbounded : SpareOf(owner) ?? 0,
        _known.AtLeast(SizeTerms.Zero, owner.Count) is { } most ? -most : null,
        Math.Max(_known.AtLeast(owner.Capacity, SizeTerms.Zero) ?? 0, 0));

    /// <summary>How much greater one term is than another at least.</summary>
    public int? AtLeast(int term, int other) => _known.AtLeast(term, other);

    /// <summary>Learns term ≥ other + c.</summary>
    public void Require(int term, int other, long c)
    {
        _known.Require(term, other, c);
        if (_terms.Negative(term) is { } negative && _terms.Negative(other) is { } negativeOther)
        {
            _known.Require(negativeOther, negative, c);
        }
    }

    /// <summary>Learns term ≠ other + c.</summary>
    public void Separate(int term, int other, long c)
    {
        _known.Separate(term, other, c);
        if (_terms.Negative(term) is { } negative && _terms.Negative(other) is { } negativeOther)
        {
            _known.Separate(negativeOther, negative, c);
        }
    }

    /// <summary>A number variable is assigned another term and a constant, or nobody knows what.</summary>
    public void Assign(int number, int? source, int c)
    {
        var negative = _terms.Negative(number)!.Value;
        if (source == number)
        {
            _known.Shift(number, c);
            _known.Shift(negative, -c);
            return;
        }

        _known.Forget(number);
        _known.Forget(negative);
        if (source is { } known)
        {
            _known.Equate(number, known, c);
            if (_terms.Negative(known) is { } negativeSource)
            {
                _known.Equate(negative, negativeSource, -c);
            }
        }
    }

    /// <summary>An owner that nothing is known of is made, or may have been.</summary>
    public void Renew(OwnerTerms owner)
    {
        _ample.Remove(owner.Count);
        _known.Forget(owner.Count);
        _known.Forget(owner.Capacity);
        _known.Forget(owner.Added);
        _known.Forget(owner.Room);
        KeepSane(owner);
    }

    /// <summary>There is as much room as the program computed.</summary>
    public void MakeAmple(OwnerTerms owner) => _ample.Add(owner.Count);

    /// <summary>A test showed that there is no room.</summary>
    public void Exhaust(OwnerTerms owner) => _ample.Remove(owner.Count);

    /// <summary>All elements are taken out; the room is as it was.</summary>
    public void Empty(OwnerTerms owner)
    {
        Remove(owner);
        var spare = SpareOf(owner) ?? 0;
        SetCount(owner, SizeTerms.Zero, 0);
        Reserve(owner, spare);
    }

    /// <summary>The count is a term and a constant, or nobody knows what.</summary>
    public void SetCount(OwnerTerms owner, int? term, int count)
    {
        _known.Forget(owner.Count);
        _known.Forget(owner.Added);
        if (term is { } known)
        {
            _known.Equate(owner.Count, known, count);
        }

        KeepSane(owner);
    }

    /// <summary>Elements are added, or may be.</summary>
    /// <param name="owner">To what.</param>
    /// <param name="count">How many; <see langword="null"/> if nobody knows.</param>
    /// <param name="moves">Whether more room may be made for them.</param>
    public void Add(OwnerTerms owner, int? count, bool moves)
    {
        if (count is { } known)
        {
            _known.Shift(owner.Count, known);
            _known.Shift(owner.Added, known);
        }
        else
        {
            _known.Rise(owner.Count);
            _known.Rise(owner.Added);
        }

        if (moves)
        {
            _known.Rise(owner.Capacity);
            _known.Rise(owner.Room);
        }

        _known.Require(owner.Capacity, owner.Count, 0);
        _known.Require(owner.Room, owner.Added, 0);
    }

    /// <summary>Elements may have been taken out.</summary>
    public void Remove(OwnerTerms owner)
    {
        _known.Fall(owner.Count);
        _known.Fall(owner.Added);
        KeepSane(owner);
    }

    /// <summary>One element was taken out: there was one, and there is room for one.</summary>
    public void RemoveOne(OwnerTerms owner)
    {
        _known.Require(owner.Count, SizeTerms.Zero, 1);
        _known.Shift(owner.Count, -1);
        _known.Shift(owner.Added, -1);
    }

    /// <summary>There is room for so many more from here on, in all.</summary>
    public void Reserve(OwnerTerms owner, int spare)
    {
        spare = Math.Max(spare, SpareOf(owner) ?? 0);
        _known.Forget(owner.Added);
        _known.Forget(owner.Room);
        _known.Equate(owner.Added, SizeTerms.Zero, 0);
        _known.Require(owner.Room, SizeTerms.Zero, spare);
        _known.Require(owner.Capacity, owner.Count, spare);
    }

    /// <summary>The capacity is another one.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="mayShrink">Whether it may be smaller too.</param>
    public void Recapacitate(OwnerTerms owner, bool mayShrink)
    {
        _known.Rise(owner.Capacity);
        _known.Rise(owner.Room);
        if (mayShrink)
        {
            _ample.Remove(owner.Count);
            _known.Fall(owner.Capacity);
            _known.Fall(owner.Room);
        }

        _known.Require(owner.Capacity, owner.Count, 0);
    }

    /// <summary>No owner holds less than nothing, or more than it has room for.</summary>
    private void KeepSane(OwnerTerms owner)
    {
        _known.Require(owner.Count, SizeTerms.Zero, 0);
        _known.Require(owner.Capacity, owner.Count, 0);
    }

    private int? SpareOf(OwnerTerms owner)
    {
        var here = _known.AtLeast(owner.Capacity, owner.Count);
        var since = _known.AtLeast(owner.Room, owner.Added);
        return here is null || since > here ? since : here;
    }
}
