// Utf8JsonWriter over a buffer writer, and what serializes into streams and such writers. Fact: a JSON writer asks its
// buffer writer for room as it goes, which may replace the array and ends leases taken before. Over a stream it gathers
// until it is flushed; such a one is no handle of its stream.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class JsonWriterApis
{
    private const string Writer = "M:System.Text.Json.Utf8JsonWriter.";
    private const string Serializer = "M:System.Text.Json.JsonSerializer.";
    private const string Bytes = "System.ReadOnlySpan{System.Byte}";
    private const string Chars = "System.ReadOnlySpan{System.Char}";
    private const string Info = "System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    private const string Options = "System.Text.Json.JsonSerializerOptions";
    private const string Context = "System.Text.Json.Serialization.JsonSerializerContext";
    private const string Later = ",System.Threading.CancellationToken";

    private static readonly string[] Names = { Bytes, Chars, "System.String", "System.Text.Json.JsonEncodedText" };

    private static readonly string[] Strings = { "System.DateTime", "System.DateTimeOffset", "System.Guid", Bytes, Chars, "System.String", "System.Text.Json.JsonEncodedText" };

    private static readonly string[] Numbers = { "System.Decimal", "System.Double", "System.Int32", "System.Int64", "System.Single", "System.UInt32", "System.UInt64" };

    private static readonly string[] Booleans = { "System.Boolean" };

    private static readonly string[] Binary = { Bytes };

    private static readonly string[] Texts = { Bytes, Chars, "System.String" };

    private static readonly string[] Raw = { Bytes, Chars, "System.String", "System.Buffers.ReadOnlySequence{System.Byte}" };

    /// <summary>What was asked for is committed; nothing more is asked for.</summary>
    private static readonly string[] Flushing = { "Flush", "FlushAsync(System.Threading.CancellationToken)" };

    public static ImmutableArray<ApiRow> Rows { get; } = Written().Select(id => new ApiRow(Writer + id, Effect.Move(Slot.This), Effect.Advance(Slot.This)))
        .Concat(Flushing.Select(id => new ApiRow(Writer + id, Effect.Advance(Slot.This))))
        .Concat(Serializing().Select(id => new ApiRow(Serializer + id, id.Contains("Utf8JsonWriter") ? new[] { Effect.Move(Slot.Parameter(0)), Effect.Advance(Slot.Parameter(0)) } : new[] { Effect.Move(Slot.Parameter(0)) })))
        .ToImmutableArray();

    private static IEnumerable<string> Written() =>
        Pairs("WriteString", Strings).Concat(Pairs("WriteNumber", Numbers)).Concat(Pairs("WriteBoolean", Booleans)).Concat(Pairs("WriteBase64String", Binary))
        .Concat(Each("WriteNull", Names)).Concat(Each("WritePropertyName", Names)).Concat(Each("WriteStartArray", Names)).Concat(Each("WriteStartObject", Names))
        .Concat(Each("WriteStringValue", Strings)).Concat(Each("WriteNumberValue", Numbers)).Concat(Each("WriteBooleanValue", Booleans)).Concat(Each("WriteBase64StringValue", Binary))
        .Concat(Each("WriteCommentValue", Texts)).Concat(Each("WriteRawValue", Raw, ",System.Boolean"))
        .Concat(Each("WriteStringValueSegment", new[] { Bytes, Chars }, ",System.Boolean")).Concat(Each("WriteBase64StringSegment", Binary, ",System.Boolean"))
        .Concat(new[] { "WriteStartArray", "WriteStartObject", "WriteEndArray", "WriteEndObject", "WriteNullValue" });

    private static IEnumerable<string> Serializing() => new[] { "System.IO.Stream", "System.Text.Json.Utf8JsonWriter" }
        .SelectMany(sink => new[]
        {
            "Serialize(" + sink + ",System.Object," + Info + ")",
            "Serialize(" + sink + ",System.Object,System.Type," + Options + ")",
            "Serialize(" + sink + ",System.Object,System.Type," + Context + ")",
            "Serialize``1(" + sink + ",``0," + Options + ")",
            "Serialize``1(" + sink + ",``0," + Info + "{``0})",
        })
        .Concat(new[]
        {
            "SerializeAsync(System.IO.Stream,System.Object," + Info + Later + ")",
            "SerializeAsync(System.IO.Stream,System.Object,System.Type," + Options + Later + ")",
            "SerializeAsync(System.IO.Stream,System.Object,System.Type," + Context + Later + ")",
            "SerializeAsync``1(System.IO.Stream,``0," + Options + Later + ")",
            "SerializeAsync``1(System.IO.Stream,``0," + Info + "{``0}" + Later + ")",
        });

    private static IEnumerable<string> Pairs(string name, string[] values) => Names.SelectMany(property => Each(name, values.Select(value => property + "," + value)));

    private static IEnumerable<string> Each(string name, IEnumerable<string> arguments, string rest = "") => arguments.Select(argument => name + "(" + argument + rest + ")");
}
