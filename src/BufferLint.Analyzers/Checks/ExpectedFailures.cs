// Where a call that does not fit is meant to fail: its exception is caught, or a test asks for it.
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class ExpectedFailures
{
    private static readonly string[] Expecting = { "Throw", "Exception", "Fail", "Catch" };

    /// <summary>Whether somebody expects what happens if a demand is not met.</summary>
    public static bool Cover(Demand demand)
    {
        SyntaxNode inner = demand.Syntax;
        for (var node = inner.Parent; node is not null and not MemberDeclarationSyntax; inner = node, node = node.Parent)
        {
            if ((node is TryStatementSyntax guarded && inner == guarded.Block && !demand.IsUnchecked && guarded.Catches.Any(Catches)) ||
                (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && IsExpected(node)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Catches(CatchClauseSyntax handler) => (handler.Declaration?.Type as NameSyntax ?? (NameSyntax?)null) switch
    {
        null => handler.Declaration is null,
        QualifiedNameSyntax { Right.Identifier.ValueText: var name } => IsOfSizes(name),
        SimpleNameSyntax { Identifier.ValueText: var name } => IsOfSizes(name),
        _ => true,
    };

    private static bool IsOfSizes(string exception) => exception is "Exception" or "SystemException" or "ArgumentException" or "ArgumentOutOfRangeException" or "IndexOutOfRangeException" or "NotSupportedException" or "UnauthorizedAccessException";

    /// <summary>Whether a function goes where exceptions are asked for, by the words around it or around its name.</summary>
    private static bool IsExpected(SyntaxNode function)
    {
        var member = function.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member?.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IsCalled(token.Parent) && Expecting.Any(word => token.ValueText.Contains(word))) == true;
    }

    private static bool IsCalled(SyntaxNode? name) => name is SimpleNameSyntax { Parent: InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or MemberBindingExpressionSyntax };
}
