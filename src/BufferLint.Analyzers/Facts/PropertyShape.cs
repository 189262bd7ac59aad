// Tells by syntax whether a property written in source just gives what is stored, be it made when it is first asked for.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class PropertyShape
{
    /// <summary>Of properties that name one another no more are followed.</summary>
    private const int MaxNames = 4;

    /// <summary>Whether a property is automatic, is a record's parameter, or gives what is stored and does nothing else.</summary>
    public static bool IsStored(IPropertySymbol property) => Find(property, MaxNames).IsStored;

    /// <summary>The field, or automatic property of another name, whose value a property written in source gives; <see langword="null"/> if it is automatic itself.</summary>
    public static ISymbol? MemberBehind(IPropertySymbol property) => Find(property, MaxNames).Behind;

    private static (bool IsStored, ISymbol? Behind) Find(IPropertySymbol property, int names)
    {
        foreach (var reference in (property.PartialImplementationPart ?? property).DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case ParameterSyntax:
                    return (true, null);
                case PropertyDeclarationSyntax declaration when Getter(declaration) is { } getter:
                    return (LazyShape.NameIn(getter) ?? getter) switch
                    {
                        AccessorDeclarationSyntax => (!property.IsAbstract, null),
                        FieldExpressionSyntax => (true, null),
                        ExpressionSyntax expression when NameIn(expression) is { } name => Named(property, name, names),
                        _ => (false, null),
                    };
            }
        }

        return (false, null);
    }

    /// <summary>What a name in a property's getter stands for.</summary>
    private static (bool IsStored, ISymbol? Behind) Named(IPropertySymbol property, string name, int names)
    {
        for (var type = property.ContainingType; type is not null; type = type.BaseType)
        {
            switch (type.GetMembers(name).FirstOrDefault(static member => member is IFieldSymbol or IPropertySymbol))
            {
                case IFieldSymbol field:
                    return (true, field);
                case IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } other:
                    var found = names == 0 ? default : Find(other, names - 1);
                    return (found.IsStored, found.Behind ?? other);
            }
        }

        return (true, null);
    }

    /// <summary>The expression that a getter gives, else its block; the getter itself if it has no code.</summary>
    private static SyntaxNode? Getter(PropertyDeclarationSyntax declaration)
    {
        if (declaration.ExpressionBody is { } arrow)
        {
            return arrow.Expression;
        }

        var getter = declaration.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter?.ExpressionBody?.Expression ?? (getter?.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : getter?.Body ?? (SyntaxNode?)getter);
    }

    private static string? NameIn(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax { Identifier.ValueText: var name } } => name,
        _ => null,
    };
}
