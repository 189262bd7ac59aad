// How many bytes a value of a type takes.
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

internal static class TypeSizes
{
    private const int MaxDepth = 8;

    /// <summary>How many; at least so many of a struct that the runtime lays out; <see langword="null"/> if nobody knows.</summary>
    public static Extent? Of(ITypeSymbol? type) => type is null || Least(type, MaxDepth) is not { } size ? null : Extent.Exactly(size) with { IsAtLeast = !IsFixed(type) };

    private static bool IsFixed(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double || Framework(type) is not null || type is INamedTypeSymbol { EnumUnderlyingType: not null };

    private static int? Least(ITypeSymbol type, int depth) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => 1,
        { SpecialType: SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 } => 2,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => 4,
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double } => 8,
        { SpecialType: SpecialType.System_Decimal } => 16,
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or IPointerTypeSymbol => 4,
        INamedTypeSymbol { EnumUnderlyingType: { } number } => Least(number, depth),
        INamedTypeSymbol { IsUnmanagedType: true, TypeKind: TypeKind.Struct } named when depth > 0 => Framework(named) ?? OfFields(named, depth - 1),
        _ => null,
    };

    private static int? Framework(ITypeSymbol type) => type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? type.Name switch
    {
        "Guid" or "Int128" or "UInt128" => 16,
        "Half" => 2,
        "DateTime" or "TimeSpan" or "TimeOnly" => 8,
        "DateOnly" => 4,
        _ => null,
    } : null;

    /// <summary>Fields may have room between them, and lie upon each other only where the source says where they lie.</summary>
    private static int? OfFields(INamedTypeSymbol type, int depth)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        var attributes = type.GetAttributes();
        var stated = attributes.FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute");
        var size = stated?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Size").Value.Value as int? ?? 1;
        if (stated?.ConstructorArguments.FirstOrDefault().Value is 2)
        {
            return size;
        }

        var sum = 0;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic))
        {
            sum += field.IsFixedSizeBuffer ? field.FixedSize * (field.Type is IPointerTypeSymbol { PointedAtType: var element } ? Least(element, depth) ?? 1 : 1) : Least(field.Type, depth) ?? 1;
        }

        var turns = attributes.FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute")?.ConstructorArguments.FirstOrDefault().Value as int? ?? 1;
        return System.Math.Max(size, sum * turns);
    }
}
