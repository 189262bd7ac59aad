// What a type holds by its words: what stands in its fields, and what it only shows of an array in one of them.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>The names in the types of what an object keeps.</summary>
internal static class HeldTypes
{
    /// <summary>The keyword for the field behind a property.</summary>
    private const string FieldBehind = "field";

    /// <summary>
    /// The names in the types of what is stored in an object of a type. A property that computes what it gives stores nothing,
    /// and whoever asks for it names it; but a type with an array that it gives back is a lease, and what it shows as good as stored.
    /// </summary>
    public static ImmutableArray<string> StoredIn(TypeDeclarationSyntax type)
    {
        var names = new HashSet<string>();
        if (type.Modifiers.Any(SyntaxKind.RefKeyword))
        {
            names.Add(MemberWords.Reference);
        }

        var mayBeLease = KeepsArray(type) && MayRelease(type);
        AddNames(Fields(type), names);
        AddNames(type.Members.OfType<PropertyDeclarationSyntax>().Where(property => IsStored(property) || (mayBeLease && Computes(property))).Select(static property => property.Type), names);
        return names.ToImmutableArray();
    }

    /// <summary>
    /// The names in the types of what a type only shows, where it keeps an array. One that is handed out has that array under another
    /// name: no view as long as nobody asks it for one, who then names it; but who does has to know whose array it is.
    /// </summary>
    public static ImmutableArray<string> ShownBy(TypeDeclarationSyntax type)
    {
        var names = new HashSet<string>();
        if (KeepsArray(type) && !MayRelease(type))
        {
            AddNames(type.Members.OfType<PropertyDeclarationSyntax>().Where(Computes).Select(static property => property.Type), names);
        }

        return names.ToImmutableArray();
    }

    private static IEnumerable<TypeSyntax> Fields(TypeDeclarationSyntax type) =>
        type.Members.OfType<FieldDeclarationSyntax>().Where(static field => !field.Modifiers.Any(SyntaxKind.StaticKeyword)).Select(static field => field.Declaration.Type);

    private static bool KeepsArray(TypeDeclarationSyntax type) =>
        Fields(type).Any(static field => field.DescendantNodesAndSelf().Any(static part => part is ArrayTypeSyntax or PointerTypeSyntax));

    /// <summary>Whether a type has a member that gives back what it keeps, or may have one in its other part or from a class.</summary>
    private static bool MayRelease(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) ||
        type.BaseList?.Types.Any(static parent => !IsInterface(parent.Type)) == true ||
        type.Members.OfType<MethodDeclarationSyntax>().Any(static method => NameGate.Releasing.Contains(method.Identifier.ValueText));

    /// <summary>Whether a type is an interface by its name.</summary>
    private static bool IsInterface(TypeSyntax type) => ((type as QualifiedNameSyntax)?.Right ?? type) is SimpleNameSyntax { Identifier.ValueText: ['I', >= 'A' and <= 'Z', ..] };

    /// <summary>Whether a property has a field of its own.</summary>
    private static bool IsStored(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(static accessor => (accessor.Body is null && accessor.ExpressionBody is null) || accessor.DescendantTokens().Any(static token => token.ValueText == FieldBehind)) == true;

    private static bool Computes(PropertyDeclarationSyntax property) => property.ExpressionBody is null && !IsStored(property);

    private static void AddNames(IEnumerable<TypeSyntax> types, HashSet<string> names)
    {
        foreach (var name in types.SelectMany(static type => type.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>())
        {
            names.Add(name.Identifier.ValueText);
        }
    }
}
