// The streams of Microsoft.IO.RecyclableMemoryStream. Fact: when one is disposed of, its blocks go to the next stream,
// whoever still has a buffer, span or sequence of them. What the blocks are replaced by while it grows is the business of
// the stream's own rows.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class RecyclableStreamApis
{
    private const string Stream = "Microsoft.IO.RecyclableMemoryStream";
    private const string Bytes = "System.Byte[],System.Int32,System.Int32";
    private const string ReadOnlyBytes = "System.ReadOnlySpan{System.Byte}";

    private static readonly ImmutableArray<string> Arguments = ImmutableArray.Create(
        string.Empty,
        "(System.Guid)",
        "(System.String)",
        "(System.Guid,System.String)",
        "(System.String,System.Int64)",
        "(System.Guid,System.String,System.Int64)",
        "(System.Guid,System.String,System.Int64,System.Boolean)",
        "(System.String,System.Int64,System.Boolean)",
        "(System.Guid,System.String," + Bytes + ")",
        "(System.Byte[])",
        "(System.String," + Bytes + ")",
        "(System.Guid,System.String," + ReadOnlyBytes + ")",
        "(" + ReadOnlyBytes + ")",
        "(System.String," + ReadOnlyBytes + ")");

    private static Effect OfBlocks => Effect.View(Slot.This) with { StaysInPlace = true };

    public static ApiFamily Family { get; } = new("Recyclable streams", Arguments
        .Select(arguments => new ApiRow("M:" + Stream + "Manager.GetStream" + arguments, Effect.Acquire(ReleaseFamily.Stream)))
        .Concat(new[]
        {
            new ApiRow("M:" + Stream + ".GetReadOnlySequence", OfBlocks with { IsReadOnly = true }),
            new ApiRow("M:" + Stream + ".GetSpan(System.Int32)", OfBlocks with { IsImpure = true }),
            new ApiRow("M:" + Stream + ".GetMemory(System.Int32)", OfBlocks with { IsImpure = true }),
        })
        .ToImmutableArray())
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Stream, Effect.GiveBack(Slot.This, ReleaseFamily.Stream) with { IsIdempotent = true }),
    };
}
