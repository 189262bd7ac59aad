// How often a loop with constant bounds runs: for (int i = 0; i < 4; i++).
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

internal static class TripCount
{
    /// <summary>The product of the turns of all constant loops around a node; 1 if there is none.</summary>
    public static int Of(SyntaxNode node)
    {
        long trips = 1;
        for (var at = node; at is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); at = at.Parent)
        {
            if (at is ForStatementSyntax loop && Turns(loop) is { } turns)
            {
                trips = System.Math.Min(trips * System.Math.Max(turns, 1), int.MaxValue);
            }
        }

        return (int)trips;
    }

    private static long? Turns(ForStatementSyntax loop)
    {
        if (loop is not
            {
                Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: var first }],
                Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax compared, Right: var last } condition,
                Incrementors: [var step],
            } ||
            compared.Identifier.ValueText != name || !IsPlusPlus(step) || Literal(first) is not { } from || Literal(last) is not { } to)
        {
            return null;
        }

        return condition.Kind() switch
        {
            SyntaxKind.LessThanExpression or SyntaxKind.NotEqualsExpression => (long)to - from,
            SyntaxKind.LessThanOrEqualExpression => (long)to - from + 1,
            _ => null,
        };
    }

    private static bool IsPlusPlus(ExpressionSyntax step) => step.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression;

    private static int? Literal(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: int value } ? value : null;
}
