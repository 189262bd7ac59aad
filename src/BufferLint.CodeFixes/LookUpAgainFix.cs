// `visit(first);` becomes `visit(first); first = ref CollectionsMarshal.AsSpan(_items)[0];`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Takes the view again once the callback is back.</summary>
public sealed class LookUpAgainFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeInCallback;

    internal override string Title => "Look it up again after the call";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        IsThereWhateverHappens(site) && !Repeatable.DependsOnVariableState(site, cancellation) ? ReacquireViewFix.Retake(site, cancellation) : null;

    /// <summary>A key that the callback removed would be looked up in vain, and nobody asks for null a second time.</summary>
    private static bool IsThereWhateverHappens(FindingSite site) =>
        site.Taken is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueRefOrNullRef" } or SimpleNameSyntax { Identifier.ValueText: "GetValueRefOrNullRef" } };
}
