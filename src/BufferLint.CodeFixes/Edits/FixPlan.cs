// What a fix will do to the text, decided before it is offered.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>One replacement of text.</summary>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="Text">What comes there.</param>
/// <param name="Rank">Which of several insertions at one place comes first; the smaller.</param>
internal readonly record struct Edit(TextSpan Span, string Text, int Rank = 0)
{
    public static Edit Insert(int position, string text, int rank = 0) => new(new TextSpan(position, 0), text, rank);
}

/// <summary>All edits of one fix of one finding.</summary>
internal sealed record FixPlan(ImmutableArray<Edit> Edits)
{
    /// <summary>What is reserved, if the fix does that.</summary>
    public Reservation? Reservation { get; init; }

    /// <summary>What is released, if the fix does that.</summary>
    public EarlyRelease? Release { get; init; }

    /// <summary>The lines that are laid out anew, if the fix does that.</summary>
    public TextSpan? Region { get; init; }

    public static FixPlan Of(params Edit[] edits) => new(edits.ToImmutableArray());

    /// <summary>The changes of several plans together. Equal edits are made once; a plan that runs into another is left for the next time.</summary>
    public static ImmutableArray<TextChange> Merge(IEnumerable<FixPlan> plans)
    {
        var taken = new List<Edit>();
        var regions = new List<TextSpan>();
        foreach (var plan in plans)
        {
            var fresh = plan.Edits.Where(edit => !taken.Contains(edit)).ToArray();
            if (!fresh.Any(edit => taken.Any(other => Collide(edit.Span, other.Span))) && !(plan.Region is { } region && regions.Any(other => other.OverlapsWith(region))))
            {
                taken.AddRange(fresh);
                regions.AddRange(plan.Region is { } own ? new[] { own } : System.Array.Empty<TextSpan>());
            }
        }

        return taken
            .GroupBy(edit => edit.Span)
            .OrderBy(edits => edits.Key.Start).ThenBy(edits => edits.Key.End)
            .Select(edits => new TextChange(edits.Key, string.Concat(edits.OrderBy(edit => edit.Rank).Select(edit => edit.Text))))
            .ToImmutableArray();
    }

    private static bool Collide(TextSpan left, TextSpan right) => left.OverlapsWith(right) || (!left.IsEmpty && left == right);
}
