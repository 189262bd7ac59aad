// A number of elements or bytes as a sum: so many times this measure, so many times that one, and a constant.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace BufferLint.Facts;

/// <summary>A measure, so many times.</summary>
internal readonly record struct ExtentPart(Origin Of, long Times);

/// <summary>How much there is, or is needed.</summary>
/// <param name="Parts">The measures, by origin: its number, or how long what it holds is.</param>
/// <param name="Constant">What is added to them.</param>
/// <param name="IsAtLeast">Whether it may be more than that.</param>
internal sealed record Extent(ImmutableArray<ExtentPart> Parts, long Constant, bool IsAtLeast = false)
{
    /// <summary>No size is greater; what is kept below it can be multiplied and added without overflow.</summary>
    private const long Huge = 1L << 31;

    /// <summary>The number, if it is one.</summary>
    public long? Number => Parts.IsEmpty && !IsAtLeast ? Constant : null;

    /// <summary>A number that was written; <see langword="null"/> of one that is no size.</summary>
    public static Extent? Written(long number) => IsHuge(number) ? null : Exactly(number);

    public static Extent Exactly(long number) => new(ImmutableArray<ExtentPart>.Empty, number);

    public static Extent Of(Origin measured) => new(ImmutableArray.Create(new ExtentPart(measured, 1)), 0);

    public Extent Plus(Extent other)
    {
        var times = new SortedDictionary<int, ExtentPart>();
        foreach (var part in Parts.Concat(other.Parts))
        {
            times[part.Of.Id] = new ExtentPart(part.Of, part.Times + (times.TryGetValue(part.Of.Id, out var present) ? present.Times : 0));
        }

        return new Extent(times.Values.Where(static part => part.Times != 0).ToImmutableArray(), Constant + other.Constant, IsAtLeast || other.IsAtLeast);
    }

    /// <summary>What is left; <see langword="null"/> if nobody knows how much is taken away.</summary>
    public Extent? Minus(Extent other) => other.IsAtLeast || other.TimesNumber(-1) is not { } taken ? null : Plus(taken);

    /// <summary>One of both must be a number.</summary>
    public Extent? Times(Extent other) => Number is { } number ? other.TimesNumber(number) : other.Number is { } times ? TimesNumber(times) : null;

    /// <summary>How many whole parts of a size it has; <see langword="null"/> if nobody knows.</summary>
    public Extent? DividedBy(long size) => Number is { } number ? Exactly(number / size) : Constant % size == 0 && Parts.All(part => part.Times % size == 0)
        ? new Extent(Parts.Select(part => part with { Times = part.Times / size }).ToImmutableArray(), Constant / size, IsAtLeast)
        : null;

    private Extent? TimesNumber(long number) =>
        IsHuge(number) || IsHuge(Constant) || IsHuge(Constant * number) || Parts.Any(part => IsHuge(part.Times) || IsHuge(part.Times * number)) || (IsAtLeast && number < 0) ? null
        : number == 0 ? Exactly(0)
        : new Extent(Parts.Select(part => part with { Times = part.Times * number }).ToImmutableArray(), Constant * number, IsAtLeast);

    private static bool IsHuge(long number) => number is > Huge or < -Huge;

    public override string ToString()
    {
        var parts = Parts.Select(static part => part.Times == 1 ? part.Of.ToString() : part.Times.ToString(CultureInfo.InvariantCulture) + "*" + part.Of);
        return (IsAtLeast ? ">= " : string.Empty) + string.Join(" + ", Constant == 0 && !Parts.IsEmpty ? parts : parts.Append(Constant.ToString(CultureInfo.InvariantCulture)));
    }
}
