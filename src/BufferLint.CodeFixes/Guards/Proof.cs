// The last word before a fix is offered: the changed member still compiles, and the analyzer finds the bug gone.
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Guards;

/// <summary>Tries a plan on a copy of the document.</summary>
internal static class Proof
{
    /// <summary>Whether a plan mends its finding and breaks nothing.</summary>
    public static async Task<bool> HoldsAsync(FixPlan plan, FindingSite site, CancellationToken cancellation)
    {
        var changes = FixPlan.Merge(new[] { plan });
        var changed = site.Document.WithText(site.Text.WithChanges(changes));
        if (await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return false;
        }

        var member = Functions.MemberAround(site.Breaking).Span;
        var after = TextSpan.FromBounds(Moved(member.Start, changes), Moved(member.End, changes));
        if (Errors(model, after, cancellation) > Errors(site.Model, member, cancellation))
        {
            return false;
        }

        var analyzers = ImmutableArray.Create<DiagnosticAnalyzer>(new BufferLintAnalyzer());
        var found = await model.Compilation.WithAnalyzers(analyzers, changed.Project.AnalyzerOptions)
            .GetAnalyzerSemanticDiagnosticsAsync(model, after, cancellation).ConfigureAwait(false);
        var findings = found.Where(finding => !WasHidden(finding, site)).ToImmutableArray();
        return !findings.Any(finding => IsTheSame(finding, site, changes) || IsIn(finding.Location.SourceSpan, changes)) &&
            (site.Release is null || LeavesFewer(findings, await FindingsBeforeAsync(site, member, analyzers, cancellation).ConfigureAwait(false), site));
    }

    /// <summary>Whether a release was silent about its field only because it was wrong in itself.</summary>
    private static bool WasHidden(Diagnostic finding, FindingSite site) =>
        finding.Id == RuleIds.KeptReleasedField && site.Diagnostic.Id is (RuleIds.MismatchedRelease or RuleIds.DoubleRelease);

    /// <summary>Whether there is one finding less, and of no rule one more: a release that is moved may be wrong at its new place too.</summary>
    private static bool LeavesFewer(ImmutableArray<Diagnostic> after, ImmutableArray<Diagnostic> before, FindingSite site) => after
        .Select(finding => finding.Id).Append(site.Diagnostic.Id).Distinct()
        .All(id => after.Count(finding => finding.Id == id) - before.Count(finding => finding.Id == id) < (id == site.Diagnostic.Id ? 0 : 1));

    private static Task<ImmutableArray<Diagnostic>> FindingsBeforeAsync(FindingSite site, TextSpan member, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation) => site.Model.Compilation
        .WithAnalyzers(analyzers, site.Document.Project.AnalyzerOptions)
        .GetAnalyzerSemanticDiagnosticsAsync(site.Model, member, cancellation);

    private static int Errors(SemanticModel model, TextSpan span, CancellationToken cancellation) =>
        model.GetDiagnostics(span, cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static bool IsTheSame(Diagnostic finding, FindingSite site, ImmutableArray<TextChange> changes) =>
        finding.Id == site.Diagnostic.Id &&
        finding.Location.SourceSpan.Start == Moved(site.Diagnostic.Location.SourceSpan.Start, changes) &&
        (finding.AdditionalLocations.Count > 0 || finding.Id == RuleIds.KeptReleasedField) && FindingSite.PlacesOf(finding)[0]?.SourceSpan is var taken &&
        (taken is null || taken.Value.Start == Moved(site.Taken.SpanStart, changes) || IsIn(taken.Value, changes));

    /// <summary>Where a position of the old text is in the new one; what is inserted there comes before it.</summary>
    private static int Moved(int position, ImmutableArray<TextChange> changes) =>
        position + changes.Where(change => change.Span.End <= position).Sum(change => change.NewText!.Length - change.Span.Length);

    /// <summary>Whether a place of the new text lies in what was put there.</summary>
    private static bool IsIn(TextSpan place, ImmutableArray<TextChange> changes) => changes.Any(change =>
        new TextSpan(Moved(change.Span.End, changes) - change.NewText!.Length, change.NewText.Length).Contains(place));
}
