// What may still need a lease when its block is left, or when the statement that gave it away is done.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Guards;

/// <summary>Says whether a release at the end of a scope could come too early.</summary>
internal static class Outliving
{
    /// <summary>Whether a lambda has the lease, work on it is not awaited where it is begun, or what is returned may still hold it.</summary>
    public static bool IsPossible(ISymbol lease, FindingSite site, CancellationToken cancellation)
    {
        var holders = Holders.Of(lease, site.Function, site.Model, cancellation);
        return holders
            .SelectMany(holder => Writes.Mentions(site.Function, holder, site.Model, cancellation))
            .Any(mention => Functions.Around(mention) != site.Function ||
                mention.Ancestors().TakeWhile(static ancestor => ancestor is not StatementSyntax).OfType<ExpressionSyntax>().Any(part => IsWorkLeftRunning(part, site, cancellation)) ||
                IsHandedOn(mention, site, cancellation));
    }

    private static bool IsWorkLeftRunning(ExpressionSyntax expression, FindingSite site, CancellationToken cancellation)
    {
        if (!IsWork(site.Model.GetTypeInfo(expression, cancellation).Type))
        {
            return false;
        }

        // `await work`, `await work.ConfigureAwait(false)`, `work.AsTask()` in turn.
        var whole = expression;
        while (whole.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent is not AwaitExpressionSyntax;
    }

    private static bool IsWork(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static bool IsHandedOn(SimpleNameSyntax mention, FindingSite site, CancellationToken cancellation) => Functions.StatementAround(mention) switch
    {
        ReturnStatementSyntax { Expression: { } value } => MayHold(value, site, cancellation),
        YieldStatementSyntax { Expression: { } value } => MayHold(value, site, cancellation),
        _ => false,
    };

    private static bool MayHold(ExpressionSyntax value, FindingSite site, CancellationToken cancellation) =>
        value is RefExpressionSyntax || site.Model.GetTypeInfo(value, cancellation).Type is not { } type || !Holders.IsIndependent(value, type);
}
