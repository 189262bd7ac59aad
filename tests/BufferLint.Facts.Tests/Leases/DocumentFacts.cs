// Elements of JSON documents: those that are parts of a document, and those that stand on their own.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace BufferLint.ExecutedFacts.Leases;

internal static class DocumentFacts
{
    private const string Document = "System.Text.Json.JsonDocument";
    private const string Element = "System.Text.Json.JsonElement";
    private const string Options = ",System.Text.Json.JsonDocumentOptions)";
    private const string Reader = "(System.Text.Json.Utf8JsonReader@)";
    private const string Marshal = "M:System.Runtime.InteropServices.JsonMarshal.";

    private static readonly Dictionary<string, Func<byte[], JsonElement>> Apart = new()
    {
        ["M:" + Element + ".Clone"] = static text =>
        {
            using var document = JsonDocument.Parse(text.AsMemory());
            return document.RootElement.Clone();
        },
        ["M:" + Element + ".Parse(System.ReadOnlySpan{System.Byte}" + Options] = text => JsonElement.Parse(text),
        ["M:" + Element + ".Parse(System.ReadOnlySpan{System.Char}" + Options] = text => JsonElement.Parse(Encoding.UTF8.GetChars(text)),
        ["M:" + Element + ".Parse(System.String" + Options] = text => JsonElement.Parse(Encoding.UTF8.GetString(text)),
        ["M:" + Element + ".ParseValue" + Reader] = static text =>
        {
            var reader = new Utf8JsonReader(text);
            return JsonElement.ParseValue(ref reader);
        },
    };

    /// <summary>Whether what is handed out shows what is written into the text.</summary>
    public static Dictionary<string, Func<bool>> Views { get; } = new()
    {
        ["M:" + Document + ".Parse(System.ReadOnlyMemory{System.Byte}" + Options] = () => Shows(text => JsonDocument.Parse(text.AsMemory()), document => document.RootElement.GetRawText()[1]),
        ["M:" + Document + ".Parse(System.Buffers.ReadOnlySequence{System.Byte}" + Options] = () => Shows(text => JsonDocument.Parse(new ReadOnlySequence<byte>(text)), document => document.RootElement.GetRawText()[1]),
        ["P:" + Document + ".RootElement"] = () => Shows(text => JsonDocument.Parse(text.AsMemory()).RootElement, element => element.GetRawText()[1]),
        [Marshal + "GetRawUtf8Value(" + Element + ")"] = static () =>
        {
            byte[] text = [.. "[1]"u8];
            using var document = JsonDocument.Parse(text.AsMemory());
            var value = JsonMarshal.GetRawUtf8Value(document.RootElement);
            text[1] = (byte)'2';
            return value[1] == '2';
        },
        [Marshal + "GetRawUtf8PropertyName(System.Text.Json.JsonProperty)"] = static () =>
        {
            byte[] text = [.. """{"a":1}"""u8];
            using var document = JsonDocument.Parse(text.AsMemory());
            var properties = document.RootElement.EnumerateObject();
            properties.MoveNext();
            var name = JsonMarshal.GetRawUtf8PropertyName(properties.Current);
            text[2] = (byte)'b';
            return name[0] == 'b';
        },
    };

    /// <summary>Stayed, if an element does not change with its text and outlives its document.</summary>
    public static Outcome? Alone(string id)
    {
        if (!Apart.TryGetValue(id, out var make))
        {
            return null;
        }

        byte[] text = [.. "[1]"u8];
        var element = make(text);
        text[1] = (byte)'2';
        return element.GetRawText() == "[1]" ? Outcome.Stayed : Outcome.Moved;
    }

    private static bool Shows<T>(Func<byte[], T> make, Func<T, char> read)
    {
        byte[] text = [.. "[1]"u8];
        var made = make(text);
        text[1] = (byte)'2';
        return read(made) == '2';
    }
}
