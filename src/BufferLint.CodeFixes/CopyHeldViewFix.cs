// `var view = _buffer.AsMemory();` becomes `Memory<byte> view = _buffer.AsMemory().ToArray();` where elements are only read.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Copies what is used on both sides of the await.</summary>
public sealed class CopyHeldViewFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewAcrossAwait;

    internal override string Title => "Copy before the await";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => IsUsedUntilThen(site, cancellation) ? CopyViewFix.Copy(site, cancellation) : null;

    /// <summary>Whether the data is there when the view is taken; else it may well be what others put into the buffer meanwhile.</summary>
    private static bool IsUsedUntilThen(FindingSite site, CancellationToken cancellation) => ViewPlace.Of(site, cancellation) is { } place &&
        Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(name => name.SpanStart > place.Statement.Span.End && name.Span.End <= site.Breaking.Span.End);
}
