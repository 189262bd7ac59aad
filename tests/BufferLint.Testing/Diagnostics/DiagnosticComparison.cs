// Pairs expected with reported diagnostics and fails with everything a reader needs to see.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Testing;

internal static class DiagnosticComparison
{
    /// <summary>Fails unless the reported diagnostics are exactly the expected ones, in any order.</summary>
    /// <param name="stage">When this was, as the failure message begins.</param>
    internal static void Verify(string stage, ParsedState state, ImmutableArray<Diagnostic> diagnostics)
    {
        var all = diagnostics.Select(ReportedDiagnostic.Of).ToList();
        var unexpected = new List<ReportedDiagnostic>(all);
        var missing = new List<ExpectedDiagnostic>();
        foreach (var expected in state.Expected.OrderBy(static expected => expected.IsMarkup))
        {
            var match = unexpected.FindIndex(expected.Matches);
            if (match >= 0)
            {
                unexpected.RemoveAt(match);
            }
            else
            {
                missing.Add(expected);
            }
        }

        if (missing.Count == 0 && unexpected.Count == 0)
        {
            return;
        }

        var different = PairNearest(missing, unexpected);
        var report = new DiagnosticReport(state);
        report.Headline(stage, different.Count, missing.Count, unexpected.Count);
        report.Section("different", different, pair => report.Add(pair.Reported, pair.Expected.Differences(pair.Reported)));
        report.Section("missing", missing, report.Add);
        report.Section("not expected", unexpected, actual => report.Add(actual, []));
        report.Section($"expected in all ({state.Expected.Length})", state.Expected, report.AddLine);
        report.Section($"reported in all ({all.Count})", all, report.AddLine);
        Assert.Fail(report.ToString());
    }

    /// <summary>Takes out of both lists what has the same id and stands in the same file, the nearest lines first.</summary>
    private static List<(ExpectedDiagnostic Expected, ReportedDiagnostic Reported)> PairNearest(
        List<ExpectedDiagnostic> missing,
        List<ReportedDiagnostic> unexpected)
    {
        var pairs = missing
            .SelectMany(expected => unexpected
                .Where(actual => actual.Id == expected.Result.Id && actual.Place?.Path == expected.Place?.Path)
                .Select(actual => (Expected: expected, Reported: actual, Distance: Distance(expected.Place, actual.Place))))
            .OrderBy(static pair => pair.Distance)
            .ToList();
        var taken = new List<(ExpectedDiagnostic Expected, ReportedDiagnostic Reported)>();
        foreach (var (expected, actual, _) in pairs)
        {
            if (missing.Exists(other => ReferenceEquals(other, expected)) && unexpected.Exists(other => ReferenceEquals(other, actual)))
            {
                missing.RemoveAll(other => ReferenceEquals(other, expected));
                unexpected.RemoveAll(other => ReferenceEquals(other, actual));
                taken.Add((expected, actual));
            }
        }

        return taken;
    }

    private static int Distance(SourcePlace? expected, SourcePlace? actual) =>
        expected is null || actual is null ? 0 : Math.Abs(expected.Start.Line - actual.Start.Line);
}
