// The small value domain: for each two terms (numbers, counts, capacities) the greatest c that a ≥ b + c is known for.
// Term 0 is zero, so constants are no special case. Always closed: what follows from two entries is entered.
using System;
using System.Collections.Immutable;

namespace BufferLint.Flow;

/// <summary>A square of lower bounds on differences.</summary>
internal sealed class Differences : IEquatable<Differences>
{
    private const int Unknown = int.MinValue;
    private const int Huge = 1 << 29;

    private readonly int _size;
    private readonly int[] _atLeast;

    /// <summary>Nothing is known of any two terms.</summary>
    public Differences(int size)
    {
        _size = size;
        _atLeast = new int[size * size];
        for (var entry = 0; entry < _atLeast.Length; entry++)
        {
            _atLeast[entry] = entry % (size + 1) == 0 ? 0 : Unknown;
        }
    }

    private Differences(Differences other)
    {
        _size = other._size;
        _atLeast = (int[])other._atLeast.Clone();
    }

    public Differences Copy() => new(this);

    /// <summary>The greatest c that a ≥ b + c is known for.</summary>
    public int? AtLeast(int a, int b) => this[a, b] is var bound && bound == Unknown ? null : bound;

    /// <summary>Learns a ≥ b + c. What contradicts the known is not learned.</summary>
    public void Require(int a, int b, long c)
    {
        if (a == b || c <= this[a, b] || Math.Abs(c) > Huge || Sum(this[b, a], (int)c) > 0)
        {
            return;
        }

        for (var from = 0; from < _size; from++)
        {
            var first = Sum(this[from, a], (int)c);
            for (var to = 0; first != Unknown && to < _size; to++)
            {
                this[from, to] = Math.Max(this[from, to], Sum(first, this[b, to]));
            }
        }
    }

    /// <summary>Learns a = b + c of a term nothing is known of.</summary>
    public void Equate(int a, int b, int c)
    {
        Require(a, b, c);
        Require(b, a, -(long)c);
    }

    /// <summary>Learns a ≠ b + c: together with one of the two inequalities that is the strict one.</summary>
    public void Separate(int a, int b, long c)
    {
        if (this[a, b] == c)
        {
            Require(a, b, c + 1);
        }
        else if (this[b, a] == -c)
        {
            Require(b, a, 1 - c);
        }
    }

    /// <summary>A term got another value.</summary>
    public void Forget(int a)
    {
        Rise(a);
        Fall(a);
    }

    /// <summary>A term may have become greater: nothing is above it any more.</summary>
    public void Rise(int a)
    {
        for (var other = 0; other < _size; other++)
        {
            this[other, a] = other == a ? 0 : Unknown;
        }
    }

    /// <summary>A term may have become smaller: nothing is below it any more.</summary>
    public void Fall(int a)
    {
        for (var other = 0; other < _size; other++)
        {
            this[a, other] = other == a ? 0 : Unknown;
        }
    }

    /// <summary>A term became greater by c.</summary>
    public void Shift(int a, int c)
    {
        for (var other = 0; other < _size; other++)
        {
            if (other != a)
            {
                this[a, other] = Sum(this[a, other], c);
                this[other, a] = Sum(this[other, a], -c);
            }
        }
    }

    /// <summary>Keeps what both know.</summary>
    /// <param name="other">The other.</param>
    /// <param name="thresholds">Where a bound stops that sinks turn by turn, in rising order; <see langword="default"/> while it may sink as it likes.</param>
    /// <returns>Whether anything was lost.</returns>
    public bool Join(Differences other, ImmutableArray<int> thresholds)
    {
        var isLess = false;
        for (var entry = 0; entry < _atLeast.Length; entry++)
        {
            var bound = other._atLeast[entry];
            if (bound < _atLeast[entry])
            {
                _atLeast[entry] = thresholds.IsDefault || bound == Unknown ? bound : Floor(bound, thresholds);
                isLess = true;
            }
        }

        return isLess;
    }

    public bool Equals(Differences? other) => other is not null && _atLeast.AsSpan().SequenceEqual(other._atLeast);

    public override bool Equals(object? obj) => Equals(obj as Differences);

    public override int GetHashCode() => _size;

    private int this[int a, int b]
    {
        get => _atLeast[(a * _size) + b];
        set => _atLeast[(a * _size) + b] = value;
    }

    private static int Floor(int bound, ImmutableArray<int> thresholds)
    {
        var floor = Unknown;
        foreach (var threshold in thresholds)
        {
            if (threshold <= bound)
            {
                floor = threshold;
            }
        }

        return floor;
    }

    private static int Sum(int left, int right) =>
        left == Unknown || right == Unknown || left + right < -Huge ? Unknown : Math.Min(left + right, Huge);
}
