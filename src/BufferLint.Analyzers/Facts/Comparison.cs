// What a branch says about numbers of elements: list.Count < list.Capacity, writer.FreeCapacity >= 4, i < 10.
namespace BufferLint.Facts;

/// <summary>How a difference compares with zero.</summary>
internal enum ComparisonKind
{
    AtLeast,
    Equal,
    Distinct,
}

/// <summary><paramref name="Left"/> − <paramref name="Right"/> + <paramref name="Offset"/> is at least, equal to, or distinct from zero.</summary>
/// <param name="Left">The measure that counts upward; <see langword="null"/> for none.</param>
/// <param name="Right">The measure that counts downward; <see langword="null"/> for none.</param>
/// <param name="Offset">The constant.</param>
/// <param name="Kind">How it compares.</param>
/// <param name="HasComputedPart">Whether the difference has a part that only the program knows.</param>
internal sealed record Comparison(Measure? Left, Measure? Right, int Offset, ComparisonKind Kind, bool HasComputedPart) : Lesson
{
    /// <summary>What holds where this does not.</summary>
    public Comparison Negated => Kind switch
    {
        ComparisonKind.AtLeast => this with { Left = Right, Right = Left, Offset = -Offset - 1 },
        ComparisonKind.Equal => this with { Kind = ComparisonKind.Distinct },
        _ => this with { Kind = ComparisonKind.Equal },
    };

    /// <summary>What has no element where this holds; <see langword="null"/> if it says that of nothing.</summary>
    public Origin? Empty => this switch
    {
        { HasComputedPart: true } => null,
        { Kind: ComparisonKind.AtLeast, Left: null, Right: { Kind: MeasureKind.Count or MeasureKind.Length } counted, Offset: <= 0 } => counted.Of,
        { Kind: ComparisonKind.Equal, Left: { Kind: MeasureKind.Count or MeasureKind.Length } counted, Right: null, Offset: 0 } => counted.Of,
        { Kind: ComparisonKind.Equal, Left: null, Right: { Kind: MeasureKind.Count or MeasureKind.Length } counted, Offset: 0 } => counted.Of,
        _ => null,
    };

    /// <summary>Whether it speaks of a buffer, not of number variables alone.</summary>
    public bool IsAboutBuffers => Left is { Kind: not MeasureKind.Number } || Right is { Kind: not MeasureKind.Number };
}
