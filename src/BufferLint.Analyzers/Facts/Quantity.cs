// A number of elements as far as the source tells it.
namespace BufferLint.Facts;

/// <summary>What a count or capacity expression says.</summary>
internal enum QuantityKind
{
    /// <summary>The number <see cref="Quantity.Value"/>.</summary>
    Exactly,

    /// <summary>The owner's own count and <see cref="Quantity.Value"/> more.</summary>
    CountAnd,

    /// <summary>Some number the program computes.</summary>
    Computed,
}

/// <summary>A number of elements.</summary>
/// <param name="Kind">How it is meant.</param>
/// <param name="Value">The number; zero for <see cref="QuantityKind.Computed"/>.</param>
internal readonly record struct Quantity(QuantityKind Kind, int Value)
{
    public static Quantity Computed => new(QuantityKind.Computed, 0);

    public static Quantity Exactly(int value) => new(QuantityKind.Exactly, value);

    public static Quantity CountAnd(int value) => new(QuantityKind.CountAnd, value);
}
