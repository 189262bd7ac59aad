// Arrays. Fact: Array.Resize gives the variable a new array; spans and refs over the old one keep the old one.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ArrayApis
{
    /// <summary>The framework's member that replaces the array a variable holds.</summary>
    public const string Resize = "M:System.Array.Resize``1(``0[]@,System.Int32)";

    private static Effect Reorders => new(EffectKind.Reorders, Slot.Parameter(0));

    public static ApiFamily Family { get; } = new("Array", ImmutableArray.Create(
        new ApiRow(Resize, Effect.Move(Slot.Parameter(0)) with { RenewsVariable = true }),
        new ApiRow(ToolkitApis.Resize, Effect.Move(Slot.Parameter(1)) with { RenewsVariable = true }),
        new ApiRow("M:System.Array.Reverse(System.Array)", Reorders),
        new ApiRow("M:System.Array.Reverse(System.Array,System.Int32,System.Int32)", Reorders),
        new ApiRow("M:System.Array.Reverse``1(``0[])", Reorders),
        new ApiRow("M:System.Array.Reverse``1(``0[],System.Int32,System.Int32)", Reorders),
        new ApiRow("M:System.Array.Sort(System.Array)", Reorders),
        new ApiRow("M:System.Array.Sort(System.Array,System.Collections.IComparer)", Reorders),
        new ApiRow("M:System.Array.Sort``1(``0[])", Reorders),
        new ApiRow("M:System.Array.Sort``1(``0[],System.Comparison{``0})", Reorders),
        new ApiRow("M:System.Array.Sort``1(``0[],System.Collections.Generic.IComparer{``0})", Reorders)))
    {
        ViewsAreTakenSilently = true,
    };
}
