// `return owner.Memory;` becomes `return owner.Memory.ToArray();` where the owner is disposed on the way out.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Returns a copy of what a view shows.</summary>
public sealed class CopyReturnedFix : FindingFix
{
    internal override string RuleId => RuleIds.ReturnedViewOutlives;

    internal override string Title => "Copy what is returned";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => Copy(site, cancellation);

    /// <summary>The plan, for whatever it is that ends the view.</summary>
    internal static FixPlan? Copy(FindingSite site, CancellationToken cancellation) =>
        site.Needed is ExpressionSyntax returned && returned is not RefExpressionSyntax && Functions.Around(returned) == site.Function &&
        !OffLimits.IsConditional((SyntaxNode?)Functions.StatementAround(returned) ?? returned) &&
        site.Model.GetTypeInfo(returned, cancellation).Type is { } type &&
        LeaseCopy.Of(returned, type, site.Model) is { } copy
            ? FixPlan.Of(new Edit(returned.Span, copy))
            : null;
}
