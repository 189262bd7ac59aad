using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of numbers in bytes: what readers and writers of them need.</summary>
internal static class NumberSizes
{
    private const string Primitives = "System.Buffers.Binary.BinaryPrimitives";
    private const string Converter = "System.BitConverter";
    private const string Marshal = "System.Runtime.InteropServices.Marshal";

    private static readonly ImmutableArray<(string Name, int Size)> Numbers = ImmutableArray.Create(
        ("Int16", 2), ("UInt16", 2), ("Half", 2), ("Int32", 4), ("UInt32", 4), ("Single", 4), ("Int64", 8), ("UInt64", 8), ("Double", 8), ("Int128", 16), ("UInt128", 16));

    /// <summary>Those that are read and written by address.</summary>
    private static readonly ImmutableArray<(string Name, int Size)> Addressed = ImmutableArray.Create(("Byte", 1), ("Int16", 2), ("Int32", 4), ("Int64", 8));

    public static ImmutableArray<SizeApi> Rows { get; } = Numbers
        .SelectMany(static number => new[]
        {
            SizeApi.Of(Primitives, $"Read{number.Name}LittleEndian(source)", $"{number.Size} <= source"),
            SizeApi.Of(Primitives, $"Read{number.Name}BigEndian(source)", $"{number.Size} <= source"),
            SizeApi.Of(Primitives, $"Write{number.Name}LittleEndian(destination, value)", $"{number.Size} <= destination"),
            SizeApi.Of(Primitives, $"Write{number.Name}BigEndian(destination, value)", $"{number.Size} <= destination"),
            SizeApi.Of(Converter, $"To{number.Name}(value, startIndex)", $"startIndex + {number.Size} <= value"),
            SizeApi.Of(Converter, $"To{number.Name}(value)", $"{number.Size} <= value"),
        })
        .Concat(Addressed.SelectMany(static number => new[]
        {
            SizeApi.Of(Marshal, $"Read{number.Name}(ptr, ofs)", $"ofs + {number.Size} <= ptr") with { IsUnchecked = true },
            SizeApi.Of(Marshal, $"Write{number.Name}(ptr, ofs, val)", $"ofs + {number.Size} <= ptr") with { IsUnchecked = true },
            SizeApi.Of(Marshal, $"Read{number.Name}(ptr)", $"{number.Size} <= ptr") with { IsUnchecked = true },
            SizeApi.Of(Marshal, $"Write{number.Name}(ptr, val)", $"{number.Size} <= ptr") with { IsUnchecked = true },
        }))
        .Concat(new[]
        {
            SizeApi.Of("System.Guid", ".ctor(b)", "16 <= b"),
            SizeApi.Of("System.Guid", "ToByteArray()", gives: "16"),
        })
        .ToImmutableArray();
}
