// List<T> and the span over its array. Facts: the array is replaced when the capacity changes, and only then.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class ListApis
{
    private const string List = "System.Collections.Generic.List`1.";
    private const string Extensions = "M:System.Collections.Generic.CollectionExtensions.";
    private const string Marshal = "M:System.Runtime.InteropServices.CollectionsMarshal.";

    private static Slot Amount => Slot.Parameter(0);

    private static Effect LosesOne => Effect.Shift(Slot.This) with { Growth = Growth.OneLess };

    private static Effect Reorders(Slot of) => new(EffectKind.Reorders, of);

    public static ApiFamily Family { get; } = new("List", ImmutableArray.Create(
        new ApiRow(Marshal + "AsSpan``1(System.Collections.Generic.List{``0})", Effect.View(Slot.Parameter(0))),
        new ApiRow("M:CommunityToolkit.HighPerformance.ListExtensions.AsSpan``1(System.Collections.Generic.List{``0})", Effect.View(Slot.Parameter(0))),
        new ApiRow(Marshal + "SetCount``1(System.Collections.Generic.List{``0},System.Int32)", Effect.Shift(Slot.Parameter(0)) with { Growth = Growth.CountIsAmount, Amount = Slot.Parameter(1) }, Effect.Move(Slot.Parameter(0), Growth.CountIsAmount, Slot.Parameter(1))),

        new ApiRow("M:" + List + "#ctor(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Amount }),
        new ApiRow("M:" + List + "Add(`0)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:" + List + "AddRange(System.Collections.Generic.IEnumerable{`0})", Effect.Move(Slot.This, Growth.CountOfAmount, Amount)),
        new ApiRow("M:" + List + "Insert(System.Int32,`0)", Effect.Move(Slot.This, Growth.One), Effect.Displace(Slot.This)),
        new ApiRow("M:" + List + "InsertRange(System.Int32,System.Collections.Generic.IEnumerable{`0})", Effect.Move(Slot.This, Growth.CountOfAmount, Slot.Parameter(1)), Effect.Displace(Slot.This)),
        new ApiRow("P:" + List + "Capacity", Effect.Move(Slot.This, Growth.CapacityIsAmount, Amount)),
        new ApiRow("M:" + List + "EnsureCapacity(System.Int32)", Effect.Move(Slot.This, Growth.CapacityAtLeastAmount, Amount)),
        new ApiRow("M:" + List + "TrimExcess", Effect.Move(Slot.This, Growth.CapacityIsCount)),
        new ApiRow("M:" + List + "Remove(`0)", Effect.Shift(Slot.This)),
        new ApiRow("M:" + List + "RemoveAt(System.Int32)", LosesOne),
        new ApiRow("M:" + List + "RemoveRange(System.Int32,System.Int32)", Effect.Shift(Slot.This)),
        new ApiRow("M:" + List + "RemoveAll(System.Predicate{`0})", Effect.Shift(Slot.This)),
        new ApiRow("M:" + List + "Reverse", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Reverse(System.Int32,System.Int32)", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Sort", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Sort(System.Comparison{`0})", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Sort(System.Collections.Generic.IComparer{`0})", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Sort(System.Int32,System.Int32,System.Collections.Generic.IComparer{`0})", Reorders(Slot.This)),
        new ApiRow("M:" + List + "Clear", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount }),

        new ApiRow(Extensions + "AddRange``1(System.Collections.Generic.List{``0},System.ReadOnlySpan{``0})", Effect.Move(Slot.Parameter(0), Growth.CountOfAmount, Slot.Parameter(1))),
        new ApiRow(Extensions + "InsertRange``1(System.Collections.Generic.List{``0},System.Int32,System.ReadOnlySpan{``0})", Effect.Move(Slot.Parameter(0), Growth.CountOfAmount, Slot.Parameter(2)), Effect.Displace(Slot.Parameter(0))),

        // The same list through its interfaces.
        new ApiRow("M:System.Collections.Generic.ICollection`1.Add(`0)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:System.Collections.Generic.ICollection`1.Remove(`0)", Effect.Shift(Slot.This)),
        new ApiRow("M:System.Collections.Generic.ICollection`1.Clear", Effect.Shift(Slot.This)),
        new ApiRow("M:System.Collections.Generic.IList`1.Insert(System.Int32,`0)", Effect.Move(Slot.This, Growth.One), Effect.Displace(Slot.This)),
        new ApiRow("M:System.Collections.Generic.IList`1.RemoveAt(System.Int32)", LosesOne),
        new ApiRow("M:System.Collections.IList.Add(System.Object)", Effect.Move(Slot.This, Growth.One)),
        new ApiRow("M:System.Collections.IList.Insert(System.Int32,System.Object)", Effect.Move(Slot.This, Growth.One), Effect.Displace(Slot.This)),
        new ApiRow("M:System.Collections.IList.Remove(System.Object)", Effect.Shift(Slot.This)),
        new ApiRow("M:System.Collections.IList.RemoveAt(System.Int32)", LosesOne),
        new ApiRow("M:System.Collections.IList.Clear", Effect.Shift(Slot.This))));
}
