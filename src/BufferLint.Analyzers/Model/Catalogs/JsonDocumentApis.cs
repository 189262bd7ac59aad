// Documents of JSON. Facts: a document's elements refuse once it is disposed of, and raw UTF-8 taken from it shows memory
// that went back to the pool; a document over a memory, or over a sequence of one segment, is a view of it; Clone stands on
// a document of its own that nobody disposes of.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class JsonDocumentApis
{
    private const string Document = "System.Text.Json.JsonDocument";
    private const string Element = "System.Text.Json.JsonElement";
    private const string Options = ",System.Text.Json.JsonDocumentOptions";
    private const string Reader = "System.Text.Json.Utf8JsonReader@";
    private const string Marshal = "M:System.Runtime.InteropServices.JsonMarshal.";

    private static Effect Parsed => Effect.Acquire(ReleaseFamily.Document);

    private static Effect OfText => Effect.View(Slot.Parameter(0)) with { IsReadOnly = true };

    /// <summary>Its storage is its own, for as long as anything refers to it.</summary>
    private static Effect Alone => new(EffectKind.NeverMoves, Slot.Result);

    public static ApiFamily Family { get; } = new("JSON documents", ImmutableArray.Create(
        new ApiRow("M:" + Document + ".Parse(System.Buffers.ReadOnlySequence{System.Byte}" + Options + ")", Parsed, OfText),
        new ApiRow("M:" + Document + ".Parse(System.ReadOnlyMemory{System.Byte}" + Options + ")", Parsed, OfText),
        new ApiRow("M:" + Document + ".Parse(System.ReadOnlyMemory{System.Char}" + Options + ")", Parsed),
        new ApiRow("M:" + Document + ".Parse(System.IO.Stream" + Options + ")", Parsed),
        new ApiRow("M:" + Document + ".Parse(System.String" + Options + ")", Parsed),
        new ApiRow("M:" + Document + ".ParseAsync(System.IO.Stream" + Options + ",System.Threading.CancellationToken)", Parsed),
        new ApiRow("M:" + Document + ".ParseValue(" + Reader + ")", Parsed),
        new ApiRow("M:" + Document + ".TryParseValue(" + Reader + "," + Document + "@)", new Effect(EffectKind.Acquires, Slot.Parameter(1)) { Into = Slot.Parameter(1), Family = ReleaseFamily.Document }),
        new ApiRow("P:" + Document + ".RootElement", Effect.View(Slot.This) with { IsReadOnly = true })))
    {
        Disposables = ImmutableDictionary<string, Effect>.Empty
            .Add(Document, Effect.GiveBack(Slot.This, ReleaseFamily.Document) with { IsIdempotent = true }),
    };

    /// <summary>What is made of elements, where it is not just another part of the document (<see cref="ViewApis.Carriers"/>).</summary>
    public static ApiFamily Elements { get; } = new("JSON elements", ImmutableArray.Create(
        new ApiRow("M:" + Element + ".Clone", Alone),
        new ApiRow("M:" + Element + ".Parse(System.ReadOnlySpan{System.Byte}" + Options + ")", Alone),
        new ApiRow("M:" + Element + ".Parse(System.ReadOnlySpan{System.Char}" + Options + ")", Alone),
        new ApiRow("M:" + Element + ".Parse(System.String" + Options + ")", Alone),
        new ApiRow("M:" + Element + ".ParseValue(" + Reader + ")", Alone),
        new ApiRow(Marshal + "GetRawUtf8Value(" + Element + ")", OfText),
        new ApiRow(Marshal + "GetRawUtf8PropertyName(System.Text.Json.JsonProperty)", OfText)))
    {
        OnlyCarries = true,
    };
}
