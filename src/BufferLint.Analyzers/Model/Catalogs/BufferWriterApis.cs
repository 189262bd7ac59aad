// Buffer writers. Contract of IBufferWriter<T>: what GetSpan and GetMemory hand out is good until the next Advance,
// GetSpan or GetMemory. Facts of ArrayBufferWriter<T>, also when it is called through the interface: asking for room
// may replace the array; Advance keeps it; Clear zeroes it in place.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class BufferWriterApis
{
    private const string Writer = "System.Buffers.ArrayBufferWriter`1.";
    private const string Interface = "M:System.Buffers.IBufferWriter`1.";
    private const string Encoding = "M:System.Text.EncodingExtensions.";
    private const string ToBytes = ",System.Buffers.IBufferWriter{System.Byte}";
    private const string ToChars = ",System.Buffers.IBufferWriter{System.Char}";
    private const string OfEncoder = "(System.Text.Encoder,";
    private const string OfDecoder = "(System.Text.Decoder,";
    private const string OfEncoding = "(System.Text.Encoding,";
    private const string Chars = "System.ReadOnlySpan{System.Char}";
    private const string Bytes = "System.ReadOnlySpan{System.Byte}";
    private const string CharSequence = "System.Buffers.ReadOnlySequence{System.Char}@";
    private const string ByteSequence = "System.Buffers.ReadOnlySequence{System.Byte}@";
    private const string Flushing = ",System.Boolean,System.Int64@,System.Boolean@)";

    /// <summary>Writers whose storage is known: to advance them ends no view, to let them grow does.</summary>
    public static ImmutableHashSet<string> KnownStorage { get; } = ImmutableHashSet.Create(
        "System.Buffers.ArrayBufferWriter`1",
        "CommunityToolkit.HighPerformance.Buffers.ArrayPoolBufferWriter`1",
        "CommunityToolkit.HighPerformance.Buffers.MemoryBufferWriter`1");

    private static Effect Grows => Effect.Move(Slot.This, Growth.HintInAmount, Slot.Parameter(0));

    private static Effect Takes => new(EffectKind.Fills, Slot.This) { Amount = Slot.Parameter(0) };

    private static Effect Free => Effect.View(Slot.This) with { IsImpure = true };

    private static Effect Written => Effect.View(Slot.This) with { IsReadOnly = true };

    private static Effect Ends => Effect.Advance(Slot.This);

    /// <summary>Any writer written into, through the interface or by what is given it.</summary>
    public static ImmutableArray<ApiRow> Writing => ImmutableArray.Create(
        new ApiRow(Interface + "GetSpan(System.Int32)", Grows, Ends, Effect.Lease(Slot.This)),
        new ApiRow(Interface + "GetMemory(System.Int32)", Grows, Ends, Effect.Lease(Slot.This)),
        new ApiRow(Interface + "Advance(System.Int32)", Takes, Ends),

        // What writes into a writer asks it for room and advances it.
        Writes("M:System.Buffers.BuffersExtensions.Write``1(System.Buffers.IBufferWriter{``0},System.ReadOnlySpan{``0})", writer: 0, Growth.CountOfAmount, amount: 1),
        Writes(Encoding + "GetBytes" + OfEncoding + Chars + ToBytes + ")", writer: 2),
        Writes(Encoding + "GetBytes" + OfEncoding + CharSequence + ToBytes + ")", writer: 2),
        Writes(Encoding + "GetChars" + OfEncoding + Bytes + ToChars + ")", writer: 2),
        Writes(Encoding + "GetChars" + OfEncoding + ByteSequence + ToChars + ")", writer: 2),
        Writes(Encoding + "Convert" + OfEncoder + Chars + ToBytes + Flushing, writer: 2),
        Writes(Encoding + "Convert" + OfEncoder + CharSequence + ToBytes + Flushing, writer: 2),
        Writes(Encoding + "Convert" + OfDecoder + Bytes + ToChars + Flushing, writer: 2),
        Writes(Encoding + "Convert" + OfDecoder + ByteSequence + ToChars + Flushing, writer: 2));

    public static ApiFamily Family { get; } = new("BufferWriter", ImmutableArray.Create(
        new ApiRow("P:" + Writer + "WrittenSpan", Written),
        new ApiRow("P:" + Writer + "WrittenMemory", Written),
        new ApiRow("M:" + Writer + "GetSpan(System.Int32)", Grows, Free),
        new ApiRow("M:" + Writer + "GetMemory(System.Int32)", Grows, Free),
        new ApiRow("M:" + Writer + "#ctor(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Writer + "Advance(System.Int32)", Takes),
        new ApiRow("M:" + Writer + "Clear", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount }))
        .AddRange(Writing)
        .AddRange(SinkApis.Rows));

    private static ApiRow Writes(string id, int writer, Growth growth = Growth.Unknown, int? amount = null) => new(
        id,
        Effect.Move(Slot.Parameter(writer), growth, amount is { } source ? Slot.Parameter(source) : Slot.None),
        Effect.Advance(Slot.Parameter(writer)));
}
