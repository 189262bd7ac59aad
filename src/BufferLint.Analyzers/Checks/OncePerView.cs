// What BUF1001 tells of all that it finds: once for each loan, and where one variable holds several by then, once for the
// variable. What is not told is not looked for: a variable may hold hundreds of loans at each of hundreds of resizes.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>The findings of one view at one invalidation.</summary>
/// <param name="Broken">The invalidation.</param>
/// <param name="Findings">In the order of the source; found as they are asked for, and the same whenever they are.</param>
internal sealed record FindingsOfView(Invalidate Broken, IEnumerable<Finding> Findings);

internal sealed class OncePerView
{
    private readonly HashSet<(SyntaxNode, SyntaxNode)> _loansTold = new();
    private readonly HashSet<(SyntaxNode, Origin)> _viewsTold = new();
    private readonly Lazy<ILookup<SyntaxNode, SyntaxNode>> _shifts;

    private OncePerView(IReadOnlyCollection<FindingsOfView> found) => _shifts = new Lazy<ILookup<SyntaxNode, SyntaxNode>>(() => found
        .Where(view => view.Broken.Effect.Kind == EffectKind.Shifts)
        .SelectMany(view => view.Findings)
        .ToLookup(finding => finding.Taken, finding => finding.Broken.Syntax));

    /// <summary>The findings to tell, in the order of the source.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<FindingsOfView> found)
    {
        var telling = new OncePerView(found);
        return found
            .GroupBy(view => view.Broken.Id)
            .OrderBy(views => views.First().Broken.Syntax.SpanStart)
            .ThenBy(views => views.First().Broken.Effect.Kind)
            .ThenBy(views => views.Key)
            .SelectMany(telling.At);
    }

    /// <summary>Of one invalidation, views in turn by where they were taken; who was told is asked no more.</summary>
    private IEnumerable<Finding> At(IEnumerable<FindingsOfView> views)
    {
        var ahead = new List<IEnumerator<Finding>>();
        var order = new SortedSet<(int Taken, int View)>();
        foreach (var view in views)
        {
            ahead.Add(view.Findings.GetEnumerator());
            GoOn(ahead.Count - 1);
        }

        while (order.Count > 0)
        {
            var first = order.Min;
            order.Remove(first);
            var finding = ahead[first.View].Current;
            if (_viewsTold.Contains((finding.Broken.Syntax, finding.View)))
            {
                continue;
            }

            if (!IsToldAsShift(finding) && _loansTold.Add((finding.Broken.Syntax, finding.Taken)))
            {
                _viewsTold.Add((finding.Broken.Syntax, finding.View));
                yield return finding;
            }
            else
            {
                GoOn(first.View);
            }
        }

        void GoOn(int view)
        {
            if (ahead[view].MoveNext())
            {
                order.Add((ahead[view].Current.Taken.SpanStart, view));
            }
        }
    }

    private bool IsToldAsShift(Finding finding) => finding.ComesAfterShift && _shifts.Value[finding.Taken].Any(shift => shift != finding.Broken.Syntax);
}
