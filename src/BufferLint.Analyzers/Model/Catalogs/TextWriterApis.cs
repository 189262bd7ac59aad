// TextWriter and BinaryWriter: every write may move the storage of the stream they stand over.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class TextWriterApis
{
    private const string Text = "M:System.IO.TextWriter.";
    private const string Binary = "M:System.IO.BinaryWriter.";

    private static readonly ImmutableArray<string> Written = ImmutableArray.Create(
        "System.Boolean",
        "System.Char",
        "System.Char[]",
        "System.Char[],System.Int32,System.Int32",
        "System.Decimal",
        "System.Double",
        "System.Int32",
        "System.Int64",
        "System.Object",
        "System.ReadOnlySpan{System.Char}",
        "System.Single",
        "System.String",
        "System.String,System.Object",
        "System.String,System.Object,System.Object",
        "System.String,System.Object,System.Object,System.Object",
        "System.String,System.Object[]",
        "System.String,System.ReadOnlySpan{System.Object}",
        "System.Text.StringBuilder",
        "System.UInt32",
        "System.UInt64");

    private static readonly ImmutableArray<string> WrittenLater = ImmutableArray.Create(
        "System.Char",
        "System.Char[]",
        "System.Char[],System.Int32,System.Int32",
        "System.ReadOnlyMemory{System.Char},System.Threading.CancellationToken",
        "System.String",
        "System.Text.StringBuilder,System.Threading.CancellationToken");

    private static readonly ImmutableArray<string> Rest = ImmutableArray.Create("Flush", "FlushAsync", "FlushAsync(System.Threading.CancellationToken)", "WriteLine", "WriteLineAsync");

    private static Slot Count => Slot.Parameter(2);

    public static ImmutableArray<ApiRow> Rows { get; } = new[] { "Write", "WriteLine" }
        .SelectMany(name => Written.Select(types => name + "(" + types + ")").Concat(WrittenLater.Select(types => name + "Async(" + types + ")")))
        .Concat(Rest)
        .Select(id => new ApiRow(Text + id, Effect.Move(Slot.This)))
        .ToImmutableArray()
        .AddRange(ImmutableArray.Create(
            new ApiRow(Binary + "Write(System.Boolean)", Writes(1)),
            new ApiRow(Binary + "Write(System.Byte)", Writes(1)),
            new ApiRow(Binary + "Write(System.SByte)", Writes(1)),
            new ApiRow(Binary + "Write(System.Int16)", Writes(2)),
            new ApiRow(Binary + "Write(System.UInt16)", Writes(2)),
            new ApiRow(Binary + "Write(System.Half)", Writes(2)),
            new ApiRow(Binary + "Write(System.Int32)", Writes(4)),
            new ApiRow(Binary + "Write(System.UInt32)", Writes(4)),
            new ApiRow(Binary + "Write(System.Single)", Writes(4)),
            new ApiRow(Binary + "Write(System.Int64)", Writes(8)),
            new ApiRow(Binary + "Write(System.UInt64)", Writes(8)),
            new ApiRow(Binary + "Write(System.Double)", Writes(8)),
            new ApiRow(Binary + "Write(System.Decimal)", Writes(16)),
            new ApiRow(Binary + "Write(System.Byte[])", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(0))),
            new ApiRow(Binary + "Write(System.ReadOnlySpan{System.Byte})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(0))),
            new ApiRow(Binary + "Write(System.Byte[],System.Int32,System.Int32)", Effect.Move(Slot.This, Growth.Unknown, Count)),
            new ApiRow(Binary + "Write(System.Char)", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write(System.Char[])", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write(System.Char[],System.Int32,System.Int32)", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write(System.ReadOnlySpan{System.Char})", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write(System.String)", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write7BitEncodedInt(System.Int32)", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Write7BitEncodedInt64(System.Int64)", Effect.Move(Slot.This)),
            new ApiRow(Binary + "Seek(System.Int32,System.IO.SeekOrigin)", new Effect(EffectKind.Rewinds, Slot.This))));

    private static Effect Writes(int bytes) => Effect.Move(Slot.This, Growth.Fixed) with { Elements = bytes };
}
