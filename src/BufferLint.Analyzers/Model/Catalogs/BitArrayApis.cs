// BitArray and the span over its bytes. Facts: setting the length may replace the array, growing and, by more than a
// kilobyte, shrinking; everything else works in place.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class BitArrayApis
{
    public static ApiFamily Family { get; } = new("BitArray", ImmutableArray.Create(
        new ApiRow("M:System.Runtime.InteropServices.CollectionsMarshal.AsBytes(System.Collections.BitArray)", Effect.View(Slot.Parameter(0))),
        new ApiRow("P:System.Collections.BitArray.Length", Effect.Move(Slot.This))));
}
