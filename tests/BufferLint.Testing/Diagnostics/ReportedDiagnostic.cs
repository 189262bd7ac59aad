// A diagnostic as it was reported, in the terms in which expectations are written.
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

internal sealed record ReportedDiagnostic(
    string Id,
    DiagnosticSeverity Severity,
    string Message,
    SourcePlace? Place,
    ImmutableArray<SourcePlace?> AdditionalPlaces)
{
    internal static ReportedDiagnostic Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Severity,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        SourcePlace.Of(diagnostic.Location),
        diagnostic.AdditionalLocations.Select(SourcePlace.Of).ToImmutableArray());
}
