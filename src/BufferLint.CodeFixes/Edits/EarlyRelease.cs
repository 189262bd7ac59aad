// Releases of several plans: what comes behind the first release of a view needs none of its own.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>A view that is released before a statement.</summary>
/// <param name="View">Where the view is declared.</param>
/// <param name="Before">The statement.</param>
internal sealed record EarlyRelease(TextSpan View, StatementSyntax Before)
{
    /// <summary>The plans without those whose view another one releases before them, in the same block or one around it.</summary>
    public static IEnumerable<FixPlan> First(IEnumerable<FixPlan> plans)
    {
        var all = plans.ToArray();
        return all.Where(plan => plan.Release is not { } release || !all.Any(other => other.Release is { } earlier && earlier.Precedes(release)));
    }

    private bool Precedes(EarlyRelease later) =>
        View == later.View && Before.SpanStart < later.Before.SpanStart && StatementEdits.IsInList(Before) && Before.Parent!.Span.Contains(later.Before.Span);
}
