// What CommunityToolkit.HighPerformance rents from an array pool. Facts: a memory owner may be disposed of as often as one
// likes, and slicing it gives another handle of the same array; a span owner that is disposed of twice returns its array
// twice, to two renters.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class ToolkitOwnerApis
{
    private const string Buffers = "CommunityToolkit.HighPerformance.Buffers.";
    private const string Memory = Buffers + "MemoryOwner`1";
    private const string Span = Buffers + "SpanOwner`1";
    private const string Pool = "System.Buffers.ArrayPool{`0}";

    private static readonly ImmutableArray<string> Sizes = ImmutableArray.Create(
        "(System.Int32)",
        "(System.Int32," + Buffers + "AllocationMode)",
        "(System.Int32," + Pool + ")",
        "(System.Int32," + Pool + "," + Buffers + "AllocationMode)");

    private static Effect Rents => Effect.Acquire(ReleaseFamily.MemoryOwner);

    private static Effect Returns => Effect.GiveBack(Slot.This, ReleaseFamily.MemoryOwner);

    private static Effect Rented => Effect.View(Slot.This) with { StaysInPlace = true };

    public static ApiFamily Family { get; } = new("Toolkit owners", Sizes
        .SelectMany(size => new[] { Memory, Span }.Select(owner => new ApiRow("M:" + owner + ".Allocate" + size, Rents)))
        .Concat(new[]
        {
            new ApiRow("P:" + Memory + ".Memory", Rented),
            new ApiRow("P:" + Memory + ".Span", Rented),
            new ApiRow("M:" + Memory + ".DangerousGetArray", Rented),
            new ApiRow("M:" + Memory + ".DangerousGetReference", Rented),
            new ApiRow("M:" + Memory + ".Slice(System.Int32,System.Int32)", new Effect(EffectKind.ForwardsTo, Slot.This)),
            new ApiRow("P:" + Span + ".Span", Rented),
            new ApiRow("M:" + Span + ".DangerousGetArray", Rented),
            new ApiRow("M:" + Span + ".DangerousGetReference", Rented),
        })
        .ToImmutableArray())
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Memory, Returns with { IsIdempotent = true })
            .Add(Span, Returns),
    };
}
