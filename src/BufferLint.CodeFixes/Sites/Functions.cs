// Borders of functions: what stands in a lambda runs at another time than what stands around it.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Finds the function a node runs in, and the statement of that function it belongs to.</summary>
internal static class Functions
{
    /// <summary>The innermost lambda, local function, accessor or member around a node; the whole file for top-level statements.</summary>
    public static SyntaxNode Around(SyntaxNode node) => node.Ancestors().First(IsFunction);

    /// <summary>The member around a node, lambdas and local functions included; the whole file for top-level statements.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) =>
        node.Ancestors().First(ancestor => ancestor is CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax));

    /// <summary>The innermost statement a node belongs to; <see langword="null"/> in an initializer or an expression for a body.</summary>
    public static StatementSyntax? StatementAround(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current is StatementSyntax statement)
            {
                return statement;
            }

            if (current != node && IsFunction(current))
            {
                return null;
            }

            if (current is ArrowExpressionClauseSyntax)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or
        AccessorDeclarationSyntax or CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax);
}
