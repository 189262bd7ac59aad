// Which array pool a name stands for, where its declaration says it: the shared one, or one made for this name alone.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>Names of pools. Two different names are two different pools.</summary>
internal static class KnownPools
{
    /// <summary>The pool that everybody shares.</summary>
    public const string Shared = "ArrayPool<T>.Shared";

    /// <summary>The pool in a variable, field or property that never holds another one; <see langword="null"/> if nobody can say.</summary>
    public static string? Of(ISymbol holder) => holder switch
    {
        IPropertySymbol { Name: "Shared", ContainingType.Name: "ArrayPool" } => Shared,
        ILocalSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } when Declared(holder) is { } value => NameOf(value, holder),
        _ => null,
    };

    private static ExpressionSyntax? Declared(ISymbol holder) => holder.DeclaringSyntaxReferences is not [var declaration] ? null : declaration.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } when holder is ILocalSymbol => value,
        VariableDeclaratorSyntax variable => OnlyOne(variable.Initializer?.Value, holder),
        PropertyDeclarationSyntax { ExpressionBody.Expression: MemberAccessExpressionSyntax value } => value,
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property => OnlyOne(property.Initializer?.Value, holder),
        _ => null,
    };

    /// <summary>The one value that a member is given: where it is declared, or by the only constructor.</summary>
    private static ExpressionSyntax? OnlyOne(ExpressionSyntax? initializer, ISymbol member)
    {
        var constructors = member.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static type => type.GetSyntax().ChildNodes().OfType<ConstructorDeclarationSyntax>())
            .Where(constructor => constructor.Modifiers.Any(Microsoft.CodeAnalysis.CSharp.SyntaxKind.StaticKeyword) == member.IsStatic)
            .ToArray();
        var assigned = constructors.SelectMany(constructor => AssignedIn(constructor, member.Name)).ToArray();
        return initializer is not null ? (assigned.Length == 0 ? initializer : null) : constructors.Length == 1 && assigned.Length == 1 ? assigned[0] : null;
    }

    private static IEnumerable<ExpressionSyntax> AssignedIn(ConstructorDeclarationSyntax constructor, string member) =>
        constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member || assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } && own == member)
            .Select(static assignment => assignment.Right);

    private static string? NameOf(ExpressionSyntax value, ISymbol holder) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" } made } when IsArrayPool(made.Expression) => holder.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Shared" } shared when IsArrayPool(shared.Expression) => Shared,
        _ => null,
    };

    private static bool IsArrayPool(ExpressionSyntax type) => type switch
    {
        GenericNameSyntax { Identifier.ValueText: var name } => name == "ArrayPool",
        MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: var name } } => name == "ArrayPool",
        _ => false,
    };
}
