// MemoryStream and its buffer. Facts: the buffer is replaced when the capacity changes; a stream made over an
// array never replaces it; Dispose keeps the buffer.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class StreamApis
{
    private const string Memory = "System.IO.MemoryStream.";
    private const string Stream = "System.IO.Stream.";

    private static Effect Fixed => new(EffectKind.NeverMoves, Slot.Result);

    private static Effect Writes => Effect.Move(Slot.This);

    /// <summary>Any stream written into: the same members through the base class, and what other streams copy into it.</summary>
    public static ImmutableArray<ApiRow> Writing { get; } = ImmutableArray.Create(
        new ApiRow("P:" + Stream + "Position", new Effect(EffectKind.Rewinds, Slot.This)),
        new ApiRow("M:" + Stream + "Seek(System.Int64,System.IO.SeekOrigin)", new Effect(EffectKind.Rewinds, Slot.This)),
        new ApiRow("M:" + Stream + "BeginWrite(System.Byte[],System.Int32,System.Int32,System.AsyncCallback,System.Object)", Writes),
        new ApiRow("M:" + Stream + "Write(System.Byte[],System.Int32,System.Int32)", Writes),
        new ApiRow("M:" + Stream + "Write(System.ReadOnlySpan{System.Byte})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "WriteByte(System.Byte)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:" + Stream + "WriteAsync(System.Byte[],System.Int32,System.Int32)", Writes),
        new ApiRow("M:" + Stream + "WriteAsync(System.Byte[],System.Int32,System.Int32,System.Threading.CancellationToken)", Writes),
        new ApiRow("M:" + Stream + "WriteAsync(System.ReadOnlyMemory{System.Byte},System.Threading.CancellationToken)", Writes),
        new ApiRow("M:" + Stream + "SetLength(System.Int64)", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount, Amount = Slot.Parameter(0) }, Effect.Move(Slot.This, Growth.CountIsAmount, Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyTo(System.IO.Stream)", Effect.Move(Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyTo(System.IO.Stream,System.Int32)", Effect.Move(Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyToAsync(System.IO.Stream)", Effect.Move(Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyToAsync(System.IO.Stream,System.Threading.CancellationToken)", Effect.Move(Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyToAsync(System.IO.Stream,System.Int32)", Effect.Move(Slot.Parameter(0))),
        new ApiRow("M:" + Stream + "CopyToAsync(System.IO.Stream,System.Int32,System.Threading.CancellationToken)", Effect.Move(Slot.Parameter(0))));

    public static ApiFamily Family { get; } = new("MemoryStream", ImmutableArray.Create(
        new ApiRow("M:" + Memory + "GetBuffer", Effect.View(Slot.This)),
        new ApiRow("M:" + Memory + "TryGetBuffer(System.ArraySegment{System.Byte}@)", Effect.View(Slot.This) with { Into = Slot.Parameter(0) }),

        new ApiRow("M:" + Memory + "#ctor(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Memory + "#ctor(System.Byte[])", Fixed),
        new ApiRow("M:" + Memory + "#ctor(System.Byte[],System.Boolean)", Fixed),
        new ApiRow("M:" + Memory + "#ctor(System.Byte[],System.Int32,System.Int32)", Fixed),
        new ApiRow("M:" + Memory + "#ctor(System.Byte[],System.Int32,System.Int32,System.Boolean)", Fixed),
        new ApiRow("M:" + Memory + "#ctor(System.Byte[],System.Int32,System.Int32,System.Boolean,System.Boolean)", Fixed),

        new ApiRow("M:" + Memory + "Write(System.Byte[],System.Int32,System.Int32)", Effect.Move(Slot.This, Growth.Unknown, Slot.Parameter(2))),
        new ApiRow("M:" + Memory + "Write(System.ReadOnlySpan{System.Byte})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(0))),
        new ApiRow("M:" + Memory + "WriteByte(System.Byte)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:" + Memory + "WriteAsync(System.Byte[],System.Int32,System.Int32,System.Threading.CancellationToken)", Writes),
        new ApiRow("M:" + Memory + "WriteAsync(System.ReadOnlyMemory{System.Byte},System.Threading.CancellationToken)", Writes),
        new ApiRow("M:" + Memory + "SetLength(System.Int64)", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount, Amount = Slot.Parameter(0) }, Effect.Move(Slot.This, Growth.CountIsAmount, Slot.Parameter(0))),
        new ApiRow("P:" + Memory + "Position", new Effect(EffectKind.Rewinds, Slot.This)),
        new ApiRow("M:" + Memory + "Seek(System.Int64,System.IO.SeekOrigin)", new Effect(EffectKind.Rewinds, Slot.This)),
        new ApiRow("P:" + Memory + "Capacity", Effect.Move(Slot.This, Growth.CapacityIsAmount, Slot.Parameter(0))),
        new ApiRow("M:" + Memory + "WriteTo(System.IO.Stream)", Effect.Move(Slot.Parameter(0))))
        .AddRange(SinkApis.Rows));
}
