// An expected diagnostic at resolved places, and what of a reported one differs from it.
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

/// <summary>An expectation; one from markup compares only id and primary place.</summary>
internal sealed record ExpectedDiagnostic(DiagnosticResult Result, ImmutableArray<SourcePlace> Places, bool IsMarkup)
{
    internal SourcePlace? Place => Places.Length > 0 ? Places[0] : null;

    internal static ExpectedDiagnostic FromMarkup(string id, SourcePlace place) => new(
        new DiagnosticResult(id, DiagnosticSeverity.Warning)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity),
        [place],
        IsMarkup: true);

    internal bool Matches(ReportedDiagnostic actual) => actual.Id == Result.Id && Differences(actual).Count == 0;

    /// <summary>Every way in which a reported diagnostic of the same id differs, as lines to read.</summary>
    internal List<string> Differences(ReportedDiagnostic actual)
    {
        var differences = new List<string>();
        if (Place is null ? actual.Place is not null : !Place.Covers(actual.Place))
        {
            differences.Add($"place: expected {Show(Place)}, reported {Show(actual.Place)}");
        }

        if (!Result.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && Result.Severity != actual.Severity)
        {
            differences.Add($"severity: expected {Result.Severity}, reported {actual.Severity}");
        }

        if (Result.Message is { } message && message != actual.Message)
        {
            differences.Add($"message: expected \"{message}\"");
            differences.Add($"         reported \"{actual.Message}\"");
        }

        if (!Result.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
        {
            AddDifferentAdditionalPlaces(actual, differences);
        }

        return differences;
    }

    private void AddDifferentAdditionalPlaces(ReportedDiagnostic actual, List<string> differences)
    {
        var expectedCount = Places.Length > 0 ? Places.Length - 1 : 0;
        if (expectedCount != actual.AdditionalPlaces.Length)
        {
            differences.Add($"additional locations: expected {expectedCount}, reported {actual.AdditionalPlaces.Length}");
        }

        for (var index = 0; index < expectedCount && index < actual.AdditionalPlaces.Length; index++)
        {
            if (!Places[index + 1].Covers(actual.AdditionalPlaces[index]))
            {
                differences.Add($"additional location {index + 1}: expected {Places[index + 1]}, reported {Show(actual.AdditionalPlaces[index])}");
            }
        }
    }

    private static string Show(SourcePlace? place) => place?.ToString() ?? "no location";
}
