// Tells by syntax whether a property written in source just gives what is stored.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class PropertyShape
{
    /// <summary>Whether a property is automatic, is a record's parameter, or returns a field and does nothing else.</summary>
    public static bool IsStored(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case ParameterSyntax:
                    return true;
                case PropertyDeclarationSyntax { ExpressionBody.Expression: var expression }:
                    return IsFieldName(expression);
                case PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }:
                    foreach (var accessor in accessors)
                    {
                        if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                        {
                            return IsStored(accessor) && !property.IsAbstract;
                        }
                    }

                    return false;
            }
        }

        return false;
    }

    /// <summary>The field whose value a property written in source gives; <see langword="null"/> for an automatic property.</summary>
    public static IFieldSymbol? FieldBehind(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax declaration && GetterExpression(declaration) is { } expression)
            {
                var name = (expression as MemberAccessExpressionSyntax)?.Name ?? expression as SimpleNameSyntax;
                foreach (var member in property.ContainingType.GetMembers(name?.Identifier.ValueText ?? string.Empty))
                {
                    if (member is IFieldSymbol field)
                    {
                        return field;
                    }
                }
            }
        }

        return null;
    }

    private static ExpressionSyntax? GetterExpression(PropertyDeclarationSyntax declaration)
    {
        if (declaration.ExpressionBody is { } arrow)
        {
            return arrow.Expression;
        }

        foreach (var accessor in declaration.AccessorList?.Accessors ?? default)
        {
            if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
            {
                return accessor.ExpressionBody?.Expression ?? (accessor.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null);
            }
        }

        return null;
    }

    private static bool IsStored(AccessorDeclarationSyntax getter) => getter switch
    {
        { Body: null, ExpressionBody: null } => true,
        { ExpressionBody.Expression: var expression } => IsFieldName(expression),
        { Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] } => IsFieldName(expression),
        _ => false,
    };

    private static bool IsFieldName(ExpressionSyntax expression) => expression
        is IdentifierNameSyntax
        or FieldExpressionSyntax
        or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax };
}
