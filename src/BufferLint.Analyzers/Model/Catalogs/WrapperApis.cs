// Writers and streams that pass on to another stream or buffer writer what they are given: made over it, they are
// another handle of it. Facts: most gather first, so that any one write only may reach what lies below.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class WrapperApis
{
    private const string Stream = "System.IO.Stream";
    private const string Compression = "System.IO.Compression.";
    private const string Json = "System.Text.Json.Utf8JsonWriter.";
    private const string BufferWriter = "System.Buffers.IBufferWriter{System.Byte}";

    private static readonly ImmutableArray<string> MadeOver = ImmutableArray.Create(
        "System.IO.StreamWriter.#ctor(" + Stream + ")",
        "System.IO.StreamWriter.#ctor(" + Stream + ",System.Text.Encoding)",
        "System.IO.StreamWriter.#ctor(" + Stream + ",System.Text.Encoding,System.Int32)",
        "System.IO.StreamWriter.#ctor(" + Stream + ",System.Text.Encoding,System.Int32,System.Boolean)",
        "System.IO.BinaryWriter.#ctor(" + Stream + ")",
        "System.IO.BinaryWriter.#ctor(" + Stream + ",System.Text.Encoding)",
        "System.IO.BinaryWriter.#ctor(" + Stream + ",System.Text.Encoding,System.Boolean)",
        "System.IO.BufferedStream.#ctor(" + Stream + ")",
        "System.IO.BufferedStream.#ctor(" + Stream + ",System.Int32)",
        "System.Security.Cryptography.CryptoStream.#ctor(" + Stream + ",System.Security.Cryptography.ICryptoTransform,System.Security.Cryptography.CryptoStreamMode)",
        "System.Security.Cryptography.CryptoStream.#ctor(" + Stream + ",System.Security.Cryptography.ICryptoTransform,System.Security.Cryptography.CryptoStreamMode,System.Boolean)",
        Compression + "BrotliStream.#ctor(" + Stream + "," + Compression + "BrotliCompressionOptions,System.Boolean)",
        Json + "#ctor(" + BufferWriter + ",System.Text.Json.JsonWriterOptions)");

    private static readonly ImmutableArray<string> Compressing = ImmutableArray.Create("DeflateStream", "GZipStream", "ZLibStream", "BrotliStream");

    private static readonly ImmutableArray<string> CompressionArguments = ImmutableArray.Create(
        "CompressionLevel", "CompressionLevel,System.Boolean", "CompressionMode", "CompressionMode,System.Boolean", "ZLibCompressionOptions,System.Boolean");

    /// <summary>What is gathered goes down now. Flushing what has nothing below it touches nothing, so that the base class has no such row.</summary>
    private static readonly ImmutableArray<string> Flushing = ImmutableArray.Create(
        "System.IO.BufferedStream.Flush",
        "System.IO.BufferedStream.FlushAsync(System.Threading.CancellationToken)",
        "System.Security.Cryptography.CryptoStream.FlushFinalBlock",
        "System.Security.Cryptography.CryptoStream.FlushFinalBlockAsync(System.Threading.CancellationToken)");

    private static readonly ImmutableArray<string> Below = ImmutableArray.Create(
        "System.IO.StreamWriter.BaseStream", "System.IO.BinaryWriter.BaseStream", "System.IO.BufferedStream.UnderlyingStream");

    /// <summary>The rows, for every family whose storage such a wrapper can stand over.</summary>
    public static ImmutableArray<ApiRow> Rows { get; } = MadeOver
        .Concat(Compressing.SelectMany(type => CompressionArguments.Where(arguments => type != "BrotliStream" || arguments[0] != 'Z').Select(arguments => Compression + type + ".#ctor(" + Stream + "," + Compression + arguments + ")")))
        .Select(id => new ApiRow("M:" + id, new Effect(EffectKind.ForwardsTo, Slot.Parameter(0))))
        .Append(new ApiRow("M:" + Json + "Reset(" + BufferWriter + ")", new Effect(EffectKind.ForwardsTo, Slot.Parameter(0)) { Into = Slot.This }))
        .Concat(Flushing.Concat(Compressing.SelectMany(type => new[] { Compression + type + ".Flush", Compression + type + ".FlushAsync(System.Threading.CancellationToken)" })).Select(id => new ApiRow("M:" + id, Effect.Move(Slot.This))))
        .Concat(Below.Concat(Compressing.Select(type => Compression + type + ".BaseStream")).Select(id => new ApiRow("P:" + id, new Effect(EffectKind.ForwardsTo, Slot.This))))
        .ToImmutableArray();
}
