using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of spans, memories and segments: slices and copies.</summary>
internal static class SpanSizes
{
    private const string Extensions = "System.MemoryExtensions";
    private const string Segment = "System.ArraySegment`1";

    private static readonly ImmutableArray<string> Spans = ImmutableArray.Create("System.Span`1", "System.ReadOnlySpan`1");

    private static readonly ImmutableArray<string> Memories = ImmutableArray.Create("System.Memory`1", "System.ReadOnlyMemory`1");

    private static readonly ImmutableArray<(string Method, string Source)> Casts = ImmutableArray.Create(("AsSpan", "array"), ("AsSpan", "segment"), ("AsSpan", "text"), ("AsMemory", "array"), ("AsMemory", "segment"), ("AsMemory", "text"));

    public static ImmutableArray<SizeApi> Rows { get; } = Spans.AddRange(Memories)
        .SelectMany(static view => new[]
        {
            SizeApi.Of(view, "Slice(start)", "start <= this", "this - start"),
            SizeApi.Of(view, "Slice(start, length)", "start + length <= this", "length"),
            SizeApi.Of(view, "CopyTo(destination)", "this <= destination"),
            SizeApi.Of(view, "ToArray()", gives: "this"),
            SizeApi.Of(view, "get_Empty()", gives: "0"),
            SizeApi.Of(view, ".ctor(array)", gives: "array"),
            SizeApi.Of(view, ".ctor(array, start, length)", "start + length <= array", "length"),
        })
        .Concat(Memories.Select(static memory => SizeApi.Of(memory, "get_Span()", gives: "this")))
        .Concat(Spans.SelectMany(static span => new[]
        {
            SizeApi.Of(span, ".ctor(pointer, length)", "length*T <= pointer", "length") with { IsUnchecked = true },
            SizeApi.Of(span, ".ctor(reference)", gives: "1"),
        }))
        .Concat(Casts.SelectMany(static cast => new[]
        {
            SizeApi.Of(Extensions, $"{cast.Method}({cast.Source})", gives: cast.Source),
            SizeApi.Of(Extensions, $"{cast.Method}({cast.Source}, start)", $"start <= {cast.Source}", $"{cast.Source} - start"),
            SizeApi.Of(Extensions, $"{cast.Method}({cast.Source}, start, length)", $"start + length <= {cast.Source}", "length"),
        }))
        .Concat(new[]
        {
            SizeApi.Of(Extensions, "CopyTo(source, destination)", "source <= destination"),
            SizeApi.Of(Segment, "Slice(index)", "index <= this", "this - index"),
            SizeApi.Of(Segment, "Slice(index, count)", "index + count <= this", "count"),
            SizeApi.Of(Segment, "CopyTo(destination)", "this <= destination"),
            SizeApi.Of(Segment, "CopyTo(destination, destinationIndex)", "this + destinationIndex <= destination"),
            SizeApi.Of(Segment, "ToArray()", gives: "this"),
            SizeApi.Of(Segment, ".ctor(array)", gives: "array"),
            SizeApi.Of(Segment, ".ctor(array, offset, count)", "offset + count <= array", "count"),
            SizeApi.Of("System.String", "CopyTo(sourceIndex, destination, destinationIndex, count)", "sourceIndex + count <= this; destinationIndex + count <= destination"),
            SizeApi.Of("System.String", "CopyTo(destination)", "this <= destination"),
            SizeApi.Of("System.String", "ToCharArray()", gives: "this"),
            SizeApi.Of("System.String", "ToCharArray(startIndex, length)", "startIndex + length <= this", "length"),
            SizeApi.Of("System.String", "Substring(startIndex)", gives: "this - startIndex"),
            SizeApi.Of("System.String", "Substring(startIndex, length)", gives: "length"),
            SizeApi.Of("System.String", ".ctor(c, count)", gives: "count"),
            SizeApi.Of("System.String", ".ctor(value, startIndex, length)", "startIndex + length <= value", "length"),
        })
        .ToImmutableArray();
}
