// Numbers of elements as far as the source tells them: constants, counts and capacities of buffers, number variables.
namespace BufferLint.Facts;

/// <summary>What is measured.</summary>
internal enum MeasureKind
{
    /// <summary>The number a variable holds.</summary>
    Number,

    /// <summary>How long a view is.</summary>
    Length,

    /// <summary>How many elements a buffer has.</summary>
    Count,

    /// <summary>For how many it has room.</summary>
    Capacity,
}

/// <summary>A number that has a name: of a variable, or of what a variable holds.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Of">The variable.</param>
internal sealed record Measure(MeasureKind Kind, Origin Of);

/// <summary>A number of elements: a constant, a measure and a constant, or something the program computes.</summary>
/// <param name="Base">The measure that <paramref name="Value"/> is added to; <see langword="null"/> for a constant.</param>
/// <param name="Value">The constant.</param>
/// <param name="IsComputed">Whether nothing else is known of it.</param>
internal readonly record struct Quantity(Measure? Base, int Value, bool IsComputed = false)
{
    public static Quantity Computed => new(null, 0, IsComputed: true);

    /// <summary>The constant, if it is one.</summary>
    public int? Constant => Base is null && !IsComputed ? Value : null;

    public static Quantity Exactly(int value) => new(null, value);
}
