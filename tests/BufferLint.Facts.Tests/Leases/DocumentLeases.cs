// Documents of JSON.
using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;

namespace BufferLint.ExecutedFacts.Leases;

internal static class DocumentLeases
{
    private const string Document = "System.Text.Json.JsonDocument";
    private const string Options = ",System.Text.Json.JsonDocumentOptions";
    private const string Reader = "System.Text.Json.Utf8JsonReader@";

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("""{"a":[1,2]}""");

    public static ILease All { get; } = new Lease<JsonDocument>(
        [
            ("M:" + Document + ".Parse(System.ReadOnlyMemory{System.Byte}" + Options + ")", () => JsonDocument.Parse(Text.AsMemory())),
            ("M:" + Document + ".Parse(System.Buffers.ReadOnlySequence{System.Byte}" + Options + ")", () => JsonDocument.Parse(new ReadOnlySequence<byte>(Text))),
            ("M:" + Document + ".Parse(System.ReadOnlyMemory{System.Char}" + Options + ")", () => JsonDocument.Parse("[1]".AsMemory())),
            ("M:" + Document + ".Parse(System.IO.Stream" + Options + ")", () => JsonDocument.Parse(new MemoryStream(Text))),
            ("M:" + Document + ".Parse(System.String" + Options + ")", () => JsonDocument.Parse("[1]")),
            ("M:" + Document + ".ParseAsync(System.IO.Stream" + Options + ",System.Threading.CancellationToken)", () => JsonDocument.ParseAsync(new MemoryStream(Text)).Result),
            ("M:" + Document + ".ParseValue(" + Reader + ")", static () =>
            {
                var reader = new Utf8JsonReader(Text);
                return JsonDocument.ParseValue(ref reader);
            }),
            ("M:" + Document + ".TryParseValue(" + Reader + "," + Document + "@)", static () =>
            {
                var reader = new Utf8JsonReader(Text);
                return JsonDocument.TryParseValue(ref reader, out var document) ? document : throw new JsonException();
            }),
        ],
        [(Document, document => document.Dispose())],
        document => See.Refused(() => _ = document.RootElement.ValueKind),
        _ => Outcome.Stayed);
}
