// Members that carry a view on: slices, casts, wrappers; and the few that are no use of one.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ViewApis
{
    private static Effect OfThis => Effect.Snapshot(Slot.This);

    private static Effect Over => Effect.View(Slot.Parameter(0)) with { IsReadOnly = true };

    /// <summary>
    /// Types each of whose members, where it results in a view, gives one of what its receiver, or else its first
    /// parameter, reaches: <c>span.Slice(1)</c>, <c>MemoryMarshal.AsBytes(span)</c>, <c>array.AsSpan()</c>.
    /// </summary>
    public static ImmutableHashSet<string> Carriers { get; } = ImmutableHashSet.Create(
        "System.Span`1",
        "System.Span`1.Enumerator",
        "System.ReadOnlySpan`1",
        "System.ReadOnlySpan`1.Enumerator",
        "System.Memory`1",
        "System.ReadOnlyMemory`1",
        "System.ArraySegment`1",
        "System.MemoryExtensions",
        "System.Buffers.ReadOnlySequence`1",
        "System.Buffers.ReadOnlySequence`1.Enumerator",
        "System.Buffers.SequenceReader`1",
        "System.Buffers.BuffersExtensions",
        "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.InteropServices.SequenceMarshal",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Text.StringBuilder.ChunkEnumerator",
        "System.Text.Json.JsonElement",
        "System.Text.Json.JsonElement.ArrayEnumerator",
        "System.Text.Json.JsonElement.ObjectEnumerator",
        "System.Text.Json.JsonProperty",
        "System.Numerics.Tensors.Tensor`1",
        "System.Numerics.Tensors.TensorSpan`1",
        "System.Numerics.Tensors.ReadOnlyTensorSpan`1",
        "CommunityToolkit.HighPerformance.ArrayExtensions",
        "CommunityToolkit.HighPerformance.ReadOnlySpanExtensions",
        "CommunityToolkit.HighPerformance.SpanExtensions");

    /// <summary>Members whose answer was copied when the view was taken, and members that touch nothing.</summary>
    public static ApiFamily Family { get; } = new("Views", ImmutableArray.Create(
        new ApiRow("P:System.ArraySegment`1.Array", Effect.View(Slot.This) with { IsStorage = true }),
        new ApiRow("P:System.Array.Length", OfThis),
        new ApiRow("P:System.Array.LongLength", OfThis),
        new ApiRow("P:System.Span`1.Length", OfThis),
        new ApiRow("P:System.Span`1.IsEmpty", OfThis),
        new ApiRow("P:System.ReadOnlySpan`1.Length", OfThis),
        new ApiRow("P:System.ReadOnlySpan`1.IsEmpty", OfThis),
        new ApiRow("P:System.Memory`1.Length", OfThis),
        new ApiRow("P:System.Memory`1.IsEmpty", OfThis),
        new ApiRow("P:System.ReadOnlyMemory`1.Length", OfThis),
        new ApiRow("P:System.ReadOnlyMemory`1.IsEmpty", OfThis),
        new ApiRow("P:System.ArraySegment`1.Count", OfThis),
        new ApiRow("P:System.ArraySegment`1.Offset", OfThis),

        // What a reader read. The positions of a sequence say where, not what.
        new ApiRow("P:System.IO.Pipelines.ReadResult.Buffer", Effect.View(Slot.This) with { IsReadOnly = true }),
        new ApiRow("P:System.IO.Pipelines.ReadResult.IsCanceled", OfThis),
        new ApiRow("P:System.IO.Pipelines.ReadResult.IsCompleted", OfThis),
        new ApiRow("P:System.Buffers.ReadOnlySequence`1.Start", OfThis, Effect.View(Slot.This)),
        new ApiRow("P:System.Buffers.ReadOnlySequence`1.End", OfThis, Effect.View(Slot.This)),
        new ApiRow("P:System.Buffers.SequenceReader`1.Consumed", OfThis),
        new ApiRow("P:System.Buffers.SequenceReader`1.End", OfThis),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.ValueSpan", Effect.View(Slot.This) with { IsReadOnly = true }),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.ValueSequence", Effect.View(Slot.This) with { IsReadOnly = true }),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.BytesConsumed", OfThis),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.TokenType", OfThis),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.CurrentDepth", OfThis),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.CurrentState", OfThis),
        new ApiRow("P:System.Text.Json.Utf8JsonReader.Position", OfThis, Effect.View(Slot.This)),
        new ApiRow("M:System.Text.Json.Utf8JsonReader.#ctor(System.Buffers.ReadOnlySequence{System.Byte},System.Boolean,System.Text.Json.JsonReaderState)", Over),
        new ApiRow("M:System.Text.Json.Utf8JsonReader.#ctor(System.Buffers.ReadOnlySequence{System.Byte},System.Text.Json.JsonReaderOptions)", Over),
        new ApiRow("M:System.Text.Json.Utf8JsonReader.#ctor(System.ReadOnlySpan{System.Byte},System.Boolean,System.Text.Json.JsonReaderState)", Over),
        new ApiRow("M:System.Text.Json.Utf8JsonReader.#ctor(System.ReadOnlySpan{System.Byte},System.Text.Json.JsonReaderOptions)", Over),

        // The turn of a loop over a span compares numbers; reading Current is the use.
        new ApiRow("M:System.Span`1.Enumerator.MoveNext", OfThis),
        new ApiRow("M:System.ReadOnlySpan`1.Enumerator.MoveNext", OfThis),

        new ApiRow("M:System.Runtime.CompilerServices.Unsafe.IsNullRef``1(``0@)", Effect.Snapshot(Slot.Parameter(0))),
        new ApiRow("M:System.Runtime.CompilerServices.Unsafe.AreSame``1(``0@,``0@)", Effect.Snapshot(Slot.Parameter(0)), Effect.Snapshot(Slot.Parameter(1))),
        new ApiRow("M:System.Object.ReferenceEquals(System.Object,System.Object)", Effect.Snapshot(Slot.Parameter(0)), Effect.Snapshot(Slot.Parameter(1))),
        new ApiRow("M:System.GC.KeepAlive(System.Object)", Effect.Snapshot(Slot.Parameter(0)))))
    {
        OnlyCarries = true,
    };
}
