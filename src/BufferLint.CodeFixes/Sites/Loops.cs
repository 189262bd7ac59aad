// Loops around a node and what their headers say.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class Loops
{
    public static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>The loops of its own function that a node stands in.</summary>
    public static IEnumerable<SyntaxNode> Around(SyntaxNode node) => node.Ancestors().TakeWhile(ancestor => ancestor != Functions.Around(node)).Where(IsLoop);

    /// <summary>What a loop asks in every turn, or goes through.</summary>
    public static IEnumerable<SyntaxNode> Header(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax each => each.Incrementors.Concat<SyntaxNode?>(new[] { each.Condition }).OfType<SyntaxNode>(),
        CommonForEachStatementSyntax each => new[] { each.Expression },
        WhileStatementSyntax turn => new[] { turn.Condition },
        DoStatementSyntax turn => new[] { turn.Condition },
        _ => Enumerable.Empty<SyntaxNode>(),
    };
}
