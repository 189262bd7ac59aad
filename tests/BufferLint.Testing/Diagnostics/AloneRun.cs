// Runs analyzers with one of their rules on and all others off.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Testing;

/// <summary>A rule must find what it finds, whatever others are asked.</summary>
public static class AloneRun
{
    /// <summary>Whether every test of an analyzer asks its rules alone, too: slower, and worth it when rules look for less than they did.</summary>
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("BUFFERLINT_ALONE") == "1";

    /// <summary>What analyzers report in a compilation with one rule on.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(string id, Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions? options = null, CancellationToken cancellation = default)
    {
        var others = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Where(other => other != id).Distinct();
        var off = compilation.Options.SpecificDiagnosticOptions.SetItems(others.Select(static other => KeyValuePair.Create(other, ReportDiagnostic.Suppress)));
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(off)).WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation);
    }

    /// <summary>Fails unless each rule finds alone what it found with all others on. It may find more: where several find something on one line, one speaks.</summary>
    internal static async Task VerifyAsync(ImmutableArray<Diagnostic> reported, Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellation)
    {
        foreach (var found in reported.GroupBy(static diagnostic => diagnostic.Id))
        {
            var alone = await OfAsync(found.Key, compilation, analyzers, options, cancellation).ConfigureAwait(false);
            var missing = Shown(found).Except(Shown(alone)).ToArray();
            Assert.True(missing.Length == 0, $"With {found.Key} alone on it is silent:\n{string.Join('\n', missing)}");
        }
    }

    private static IEnumerable<string> Shown(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(static diagnostic => ((IFormattable)diagnostic).ToString(null, CultureInfo.InvariantCulture));
}
