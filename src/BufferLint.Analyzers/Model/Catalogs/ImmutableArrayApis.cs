// ImmutableArray<T>.Builder. Facts: the array is replaced when the capacity changes, and only then; removing shifts in
// place. That MoveToImmutable hands the very array over is a matter of who may write it, not of where it lies.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ImmutableArrayApis
{
    private const string Namespace = "System.Collections.Immutable.";
    private const string Builder = Namespace + "ImmutableArray`1.Builder.";

    private static Slot First => Slot.Parameter(0);

    private static Effect Grows => Effect.Move(Slot.This, Growth.CountOfAmount, First);

    private static Effect GrowsByNumber => Effect.Move(Slot.This, Growth.Unknown, Slot.Parameter(1));

    private static Effect Removes => Effect.Shift(Slot.This);

    public static ApiFamily Family { get; } = new("ImmutableArray.Builder", ImmutableArray.Create(
        new ApiRow("M:System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsMemory``1(" + Namespace + "ImmutableArray{``0}.Builder)", Effect.View(First)),
        new ApiRow("M:" + Builder + "ItemRef(System.Int32)", Effect.View(Slot.This) with { IsReadOnly = true }),

        new ApiRow("M:" + Namespace + "ImmutableArray.CreateBuilder``1(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = First }),
        new ApiRow("M:" + Builder + "Add(`0)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:" + Builder + "AddRange(System.Collections.Generic.IEnumerable{`0})", Grows),
        new ApiRow("M:" + Builder + "AddRange(" + Namespace + "ImmutableArray{`0})", Grows),
        new ApiRow("M:" + Builder + "AddRange(" + Namespace + "ImmutableArray{`0},System.Int32)", GrowsByNumber),
        new ApiRow("M:" + Builder + "AddRange(" + Namespace + "ImmutableArray{`0}.Builder)", Grows),
        new ApiRow("M:" + Builder + "AddRange(`0[])", Grows),
        new ApiRow("M:" + Builder + "AddRange(`0[],System.Int32)", GrowsByNumber),
        new ApiRow("M:" + Builder + "AddRange(System.ReadOnlySpan{`0})", Grows),
        new ApiRow("M:" + Builder + "AddRange``1(" + Namespace + "ImmutableArray{``0})", Grows),
        new ApiRow("M:" + Builder + "AddRange``1(" + Namespace + "ImmutableArray{``0}.Builder)", Grows),
        new ApiRow("M:" + Builder + "AddRange``1(``0[])", Grows),
        new ApiRow("M:" + Builder + "AddRange``1(System.ReadOnlySpan{``0})", Grows),
        new ApiRow("M:" + Builder + "Insert(System.Int32,`0)", Effect.Move(Slot.This, Growth.One), Effect.Displace(Slot.This)),
        new ApiRow("M:" + Builder + "InsertRange(System.Int32,System.Collections.Generic.IEnumerable{`0})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(1)), Effect.Displace(Slot.This)),
        new ApiRow("M:" + Builder + "InsertRange(System.Int32," + Namespace + "ImmutableArray{`0})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(1)), Effect.Displace(Slot.This)),
        new ApiRow("P:" + Builder + "Capacity", Effect.Move(Slot.This, Growth.CapacityIsAmount, First)),
        new ApiRow("P:" + Builder + "Count", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount, Amount = First }, Effect.Move(Slot.This, Growth.CountIsAmount, First)),
        new ApiRow("M:" + Builder + "Clear", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount }),
        new ApiRow("M:" + Builder + "Remove(`0)", Removes),
        new ApiRow("M:" + Builder + "Remove(`0,System.Collections.Generic.IEqualityComparer{`0})", Removes),
        new ApiRow("M:" + Builder + "RemoveAt(System.Int32)", Removes),
        new ApiRow("M:" + Builder + "RemoveAll(System.Predicate{`0})", Removes),
        new ApiRow("M:" + Builder + "RemoveRange(System.Int32,System.Int32)", Removes),
        new ApiRow("M:" + Builder + "RemoveRange(System.Collections.Generic.IEnumerable{`0})", Removes),
        new ApiRow("M:" + Builder + "RemoveRange(System.Collections.Generic.IEnumerable{`0},System.Collections.Generic.IEqualityComparer{`0})", Removes)));
}
