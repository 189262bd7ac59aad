// `await stream.WriteAsync(view);` becomes `await stream.WriteAsync(view); view = _buffer.AsMemory();`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Takes the view again of what the field holds by then.</summary>
public sealed class TakeHeldViewAgainFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewAcrossAwait;

    internal override string Title => "Take the view again after the await";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        Repeatable.DependsOnVariableState(site, cancellation) ? null : ReacquireViewFix.Retake(site, cancellation);
}
