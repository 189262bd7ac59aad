// What no statement is moved across.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class Borders
{
    /// <summary>Whether a node leaves its block, is jumped to, or lets other code run before it goes on.</summary>
    public static bool IsOne(SyntaxNode node) => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax or
        GotoStatementSyntax or LabeledStatementSyntax or YieldStatementSyntax or AwaitExpressionSyntax or LockStatementSyntax;
}
