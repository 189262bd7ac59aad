// Which types can hold a view, an owner, or neither.
using System.Collections.Concurrent;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Classifies types by what a value of them can carry.</summary>
internal sealed class ViewTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _carries = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a type is one of .NET's own views: span, memory, segment, sequence, part of a JSON document or another ref struct.</summary>
    public static bool IsView(ITypeSymbol? type) => type switch
    {
        null => false,
        { IsRefLikeType: true } => true,
        IPointerTypeSymbol => true,
        INamedTypeSymbol { IsValueType: true } named => IsNamedView(named),
        _ => false,
    };

    /// <summary>Whether a type is <c>Span</c>, <c>ReadOnlySpan</c>, <c>Memory</c>, <c>ReadOnlyMemory</c> or <c>ArraySegment</c>.</summary>
    public static bool IsOverArray(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } named &&
        named.MetadataName is "Span`1" or "ReadOnlySpan`1" or "Memory`1" or "ReadOnlyMemory`1" or "ArraySegment`1";

    /// <summary>Whether a type is a read-only view.</summary>
    public static bool IsReadOnlyView(ITypeSymbol? type) =>
        IsView(type) && type!.Name.StartsWith("ReadOnly", System.StringComparison.Ordinal);

    /// <summary>Whether a value of a type can hold a view or name an owner; numbers, text and enums cannot, but for an address kept as a number.</summary>
    public bool Carries(ITypeSymbol? type)
    {
        switch (type)
        {
            case null:
                return false;
            case { SpecialType: SpecialType.System_IntPtr }:
                return true;
            case { SpecialType: not SpecialType.None and not SpecialType.System_Object and not SpecialType.System_Array }:
                return type.IsReferenceType && type.TypeKind == TypeKind.Interface;
            case { TypeKind: TypeKind.Enum or TypeKind.Error }:
                return false;
            case { IsReferenceType: true } or IPointerTypeSymbol or { IsRefLikeType: true }:
                return true;
            case ITypeParameterSymbol parameter:
                return !parameter.HasUnmanagedTypeConstraint;
            default:
                return IsView(type) || _carries.GetOrAdd(type, StructCarries);
        }
    }

    private static bool IsNamedView(INamedTypeSymbol type) => IsOverArray(type) || type.MetadataName switch
    {
        "ReadOnlySequence`1" => type.ContainingNamespace.Name == "Buffers",
        "SequencePosition" => type.ContainingNamespace.Name == "System",
        "Enumerator" => type.ContainingType?.MetadataName == "ReadOnlySequence`1",
        "ChunkEnumerator" => type.ContainingType?.Name == "StringBuilder",
        "JsonElement" or "JsonProperty" => type.ContainingNamespace is { Name: "Json", ContainingNamespace.Name: "Text" },
        "ArrayEnumerator" or "ObjectEnumerator" => type.ContainingType?.Name == "JsonElement",
        _ => false,
    };

    private bool StructCarries(ITypeSymbol type)
    {
        // Reference assemblies leave private fields out: a generic struct of theirs may hold anything.
        if (type is INamedTypeSymbol { IsGenericType: true, IsTupleType: false, DeclaringSyntaxReferences.IsEmpty: true, OriginalDefinition.SpecialType: SpecialType.None })
        {
            return true;
        }

        if (type.IsUnmanagedType)
        {
            // Nothing in a handle is a reference, and yet it names what it holds; so does a struct that ends what it has the address of.
            return HandleApis.IsHandle(type) || (OwningStructs.Behind(type) is not null && HasCarryingField(type));
        }

        return HasCarryingField(type);
    }

    private bool HasCarryingField(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field &&
                !SymbolEqualityComparer.Default.Equals(field.Type, type) &&
                Carries(field.Type))
            {
                return true;
            }
        }

        return false;
    }
}
