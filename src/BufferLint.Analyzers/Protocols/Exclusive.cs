// Objects that nobody has but the field that they were made for: by the syntax of every mention of it.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Protocols;

/// <summary>Says whether a private field, and no other name, leads to the object that it holds.</summary>
internal static class Exclusive
{
    public static bool Is(ISymbol field) =>
        field.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer: var initial } && (initial is null || IsMade(initial.Value, field)) &&
        field.ContainingType.DeclaringSyntaxReferences.All(part => part.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name).All(name => IsHarmless(name, field)));

    private static bool IsHarmless(IdentifierNameSyntax name, ISymbol field)
    {
        if (name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } of && of.Name == name)
        {
            return false;
        }

        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == whole,
            ConditionalAccessExpressionSyntax access => access.Expression == whole,
            AssignmentExpressionSyntax assignment => assignment.Left == whole && assignment.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax && IsMade(assignment.Right, field),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            _ => false,
        };
    }

    /// <summary>Whether something is a new object of just the type of the field, or none.</summary>
    private static bool IsMade(ExpressionSyntax value, ISymbol field) => value switch
    {
        ImplicitObjectCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type) == WatchedFields.TypeOf(field)?.Name,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => IsMade(operand, field),
        LiteralExpressionSyntax literal => literal.RawKind is (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression,
        _ => false,
    };

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        _ => null,
    };
}
