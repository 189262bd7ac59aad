// Releases that a loop's counter allows: if (i == n - 1) pool.Return(array). That no other turn comes, or that one surely
// comes, follows from numbers which are not followed so far.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class CountedTurns
{
    /// <summary>Whether a second event would come in a later turn than a release that the loop's counter allows.</summary>
    public static bool KeepApart(Invalidate release, Fact later) => later.Id <= release.Id && AreAskedFor(release.Syntax);

    /// <summary>Whether the counter of a loop around a place decides if it is reached.</summary>
    public static bool AreAskedFor(SyntaxNode place)
    {
        var asked = new HashSet<string>();
        foreach (var around in place.Ancestors())
        {
            switch (around)
            {
                case IfStatementSyntax test when !test.Condition.Span.Contains(place.Span):
                    asked.UnionWith(Compared(test.Condition));
                    break;
                case ForStatementSyntax loop when loop.Incrementors.SelectMany(static step => step.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Any(counter => asked.Contains(counter.Identifier.ValueText)):
                case WhileStatementSyntax or DoStatementSyntax when asked.Count > 0 && Counted(around).Any(asked.Contains):
                    return true;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    private static IEnumerable<string> Compared(ExpressionSyntax condition) => condition.DescendantNodesAndSelf()
        .OfType<BinaryExpressionSyntax>()
        .Where(static test => test.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression)
        .SelectMany(static test => test.DescendantNodes().OfType<IdentifierNameSyntax>())
        .Select(static name => name.Identifier.ValueText);

    /// <summary>The variables that a loop counts up or down.</summary>
    private static IEnumerable<string> Counted(SyntaxNode loop) => loop.DescendantNodes().Select(static node => node switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: IdentifierNameSyntax name } => name,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax name } => name,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression, Left: IdentifierNameSyntax name } => name,
        _ => null,
    }).OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);
}
