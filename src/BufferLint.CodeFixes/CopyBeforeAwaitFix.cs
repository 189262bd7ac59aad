// `var buffer = stream.GetBuffer();` becomes `var buffer = stream.ToArray();` where elements are only read.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Copies what is only read after the await.</summary>
public sealed class CopyBeforeAwaitFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewAfterAwait;

    internal override string Title => "Copy before the await";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => CopyViewFix.Copy(site, cancellation);
}
