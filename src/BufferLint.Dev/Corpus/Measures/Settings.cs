// Keys that would stand in .editorconfig, for all trees of a checkout alike.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>Gives every tree the same options.</summary>
internal sealed class Settings(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
{
    /// <summary>What stands in <c>.editorconfig</c>; by default a rule is as it was made.</summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> Meanings = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        KeyValuePair.Create("none", ReportDiagnostic.Suppress),
        KeyValuePair.Create("silent", ReportDiagnostic.Hidden),
        KeyValuePair.Create("suggestion", ReportDiagnostic.Info),
        KeyValuePair.Create("warning", ReportDiagnostic.Warn),
        KeyValuePair.Create("error", ReportDiagnostic.Error),
    ]);

    private const string Before = "dotnet_diagnostic.";
    private const string Behind = ".severity";

    private readonly Values _values = new(values);
    private readonly ImmutableDictionary<string, ReportDiagnostic> _severities = values
        .Where(static pair => pair.Key.StartsWith(Before, StringComparison.OrdinalIgnoreCase) && pair.Key.EndsWith(Behind, StringComparison.OrdinalIgnoreCase) && Meanings.ContainsKey(pair.Value))
        .ToImmutableDictionary(static pair => pair.Key[Before.Length..^Behind.Length], static pair => Meanings[pair.Value]);

    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <summary>The severities that rules are given: <c>dotnet_diagnostic.BUF2001.severity</c>.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Severities(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider is Settings { _severities: var severities } ? severities : ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>What analyzers are given.</summary>
    public static AnalyzerOptions Of(ImmutableDictionary<string, string> values) => new([], new Settings(values));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
