// The uses of what a reader read that stand in the same block behind its advance.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class LaterUses
{
    /// <summary>The local that holds the view a finding is about, where it is the only one that matters.</summary>
    public static ILocalSymbol? Local(FindingSite site, CancellationToken cancellation) => site.ViewLocal is { } name && site.Needed is { } needed
        ? site.Function.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(mention => mention.Identifier.ValueText == name && mention.SpanStart <= needed.Span.End)
            .Select(mention => site.Model.GetSymbolInfo(mention, cancellation).Symbol)
            .OfType<ILocalSymbol>()
            .LastOrDefault()
        : null;

    /// <summary>The mentions in a node that touch what was read; the result of a read itself may be asked how it ended.</summary>
    public static IEnumerable<ExpressionSyntax> In(SyntaxNode node, ILocalSymbol local, SemanticModel model, CancellationToken cancellation) =>
        Writes.Mentions(node, local, model, cancellation)
            .Select(Writes.Whole)
            .Where(mention => !PipeApis.IsReadResult(local.Type) || mention.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCanceled" });
}
