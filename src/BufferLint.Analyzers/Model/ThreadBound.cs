// What each thread has its own of, and whether code takes it out of its slot.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

internal static class ThreadBound
{
    /// <summary>Whether every thread has a field of its own.</summary>
    public static bool Is(IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether the value of an object of a type is another for every thread.</summary>
    public static bool IsSlotType(ITypeSymbol type) =>
        type is { Name: "ThreadLocal", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether a member looks like a field that every thread has its own of, or that holds such slots.</summary>
    public static bool MayBe(MemberDeclarationSyntax member) => member is FieldDeclarationSyntax field && (
        field.AttributeLists.Any(static list => list.Attributes.Any(static attribute => NameOf(attribute.Name) is "ThreadStatic" or nameof(System.ThreadStaticAttribute))) ||
        NameOf(field.Declaration.Type) == "ThreadLocal");

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };

    /// <summary>Whether a declaration names a field.</summary>
    public static bool IsNamedIn(SyntaxNode declaration, IFieldSymbol field) => Names(declaration, field).Any();

    /// <summary>Whether a declaration empties a field, or the slot in it, or exchanges what it holds, before a position.</summary>
    public static bool IsEmptiedIn(SyntaxNode declaration, IFieldSymbol field, int before = int.MaxValue) => Names(declaration, field).Any(name => name.SpanStart < before && IsEmptied(Whole(name)));

    private static IEnumerable<IdentifierNameSyntax> Names(SyntaxNode declaration, IFieldSymbol field) =>
        declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name);

    /// <summary>With what stands before the name, and with <c>.Value</c> behind it.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => Whole(access),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } access => access,
        _ => name,
    };

    private static bool IsEmptied(ExpressionSyntax slot) => slot.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: LiteralExpressionSyntax or DefaultExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } } assignment => assignment.Left == slot,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } => true,
        _ => false,
    };
}
