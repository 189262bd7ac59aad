// Builders of the immutable collections that are trees, and references into their nodes. Fact: a node that an immutable
// collection shares is copied by the first edit that passes it; from then on the reference shows the old node.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class ImmutableTreeApis
{
    private const string Namespace = "System.Collections.Immutable.";
    private const string List = "ImmutableList`1.Builder.";
    private const string Set = "ImmutableSortedSet`1.Builder.";
    private const string Map = "ImmutableSortedDictionary`2.Builder.";
    private const string Items = "(System.Collections.Generic.IEnumerable{`0})";
    private const string Pair = "System.Collections.Generic.KeyValuePair{`0,`1}";

    private static readonly ImmutableArray<string> Views = ImmutableArray.Create(
        List + "ItemRef(System.Int32)",
        Set + "ItemRef(System.Int32)",
        Map + "ValueRef(`0)");

    private static readonly ImmutableArray<string> Edits = ImmutableArray.Create(
        "M:" + List + "Add(`0)",
        "M:" + List + "AddRange" + Items,
        "M:" + List + "Insert(System.Int32,`0)",
        "M:" + List + "InsertRange(System.Int32,System.Collections.Generic.IEnumerable{`0})",
        "P:" + List + "Item(System.Int32)",
        "M:" + List + "Remove(`0)",
        "M:" + List + "Remove(`0,System.Collections.Generic.IEqualityComparer{`0})",
        "M:" + List + "RemoveAll(System.Predicate{`0})",
        "M:" + List + "RemoveAt(System.Int32)",
        "M:" + List + "RemoveRange(System.Int32,System.Int32)",
        "M:" + List + "RemoveRange" + Items,
        "M:" + List + "RemoveRange(System.Collections.Generic.IEnumerable{`0},System.Collections.Generic.IEqualityComparer{`0})",
        "M:" + List + "Replace(`0,`0)",
        "M:" + List + "Replace(`0,`0,System.Collections.Generic.IEqualityComparer{`0})",
        "M:" + List + "Reverse",
        "M:" + List + "Reverse(System.Int32,System.Int32)",
        "M:" + List + "Sort",
        "M:" + List + "Sort(System.Collections.Generic.IComparer{`0})",
        "M:" + List + "Sort(System.Comparison{`0})",
        "M:" + List + "Sort(System.Int32,System.Int32,System.Collections.Generic.IComparer{`0})",
        "M:" + List + "Clear",
        "M:" + Set + "Add(`0)",
        "M:" + Set + "Clear",
        "M:" + Set + "ExceptWith" + Items,
        "M:" + Set + "IntersectWith" + Items,
        "M:" + Set + "Remove(`0)",
        "M:" + Set + "SymmetricExceptWith" + Items,
        "M:" + Set + "UnionWith" + Items,
        "M:" + Map + "Add(`0,`1)",
        "M:" + Map + "Add(" + Pair + ")",
        "M:" + Map + "AddRange(System.Collections.Generic.IEnumerable{" + Pair + "})",
        "M:" + Map + "Clear",
        "P:" + Map + "Item(`0)",
        "M:" + Map + "Remove(`0)",
        "M:" + Map + "Remove(" + Pair + ")",
        "M:" + Map + "RemoveRange" + Items);

    public static ApiFamily Family { get; } = new("Immutable builders", Views
        .Select(id => new ApiRow("M:" + Namespace + id, Effect.View(Slot.This) with { IsReadOnly = true }))
        .Concat(Edits.Select(id => new ApiRow(id.Substring(0, 2) + Namespace + id.Substring(2), Effect.Move(Slot.This))))
        .ToImmutableArray());
}
