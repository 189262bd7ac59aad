// `await read.WaitAsync(time)` becomes `await read`, and `read.Wait(100);` becomes `read.Wait();`; after a race, the
// operation is awaited before its buffer is released.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Waits for an operation to its end, not only for a time.</summary>
public sealed class AwaitItselfFix : FindingFix
{
    internal override string RuleId => RuleIds.ReleaseUnderAbandonedWork;

    internal override string Title => "Wait for the operation itself";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ? null : site.Needed switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAsync", Expression: var operation } } wait when AwaitFirstFix.Whole(wait).Parent is AwaitExpressionSyntax =>
            FixPlan.Of(new Edit(wait.Span, operation.ToString())),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" }, Parent: ExpressionStatementSyntax, ArgumentList: var bound } => FixPlan.Of(new Edit(bound.Span, "()")),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAny" } } when AsyncCode.IsAsync(site.Function) => AwaitFirstFix.AwaitByName(site, cancellation),
        _ => null,
    };
}
