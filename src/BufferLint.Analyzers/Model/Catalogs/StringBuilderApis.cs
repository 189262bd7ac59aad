// StringBuilder and the chunks it hands out. Facts: appending never touches a chunk that was handed out (a full one is
// followed by another); removing moves characters inside, inserting and replacing also into new chunks; a larger
// capacity copies the last one.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class StringBuilderApis
{
    private const string Builder = "System.Text.StringBuilder.";
    private const string Chars = "System.ReadOnlySpan{System.Char}";

    private static readonly ImmutableArray<string> Inserted = ImmutableArray.Create(
        "Boolean", "Byte", "Char", "Char[]", "Decimal", "Double", "Int16", "Int32", "Int64", "Object", "SByte", "Single", "String", "UInt16", "UInt32", "UInt64");

    private static readonly ImmutableArray<string> Rewriting = ImmutableArray.Create(
        "Insert(System.Int32,System.Char[],System.Int32,System.Int32)",
        "Insert(System.Int32," + Chars + ")",
        "Insert(System.Int32,System.String,System.Int32)",
        "Replace(" + Chars + "," + Chars + ")",
        "Replace(" + Chars + "," + Chars + ",System.Int32,System.Int32)",
        "Replace(System.String,System.String)",
        "Replace(System.String,System.String,System.Int32,System.Int32)");

    private static Slot Amount => Slot.Parameter(0);

    public static ApiFamily Family { get; } = new("StringBuilder", ImmutableArray.Create(
        new ApiRow("M:" + Builder + "GetChunks", Effect.View(Slot.This) with { IsReadOnly = true }),
        new ApiRow("M:" + Builder + "Remove(System.Int32,System.Int32)", Effect.Shift(Slot.This)),
        new ApiRow("M:" + Builder + "Clear", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount }),
        new ApiRow("P:" + Builder + "Length", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount, Amount = Amount }, Effect.Move(Slot.This, Growth.CountIsAmount, Amount)),
        new ApiRow("P:" + Builder + "Capacity", Effect.Move(Slot.This, Growth.CapacityIsAmount, Amount)),
        new ApiRow("M:" + Builder + "EnsureCapacity(System.Int32)", Effect.Move(Slot.This, Growth.CapacityAtLeastAmount, Amount)))
        .AddRange(Inserted.Select(type => "Insert(System.Int32,System." + type + ")").Concat(Rewriting).Select(id => new ApiRow("M:" + Builder + id, Effect.Move(Slot.This), Effect.Shift(Slot.This)))));
}
