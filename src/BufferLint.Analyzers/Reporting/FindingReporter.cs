// Stage 7 of the pipeline, the user's side: the only place that makes a diagnostic.
using BufferLint.Checks;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

/// <summary>Turns findings into diagnostics.</summary>
internal static class FindingReporter
{
    /// <summary>The diagnostic: squiggle at the mistake, the other places as additional locations in their order.</summary>
    public static Diagnostic ToDiagnostic(Finding finding)
    {
        var layout = Layout.Of(finding);
        return Diagnostic.Create(finding.Rule, layout.Squiggle(finding).GetLocation(), layout.Additional(finding), finding.Properties, layout.Arguments(finding));
    }
}
