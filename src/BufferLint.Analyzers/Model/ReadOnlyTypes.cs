// Which types promise that nobody writes what they give, and which let whoever has them write.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Classifies types by whether their storage may be written.</summary>
internal static class ReadOnlyTypes
{
    private static readonly ImmutableHashSet<string> Views = ImmutableHashSet.Create("ReadOnlySpan`1", "ReadOnlyMemory`1", "BinaryData");

    private static readonly ImmutableHashSet<string> Writables = ImmutableHashSet.Create(
        "List`1", "IList`1", "ICollection`1", "ISet`1", "IDictionary`2", "HashSet`1", "SortedSet`1", "Dictionary`2", "SortedList`2", "SortedDictionary`2", "Collection`1", "IList", "IDictionary", "ArrayList");

    /// <summary>Whether storage reached by a value of a type is not to be written.</summary>
    public static bool IsReadOnly(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol named => IsReadOnlyView(named) || IsWrapper(named) || IsReadOnlyInterface(named),
        _ => false,
    };

    /// <summary>Whether a type is a view that may only be read, or a text.</summary>
    public static bool IsReadOnlyView(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } view => Views.Contains(view.MetadataName),
        INamedTypeSymbol { MetadataName: "ReadOnlySequence`1", ContainingNamespace.Name: "Buffers" } => true,
        INamedTypeSymbol { MetadataName: "ImmutableArray`1" } array => IsInCollections(array, "Immutable"),
        _ => false,
    };

    /// <summary>Whether objects of a type refuse every change.</summary>
    public static bool IsWrapper(ITypeSymbol? type)
    {
        for (var next = type as INamedTypeSymbol; next is not null; next = next.BaseType)
        {
            if (IsInCollections(next, "Frozen") ||
                (IsInCollections(next, "Immutable") && next.Name.StartsWith("Immutable", StringComparison.Ordinal) && next.Name != "Builder" && next.ContainingType is null) ||
                (IsInCollections(next, "ObjectModel") && next.Name.StartsWith("ReadOnly", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether somebody who has a value of a type, made of one that may only be read, may write through it.</summary>
    public static bool IsWritable(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { ContainingNamespace: { } space } named => Writables.Contains(named.MetadataName) && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether what a parameter is given may be storage that was cast to be written.</summary>
    public static bool MayCome(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.Ref || parameter.Type is IArrayTypeSymbol || ViewTypes.IsView(parameter.Type) || (parameter.Type.TypeKind == TypeKind.Interface && IsWritable(parameter.Type));

    private static bool IsReadOnlyInterface(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, ContainingNamespace: { } space } &&
        (type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) || type.Name.StartsWith("IImmutable", StringComparison.Ordinal)) &&
        space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    private static bool IsInCollections(INamedTypeSymbol type, string space) =>
        type.ContainingNamespace is { Name: var name, ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } && name == space;
}
