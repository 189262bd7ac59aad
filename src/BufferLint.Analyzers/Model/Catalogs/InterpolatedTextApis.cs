// DefaultInterpolatedStringHandler and the text gathered so far. Fact: growing rents another array and gives the old one
// back to the pool at once.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class InterpolatedTextApis
{
    private const string Handler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.";

    private static readonly ImmutableArray<string> Appending = ImmutableArray.Create(
        "AppendLiteral(System.String)",
        "AppendFormatted(System.Object,System.Int32,System.String)",
        "AppendFormatted(System.ReadOnlySpan{System.Char})",
        "AppendFormatted(System.ReadOnlySpan{System.Char},System.Int32,System.String)",
        "AppendFormatted(System.String)",
        "AppendFormatted(System.String,System.Int32,System.String)",
        "AppendFormatted``1(``0)",
        "AppendFormatted``1(``0,System.Int32)",
        "AppendFormatted``1(``0,System.Int32,System.String)",
        "AppendFormatted``1(``0,System.String)");

    public static ApiFamily Family { get; } = new("Interpolated text", ImmutableArray.Create(
        new ApiRow("P:" + Handler + "Text", Effect.View(Slot.This) with { IsReadOnly = true }))
        .AddRange(Appending.Select(id => new ApiRow("M:" + Handler + id, Effect.Move(Slot.This)))));
}
