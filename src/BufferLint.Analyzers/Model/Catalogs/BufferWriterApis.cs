// ArrayBufferWriter<T>, and the members of IBufferWriter<T> when they are called on one. Facts: asking for room
// may replace the array; Advance keeps it; Clear zeroes it in place.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class BufferWriterApis
{
    private const string Writer = "System.Buffers.ArrayBufferWriter`1.";
    private const string Interface = "M:System.Buffers.IBufferWriter`1.";

    private static Effect Grows => Effect.Move(Slot.This, Growth.HintInAmount, Slot.Parameter(0));

    private static Effect Free => Effect.View(Slot.This) with { IsImpure = true };

    private static Effect Written => Effect.View(Slot.This) with { IsReadOnly = true };

    public static ApiFamily Family { get; } = new("ArrayBufferWriter", ImmutableArray.Create(
        new ApiRow("P:" + Writer + "WrittenSpan", Written),
        new ApiRow("P:" + Writer + "WrittenMemory", Written),
        new ApiRow("M:" + Writer + "GetSpan(System.Int32)", Grows, Free),
        new ApiRow("M:" + Writer + "GetMemory(System.Int32)", Grows, Free),
        new ApiRow("M:" + Writer + "#ctor(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Writer + "Advance(System.Int32)", new Effect(EffectKind.Fills, Slot.This) { Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Writer + "Clear", Effect.Shift(Slot.This)),

        new ApiRow(Interface + "GetSpan(System.Int32)", Grows),
        new ApiRow(Interface + "GetMemory(System.Int32)", Grows),
        new ApiRow("M:System.Buffers.BuffersExtensions.Write``1(System.Buffers.IBufferWriter{``0},System.ReadOnlySpan{``0})", Effect.Move(Slot.Parameter(0), Growth.CountOfAmount, Slot.Parameter(1)))));
}
