// Leaves bodies that are over the budget of blocks before their graphs are asked for: the graph of a switch of ten
// thousand sections costs seconds, to count them next to nothing.
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class BodySize
{
    /// <summary>No place where a body branches is written in less: <c>?b:c</c>.</summary>
    private const int ShortestBranch = 4;

    /// <summary>
    /// Whether a body surely has more blocks than a number, lambdas and local functions left out: at least one for each
    /// place where it branches.
    /// </summary>
    public static bool Exceeds(SyntaxNode body, int blocks, CancellationToken cancellation)
    {
        if (body.Span.Length / ShortestBranch <= blocks)
        {
            return false;
        }

        var found = 0;
        foreach (var node in body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (Branches(node.Kind()) && ++found > blocks)
            {
                return true;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return false;
    }

    private static bool Branches(SyntaxKind kind) => kind is
        SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.ForEachStatement or SyntaxKind.SwitchSection or
        SyntaxKind.SwitchExpressionArm or SyntaxKind.ConditionalExpression or SyntaxKind.CatchClause;
}
