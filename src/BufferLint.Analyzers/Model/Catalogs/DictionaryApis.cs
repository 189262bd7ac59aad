// Dictionary<K,V> and refs to its values. Facts: a new key may resize; setting a present key writes in place;
// removing a key frees its own slot only, which the next new key takes over.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class DictionaryApis
{
    private const string Dictionary = "System.Collections.Generic.Dictionary`2.";
    private const string Lookup = Dictionary + "AlternateLookup`1.";
    private const string Marshal = "M:System.Runtime.InteropServices.CollectionsMarshal.";
    private const string Of2 = "(System.Collections.Generic.Dictionary{``0,``1},``0";
    private const string Of3 = "(System.Collections.Generic.Dictionary{``0,``1}.AlternateLookup{``2},``2";

    private static Effect AddsKey => new(EffectKind.Moves, Slot.This) { Growth = Growth.One, Key = Slot.Parameter(0) };

    private static Effect FreesKey => new(EffectKind.Recycles, Slot.This) { Key = Slot.Parameter(0) };

    private static Effect TellsOfKey => new(EffectKind.TellsOfKey, Slot.This) { Key = Slot.Parameter(0) };

    private static Effect ValueRef => new(EffectKind.ViewOf, Slot.Parameter(0)) { Key = Slot.Parameter(1) };

    private static Effect AddsKeyOfArgument => new(EffectKind.Moves, Slot.Parameter(0)) { Growth = Growth.One, Key = Slot.Parameter(1) };

    public static ApiFamily Family { get; } = new("Dictionary", ImmutableArray.Create(
        new ApiRow(Marshal + "GetValueRefOrNullRef``2" + Of2 + ")", ValueRef),
        new ApiRow(Marshal + "GetValueRefOrNullRef``3" + Of3 + ")", ValueRef),
        new ApiRow(Marshal + "GetValueRefOrAddDefault``2" + Of2 + ",System.Boolean@)", AddsKeyOfArgument, ValueRef with { IsImpure = true }),
        new ApiRow(Marshal + "GetValueRefOrAddDefault``3" + Of3 + ",System.Boolean@)", AddsKeyOfArgument, ValueRef with { IsImpure = true }),
        new ApiRow("M:" + Dictionary + "GetAlternateLookup``1", new Effect(EffectKind.ForwardsTo, Slot.This)),
        new ApiRow("P:" + Lookup + "Dictionary", new Effect(EffectKind.ForwardsTo, Slot.This)),

        new ApiRow("M:" + Dictionary + "#ctor(System.Int32)", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Dictionary + "#ctor(System.Int32,System.Collections.Generic.IEqualityComparer{`0})", new Effect(EffectKind.Reserves, Slot.Result) { Growth = Growth.CapacityIsAmount, Amount = Slot.Parameter(0) }),
        new ApiRow("M:" + Dictionary + "Add(`0,`1)", AddsKey),
        new ApiRow("M:" + Dictionary + "TryAdd(`0,`1)", AddsKey),
        new ApiRow("P:" + Dictionary + "Item(`0)", AddsKey),
        new ApiRow("M:" + Dictionary + "Remove(`0)", FreesKey),
        new ApiRow("M:" + Dictionary + "Remove(`0,`1@)", FreesKey),
        new ApiRow("M:" + Dictionary + "Clear", Effect.Shift(Slot.This) with { Growth = Growth.CountIsAmount }),
        new ApiRow("M:" + Dictionary + "EnsureCapacity(System.Int32)", Effect.Move(Slot.This, Growth.CapacityAtLeastAmount, Slot.Parameter(0))),
        new ApiRow("M:" + Dictionary + "TrimExcess", Effect.Move(Slot.This, Growth.CapacityIsCount)),
        new ApiRow("M:" + Dictionary + "TrimExcess(System.Int32)", Effect.Move(Slot.This, Growth.CapacityIsAmount, Slot.Parameter(0))),

        new ApiRow("M:" + Dictionary + "ContainsKey(`0)", TellsOfKey),
        new ApiRow("M:" + Dictionary + "TryGetValue(`0,`1@)", TellsOfKey),

        new ApiRow("P:" + Lookup + "Item(`2)", AddsKey),
        new ApiRow("M:" + Lookup + "ContainsKey(`2)", TellsOfKey),
        new ApiRow("M:" + Lookup + "TryGetValue(`2,`1@)", TellsOfKey),
        new ApiRow("M:" + Lookup + "TryGetValue(`2,`0@,`1@)", TellsOfKey),
        new ApiRow("M:" + Lookup + "TryAdd(`2,`1)", AddsKey),
        new ApiRow("M:" + Lookup + "Remove(`2)", FreesKey),
        new ApiRow("M:" + Lookup + "Remove(`2,`0@,`1@)", FreesKey),

        // The same dictionary through its interfaces.
        new ApiRow("M:System.Collections.Generic.IDictionary`2.Add(`0,`1)", AddsKey),
        new ApiRow("P:System.Collections.Generic.IDictionary`2.Item(`0)", AddsKey),
        new ApiRow("M:System.Collections.Generic.IDictionary`2.ContainsKey(`0)", TellsOfKey),
        new ApiRow("M:System.Collections.Generic.IDictionary`2.TryGetValue(`0,`1@)", TellsOfKey),
        new ApiRow("M:System.Collections.Generic.IDictionary`2.Remove(`0)", FreesKey),
        new ApiRow("M:System.Collections.Generic.CollectionExtensions.TryAdd``2(System.Collections.Generic.IDictionary{``0,``1},``0,``1)", AddsKeyOfArgument),
        new ApiRow("M:System.Collections.Generic.ICollection`1.Clear", Effect.Shift(Slot.This))));
}
