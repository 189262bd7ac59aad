// Types by whether one value may be of both, by whatever name it goes: what is told apart by that no run has to follow.
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

internal static class LeaseTypes
{
    /// <summary>What values are made of, as far as conversions that leave them what they are lead from one to another.</summary>
    private enum Shape
    {
        /// <summary>Anything, or nobody knows.</summary>
        Any,

        /// <summary>Pointers, and numbers that may be addresses.</summary>
        Address,

        /// <summary>Arrays.</summary>
        Array,

        /// <summary>Classes and delegates.</summary>
        Object,

        /// <summary>Structs without source, which nothing is followed into.</summary>
        Value,
    }

    /// <summary>Whether a value of one type may be one of the other. A struct with source may have anything in it.</summary>
    public static bool MayMeet(ITypeSymbol? one, ITypeSymbol? other)
    {
        one = WatchedFields.Unwrapped(one);
        other = WatchedFields.Unwrapped(other);
        var shape = ShapeOf(one);
        return shape == Shape.Any || ShapeOf(other) is var others && (others == Shape.Any || (shape == others && shape switch
        {
            Shape.Array => MayMeet(((IArrayTypeSymbol)one!).ElementType, ((IArrayTypeSymbol)other!).ElementType),
            Shape.Object => IsOrDerives(one!, other!) || IsOrDerives(other!, one!),
            Shape.Value => SymbolEqualityComparer.Default.Equals(one!.OriginalDefinition, other!.OriginalDefinition),
            _ => true,
        }));
    }

    private static Shape ShapeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => Shape.Array,
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => Shape.Address,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Delegate, SpecialType: SpecialType.None or SpecialType.System_String } => Shape.Object,
        INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false, DeclaringSyntaxReferences.IsEmpty: true } => Shape.Value,
        _ => Shape.Any,
    };

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var declared = type; declared is not null; declared = declared.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, from.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
