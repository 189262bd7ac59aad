// Which await waits for the call that ends a view.
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class Awaits
{
    /// <summary>Whether any call that ends views is awaited, so that there is something to ask.</summary>
    public static bool AreIn(SolvedBody body) => body.Facts.Suspends && body.Facts.All.Any(static fact => fact is Invalidate broken && Of(broken) is not null);

    /// <summary>Whether a view ends in a call that is awaited, and is used after that rather than by the call.</summary>
    public static bool EndAView(Finding finding) => Of(finding.Broken) is { } await && finding.StillNeeded is { } use &&
        !(use.Id > finding.Broken.Id && await.Span.Contains(use.Syntax.Span));

    /// <summary>The await that waits for the call which breaks views; <see langword="null"/> if none does, or if it refuses rather than breaks.</summary>
    public static AwaitExpressionSyntax? Of(Invalidate broken) => broken.Effect.Kind is EffectKind.RefusesWhileViewed or EffectKind.Advances ? null : broken.Syntax as AwaitExpressionSyntax ?? Around(broken.Syntax);

    /// <summary>The await of a call itself: <c>await x.F()</c>, <c>await x.F().ConfigureAwait(false)</c>, <c>await Task.WhenAll(x.F(), y)</c>.</summary>
    private static AwaitExpressionSyntax? Around(SyntaxNode awaited) => awaited.Parent switch
    {
        AwaitExpressionSyntax await => await,
        ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax => Around(awaited.Parent),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask", Parent: InvocationExpressionSyntax call } access when access.Expression == awaited => Around(call),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" } } all } => Around(all),
        _ => null,
    };
}
