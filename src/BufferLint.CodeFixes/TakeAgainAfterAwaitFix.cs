// `await stream.WriteAsync(data);` becomes `await stream.WriteAsync(data); buffer = stream.GetBuffer();`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Takes the view again once what is awaited is through with the buffer.</summary>
public sealed class TakeAgainAfterAwaitFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewAfterAwait;

    internal override string Title => "Take the view again after the await";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        Repeatable.DependsOnVariableState(site, cancellation) ? null : ReacquireViewFix.Retake(site, cancellation);
}
