// System.IO.Pipelines. Facts: what a reader read goes back to the pool at AdvanceTo, Complete or CopyToAsync; a second
// read before that throws, or gives the same data again; memory of a writer is good until it advances, flushes,
// completes or is asked for more.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class PipeApis
{
    private const string Reader = "M:System.IO.Pipelines.PipeReader.";
    private const string Writer = "M:System.IO.Pipelines.PipeWriter.";
    private const string Token = "System.Threading.CancellationToken)";

    private static Effect Ends => Effect.Advance(Slot.This);

    private static Effect ReadsOn => new(EffectKind.ReadsOn, Slot.This);

    /// <summary>To read again gives the next part, not this one.</summary>
    private static Effect Part => Effect.Lease(Slot.This) with { IsReadOnly = true, IsImpure = true };

    /// <summary>Whether a type is what a read results in: the buffer, and how the reader stands, which is good for ever.</summary>
    public static bool IsReadResult(ITypeSymbol? type) => type is { Name: "ReadResult", ContainingNamespace: { } space } && space.ToDisplayString() == "System.IO.Pipelines";

    /// <summary>Whether a property is an end of a pipe: the same reader or writer whenever it is asked.</summary>
    public static bool IsEnd(IPropertySymbol property) => property is { ContainingType: { Name: "Pipe" or "IDuplexPipe", ContainingNamespace: { } space } } && space.ToDisplayString() == "System.IO.Pipelines";

    public static ApiFamily Family { get; } = new("Pipe", ImmutableArray.Create(
        new ApiRow(Reader + "ReadAsync(" + Token, ReadsOn, Part),
        new ApiRow(Reader + "ReadAtLeastAsync(System.Int32," + Token, ReadsOn, Part),
        new ApiRow(Reader + "TryRead(System.IO.Pipelines.ReadResult@)", ReadsOn, Part with { Into = Slot.Parameter(0) }),

        // A position tells the reader how far to go, nothing of what stood there.
        new ApiRow(Reader + "AdvanceTo(System.SequencePosition)", Effect.Snapshot(Slot.Parameter(0)), Ends),
        new ApiRow(Reader + "AdvanceTo(System.SequencePosition,System.SequencePosition)", Effect.Snapshot(Slot.Parameter(0)), Effect.Snapshot(Slot.Parameter(1)), Ends),
        new ApiRow(Reader + "Complete(System.Exception)", Ends),
        new ApiRow(Reader + "CompleteAsync(System.Exception)", Ends),
        new ApiRow(Reader + "CopyToAsync(System.IO.Stream," + Token, Ends),
        new ApiRow(Reader + "CopyToAsync(System.IO.Pipelines.PipeWriter," + Token, Ends, Effect.Advance(Slot.Parameter(0))),

        new ApiRow(Writer + "GetSpan(System.Int32)", Ends, Effect.Lease(Slot.This)),
        new ApiRow(Writer + "GetMemory(System.Int32)", Ends, Effect.Lease(Slot.This)),
        new ApiRow(Writer + "Advance(System.Int32)", Ends),
        new ApiRow(Writer + "FlushAsync(" + Token, Ends),
        new ApiRow(Writer + "WriteAsync(System.ReadOnlyMemory{System.Byte}," + Token, Ends),
        new ApiRow(Writer + "CopyFromAsync(System.IO.Stream," + Token, Ends),
        new ApiRow(Writer + "Complete(System.Exception)", Ends),
        new ApiRow(Writer + "CompleteAsync(System.Exception)", Ends)));
}
