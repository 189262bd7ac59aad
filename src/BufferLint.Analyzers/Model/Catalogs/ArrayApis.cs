// Arrays. Fact: Array.Resize gives the variable a new array; spans and refs over the old one keep the old one.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ArrayApis
{
    /// <summary>The framework's member that replaces the array a variable holds.</summary>
    public const string Resize = "M:System.Array.Resize``1(``0[]@,System.Int32)";

    public static ApiFamily Family { get; } = new("Array", ImmutableArray.Create(
        new ApiRow(Resize, Effect.Move(Slot.Parameter(0)) with { RenewsVariable = true }),
        new ApiRow(ToolkitApis.Resize, Effect.Move(Slot.Parameter(1)) with { RenewsVariable = true })))
    {
        ViewsAreTakenSilently = true,
    };
}
