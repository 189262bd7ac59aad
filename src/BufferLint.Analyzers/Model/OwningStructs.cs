// Which structs may own storage: they are written in source, and have a member that ends them.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>Looks at types by name only; what the members do is asked where they are called.</summary>
internal static class OwningStructs
{
    private static readonly string[] Endings = { "Dispose", "Close", "Return", "Release", "Free" };

    /// <summary>The struct that a value is a copy of, or a nullable one has in it; <see langword="null"/> if it is no struct that may own storage.</summary>
    public static INamedTypeSymbol? Behind(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => Behind(inner),
        INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct, } owning when !owning.DeclaringSyntaxReferences.IsEmpty && IsEnded(owning) => owning,
        _ => null,
    };

    /// <summary>Whether a declaration may be one of such a struct, by its words.</summary>
    public static bool MayBe(TypeDeclarationSyntax type) =>
        type is StructDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordStructDeclaration } &&
        type.Members.Any(static member => member is MethodDeclarationSyntax { ParameterList.Parameters.Count: 0, Identifier.ValueText: var name } && System.Array.IndexOf(Endings, name) >= 0);

    /// <summary>Whether a struct has a member that ends it; all members are asked only where one may have the name of an interface's.</summary>
    private static bool IsEnded(INamedTypeSymbol type)
    {
        foreach (var name in Endings)
        {
            if (type.GetMembers(name).Any(IsEnding))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static implemented => !implemented.GetMembers("Dispose").IsEmpty) && type.GetMembers().Any(IsEnding);
    }

    private static bool IsEnding(ISymbol member) =>
        member is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true } method && System.Array.IndexOf(Endings, method.Name) >= 0 ||
        member is IMethodSymbol { ExplicitInterfaceImplementations: [{ Name: "Dispose" }] };
}
