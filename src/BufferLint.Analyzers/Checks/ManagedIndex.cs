// Removal in a loop that steers the removed index itself. The storage stays, so a view of it reads what is there now:
//
//     for (int i = 0; i < list.Count; i++)
//         if (IsDead(view[i])) list.RemoveAt(i--);
//
// is right, and so is the loop that runs down. It is wrong where the view's own length is the bound.
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class ManagedIndex
{
    /// <summary>Whether the element next read through a view is named by the very variable that the removal was given, in a loop the view does not bound.</summary>
    /// <param name="shift">The removal.</param>
    /// <param name="view">What holds the view.</param>
    /// <param name="next">The next use of the view.</param>
    public static bool Covers(Invalidate shift, Origin view, Use? next) =>
        (IsTailCut(shift.Syntax) && view.Symbol is not ILocalSymbol { IsRef: true }) ||
        shift.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [var removed, ..] } &&
        next?.Syntax is ElementAccessExpressionSyntax { ArgumentList.Arguments: [var read] } &&
        VariableIn(removed.Expression) is { } index && VariableIn(read.Expression) == index &&
        LoopCondition(shift.Syntax) is { } condition &&
        !condition.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == view.Name);

    /// <summary>What goes from the end leaves the other elements where they are: <c>RemoveAt(list.Count - 1)</c>, <c>RemoveRange(n, list.Count - n)</c>.</summary>
    private static bool IsTailCut(SyntaxNode shift) => shift is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } &&
        arguments.LastOrDefault()?.Expression is BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" }, Right: var taken } cut &&
        cut.IsKind(SyntaxKind.SubtractExpression) &&
        (arguments.Count == 1 ? taken is LiteralExpressionSyntax { Token.Value: 1 } : SyntaxFactory.AreEquivalent(taken, arguments[0].Expression));

    private static string? VariableIn(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } => name.Identifier.ValueText,
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax? LoopCondition(SyntaxNode node) => node.Ancestors().Select(static ancestor => ancestor switch
    {
        ForStatementSyntax loop => loop.Condition,
        WhileStatementSyntax loop => loop.Condition,
        DoStatementSyntax loop => loop.Condition,
        _ => null,
    }).FirstOrDefault(static condition => condition is not null);
}
