// Stage 7 of the pipeline, the user's side: the only place that words and places a diagnostic.
using System.Globalization;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

/// <summary>Turns findings into diagnostics.</summary>
internal static class FindingReporter
{
    /// <summary>The diagnostic: squiggle at the mistake, the other places as additional locations in their order.</summary>
    public static Diagnostic ToDiagnostic(Finding finding)
    {
        var broken = finding.Broken.Syntax;
        var taken = finding.Taken;
        var needed = finding.StillNeeded?.Syntax;
        var words = Wording.Of(finding.Broken.Effect);
        var additional = needed is null
            ? new[] { taken.GetLocation() }
            : new[] { taken.GetLocation(), needed.GetLocation() };
        return Diagnostic.Create(
            finding.Rule,
            broken.GetLocation(),
            additional,
            finding.Properties,
            string.Format(CultureInfo.InvariantCulture, words.Does, Shown.Quoted(broken), Shown.Quoted(OwnerName(finding))),
            string.Format(CultureInfo.InvariantCulture, finding.Loan is { Site.Effect.IsCounted: true } ? "its view {0} is not released" : "its view {0} is still in use", Shown.Quoted(ViewName(finding))),
            Shown.Line(taken),
            words.Done,
            Shown.Line(broken),
            Needed(finding));
    }

    private static string OwnerName(Finding finding) => finding.Owner is Placeholder named
        ? named.Origin.Name
        : finding.Broken.Owner.IsTemporary && finding.Loan is { } loan ? loan.Site.Owner.Name : finding.Broken.Owner.Name;

    private static string ViewName(Finding finding) => finding.View is { IsTemporary: true } or { Symbol: null, Parent: null }
        ? finding.Taken.ToString()
        : finding.View.Name;

    private static string Needed(Finding finding)
    {
        if (finding.StillNeeded is not { } needed)
        {
            return "never released in this method";
        }

        if (needed is Release && needed.Syntax is not InvocationExpressionSyntax)
        {
            return "released only at the end of its scope";
        }

        var place = $"{(needed is Release ? "released only" : "used")} at line {Shown.Line(needed.Syntax)}";
        return needed.Id <= finding.Broken.Id && needed is Use ? place + " in the next turn of the loop" : place;
    }
}
