// Members that cast read-only away: what comes out may be written, and leads into what went in. Facts: none of them copies
// or asks; a text, a constant or a frozen array that is written through them is changed for everybody who has it.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class ReadOnlyCasts
{
    private const string Interop = "System.Runtime.InteropServices.";

    /// <summary>What casts its first parameter, or else its receiver, by type and member.</summary>
    public static ImmutableHashSet<(string Type, string Member)> Members { get; } = ImmutableHashSet.Create(
        (Interop + "MemoryMarshal", "AsMemory"),
        (Interop + "MemoryMarshal", "GetReference"),
        (Interop + "MemoryMarshal", "TryGetArray"),
        (Interop + "SequenceMarshal", "TryGetArray"),
        (Interop + "ImmutableCollectionsMarshal", "AsArray"),
        ("System.Runtime.CompilerServices.Unsafe", "AsRef"),
        (Interop + "GCHandle", "Alloc"));

    /// <summary>What makes its first parameter read-only for everybody, without a copy of it.</summary>
    public static ImmutableHashSet<(string Type, string Member)> HandOvers { get; } = ImmutableHashSet.Create(
        (Interop + "ImmutableCollectionsMarshal", "AsImmutableArray"),
        ("System.BinaryData", "FromBytes"),
        ("System.BinaryData", ".ctor"));

    /// <summary>What makes a text that nobody else has.</summary>
    public static ImmutableHashSet<(string Type, string Member)> Makers { get; } = ImmutableHashSet.Create(
        ("System.String", ".ctor"),
        ("System.String", "Create"),
        ("System.String", "Copy"),
        ("System.Text.StringBuilder", "ToString"),
        ("System.Text.Encoding", "GetString"),
        (Interop + "Marshal", "PtrToStringUni"),
        (Interop + "Marshal", "PtrToStringAnsi"),
        (Interop + "Marshal", "PtrToStringUTF8"));

    /// <summary>The names of them all: no other member's type is looked at.</summary>
    private static readonly HashSet<string> Names = new(Members.Concat(HandOvers).Concat(Makers).Select(static row => row.Member), System.StringComparer.Ordinal);

    /// <summary>Whether a member casts read-only away.</summary>
    public static bool IsCast(ISymbol member) => IsIn(Members, member) || Reinterprets(member);

    /// <summary>Whether what a member is given is read-only from there on.</summary>
    public static bool HandsOver(ISymbol member) => IsIn(HandOvers, member) || (Reinterpreted(member) is { } types && types.From is IArrayTypeSymbol && ReadOnlyTypes.IsReadOnlyView(types.To));

    /// <summary>Whether a member reads a variable of a read-only type as one of a writable type.</summary>
    public static bool Reinterprets(ISymbol member) => Reinterpreted(member) is { } types && ReadOnlyTypes.IsReadOnlyView(types.From) && (types.To is IArrayTypeSymbol || (ViewTypes.IsOverArray(types.To) && !ReadOnlyTypes.IsReadOnlyView(types.To)));

    private static (ITypeSymbol From, ITypeSymbol To)? Reinterpreted(ISymbol member) =>
        member is IMethodSymbol { Name: "As", TypeArguments: [var from, var to], ContainingType: { Name: "Unsafe", ContainingNamespace.Name: "CompilerServices" } } ? (from, to) : null;

    /// <summary>Whether what a member gives has just been made and is nobody else's yet.</summary>
    public static bool MakesNew(ISymbol member) =>
        IsIn(Makers, member) ||
        member.ContainingNamespace is { Name: "Immutable", ContainingNamespace.Name: "Collections" } ||
        (member is IMethodSymbol { ReturnType.SpecialType: SpecialType.System_String } && member.Name.Contains("Alloc"));

    private static bool IsIn(ImmutableHashSet<(string Type, string Member)> members, ISymbol member) =>
        Names.Contains(member.Name) && member.ContainingType is { } type && members.Contains((MetadataName.Of(type.OriginalDefinition), member.Name));
}
