// The buffers of CommunityToolkit.HighPerformance. Facts: the pooled writer gives the old array back when it grows; the
// writer over a given memory never moves; resizing a pooled array gives the variable another one.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ToolkitApis
{
    /// <summary>Resizes an array of a pool; the old one goes back to the pool.</summary>
    public const string Resize = "M:" + Toolkit + "ArrayPoolExtensions.Resize``1(System.Buffers.ArrayPool{``0},``0[]@,System.Int32,System.Boolean)";

    private const string Toolkit = "CommunityToolkit.HighPerformance.";
    private const string Pooled = Toolkit + "Buffers.ArrayPoolBufferWriter`1.";
    private const string Fixed = Toolkit + "Buffers.MemoryBufferWriter`1.";
    private const string Extensions = "M:" + Toolkit + "IBufferWriterExtensions.";

    private static Effect Grows => Effect.Move(Slot.This, Growth.HintInAmount, Slot.Parameter(0));

    private static Effect Free => Effect.View(Slot.This) with { IsImpure = true };

    private static Effect Written => Effect.View(Slot.This) with { IsReadOnly = true };

    private static Effect Rents => Effect.Acquire(ReleaseFamily.MemoryOwner);

    private static Effect Fills => new(EffectKind.Fills, Slot.This) { Amount = Slot.Parameter(0) };

    private static Effect ForwardsTo => new(EffectKind.ForwardsTo, Slot.Parameter(0));

    private static Effect Reserves(int parameter) => new(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(parameter) };

    public static ApiFamily Family { get; } = new("Toolkit writers", ImmutableArray.Create(
        new ApiRow("P:" + Pooled + "WrittenSpan", Written),
        new ApiRow("P:" + Pooled + "WrittenMemory", Written),
        new ApiRow("M:" + Pooled + "GetSpan(System.Int32)", Grows, Free),
        new ApiRow("M:" + Pooled + "GetMemory(System.Int32)", Grows, Free),
        new ApiRow("M:" + Pooled + "#ctor(System.Int32)", Reserves(0), Rents),
        new ApiRow("M:" + Pooled + "#ctor(System.Buffers.ArrayPool{`0},System.Int32)", Reserves(1), Rents),
        new ApiRow("M:" + Pooled + "#ctor", Rents),
        new ApiRow("M:" + Pooled + "#ctor(System.Buffers.ArrayPool{`0})", Rents),
        new ApiRow("M:" + Pooled + "Advance(System.Int32)", Fills),
        new ApiRow("M:" + Pooled + "Clear", Effect.Shift(Slot.This)),

        new ApiRow("P:" + Fixed + "WrittenSpan", Written with { StaysInPlace = true }),
        new ApiRow("P:" + Fixed + "WrittenMemory", Written with { StaysInPlace = true }),
        new ApiRow("M:" + Fixed + "GetSpan(System.Int32)", Free with { StaysInPlace = true }),
        new ApiRow("M:" + Fixed + "GetMemory(System.Int32)", Free with { StaysInPlace = true }),
        new ApiRow("M:" + Fixed + "#ctor(System.Memory{`0})", new Effect(EffectKind.NeverMoves, Slot.Result)),
        new ApiRow("M:" + Fixed + "Clear", Effect.Shift(Slot.This)),

        new ApiRow(Extensions + "Write``1(System.Buffers.IBufferWriter{System.Byte},``0)", Effect.Move(Slot.Parameter(0)), Effect.Advance(Slot.Parameter(0))),
        new ApiRow(Extensions + "Write``1(System.Buffers.IBufferWriter{``0},``0)", Effect.Move(Slot.Parameter(0), Growth.One), Effect.Advance(Slot.Parameter(0))),
        new ApiRow(Extensions + "Write``1(System.Buffers.IBufferWriter{System.Byte},System.ReadOnlySpan{``0})", Effect.Move(Slot.Parameter(0)), Effect.Advance(Slot.Parameter(0))),
        new ApiRow(Extensions + "AsStream(System.Buffers.IBufferWriter{System.Byte})", ForwardsTo),
        new ApiRow("M:" + Toolkit + "ArrayPoolBufferWriterExtensions.AsStream(" + Toolkit + "Buffers.ArrayPoolBufferWriter{System.Byte})", ForwardsTo),
        new ApiRow("M:" + Toolkit + "StreamExtensions.Write``1(System.IO.Stream,``0@)", Effect.Move(Slot.Parameter(0))))
        .AddRange(BufferWriterApis.Writing)
        .AddRange(SinkApis.Rows))
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Toolkit + "Buffers.ArrayPoolBufferWriter`1", Effect.GiveBack(Slot.This, ReleaseFamily.MemoryOwner) with { IsIdempotent = true }),
    };
}
