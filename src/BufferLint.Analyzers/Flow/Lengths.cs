// What is sure of lengths and numbers at one point.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>The state of <see cref="LengthBounds"/>.</summary>
internal sealed class Lengths
{
    private readonly LengthTerms _terms;
    private Differences _known;

    public Lengths(LengthTerms terms)
        : this(terms, new Differences(terms.Count))
    {
    }

    private Lengths(LengthTerms terms, Differences known)
    {
        _terms = terms;
        _known = known;
    }

    /// <summary>How often a join has taken something away.</summary>
    public int Shrunk { get; set; }

    /// <summary>Whether what was asked on the way contradicts what is known: nobody comes here.</summary>
    public bool IsNever { get; private set; }

    public Lengths Copy() => new(_terms, _known.Copy()) { Shrunk = Shrunk, IsNever = IsNever };

    /// <summary>What both ways know; a way that nobody comes knows everything.</summary>
    public bool Join(Lengths other, bool isLoop)
    {
        if (other.IsNever)
        {
            return false;
        }

        if (IsNever)
        {
            (IsNever, _known) = (false, other._known.Copy());
            return true;
        }

        return _known.Join(other._known, isLoop ? _terms.Thresholds : default);
    }

    /// <summary>Learns left ≥ right + c.</summary>
    public void Require(int left, int right, long c)
    {
        if (_known.AtLeast(right, left) is { } above && above + c > 0)
        {
            IsNever = true;
        }
        else
        {
            _known.Require(left, right, c);
        }
    }

    /// <summary>Learns what a branch says of a difference, where that can be said of two terms.</summary>
    public void Learn(Bounded bounded)
    {
        if (bounded.Kind != ComparisonKind.Distinct)
        {
            RequireSome(bounded.Difference);
            if (bounded.Kind == ComparisonKind.Equal && Extent.Exactly(0).Minus(bounded.Difference) is { } other)
            {
                RequireSome(other);
            }
        }
        else if (AtLeast(bounded.Difference) == 0)
        {
            RequireSome(bounded.Difference.Plus(Extent.Exactly(-1)));
        }
        else if (AtMost(bounded.Difference) == 0 && Extent.Exactly(-1).Minus(bounded.Difference) is { } negative)
        {
            RequireSome(negative);
        }
    }

    /// <summary>Learns that an extent is no less than nothing, where that can be said of two terms.</summary>
    public void RequireSome(Extent extent)
    {
        if (AtMost(extent) < 0)
        {
            IsNever = true;
            return;
        }

        var up = extent.Parts.Where(static part => part.Times > 0).ToArray();
        var down = extent.Parts.Where(static part => part.Times < 0).ToArray();
        if (up.Length <= 1 && down.Length <= 1 && Times(up, down) is { } times && TermOf(up) is { } left && TermOf(down) is { } right && left != right)
        {
            Require(left, right, (long)System.Math.Ceiling(-extent.Constant / (double)times));
        }
    }

    /// <summary>How often both are counted, if it is as often.</summary>
    private static long? Times(ExtentPart[] up, ExtentPart[] down) => (up, down) switch
    {
        ([var one], [var other]) => one.Times == -other.Times ? one.Times : null,
        ([var one], []) => one.Times,
        ([], [var other]) => -other.Times,
        _ => null,
    };

    /// <summary>A variable got another number, or something of another length.</summary>
    public void Assign(Measured measured)
    {
        if (_terms.Of(measured.Variable) is not { } target)
        {
            return;
        }

        var extent = measured.Extent;
        if (extent is { IsAtLeast: false, Parts: [{ Times: 1, Of: var same }] } && same == measured.Variable)
        {
            if (extent.Constant == (int)extent.Constant)
            {
                _known.Shift(target, (int)extent.Constant);
                return;
            }

            extent = null;
        }

        var (least, most) = (extent is null ? null : AtLeast(extent), extent is null or { IsAtLeast: true } ? null : AtMost(extent));
        var source = extent is { Parts: [{ Times: 1, Of: var other }] } ? _terms.Of(other) : null;
        _known.Forget(target);
        if (extent is { Parts.IsEmpty: false } && source is { } known)
        {
            _known.Require(target, known, extent.Constant);
            if (!extent.IsAtLeast)
            {
                _known.Require(known, target, -extent.Constant);
            }
        }

        if (least is { } low)
        {
            _known.Require(target, LengthTerms.Zero, low);
        }

        if (most is { } high)
        {
            _known.Require(LengthTerms.Zero, target, -high);
        }
    }

    /// <summary>What an extent surely is at most; <see langword="null"/> if nobody knows.</summary>
    public long? AtMost(Extent extent) => Extent.Exactly(0).Minus(extent) is { } negative ? -AtLeast(negative) : null;

    /// <summary>What an extent surely is at least; <see langword="null"/> if nobody knows.</summary>
    public long? AtLeast(Extent extent) => AtLeast(extent.Parts) + extent.Constant;

    private long? AtLeast(ImmutableArray<ExtentPart> parts)
    {
        if (parts.IsEmpty)
        {
            return 0;
        }

        // Either the first by itself, or against one of the others.
        var first = parts[0];
        var rest = parts.RemoveAt(0);
        var best = Alone(first) is { } alone ? AtLeast(rest) + alone : null;
        foreach (var other in rest)
        {
            if (first.Times == -other.Times && _terms.Of(first.Of) is { } one && _terms.Of(other.Of) is { } two && Pair(first.Times, one, two) is { } pair && AtLeast(rest.Remove(other)) is { } left && !(best >= pair + left))
            {
                best = pair + left;
            }
        }

        return best;
    }

    private long? Pair(long times, int one, int two) => times > 0 ? times * _known.AtLeast(one, two) : -times * _known.AtLeast(two, one);

    private long? Alone(ExtentPart part) => _terms.Of(part.Of) is not { } term ? null : part.Times > 0
        ? part.Times * _known.AtLeast(term, LengthTerms.Zero)
        : -part.Times * _known.AtLeast(LengthTerms.Zero, term);

    private int? TermOf(IReadOnlyList<ExtentPart> parts) => parts.Count == 0 ? LengthTerms.Zero : _terms.Of(parts[0].Of);
}
