// Keys that would stand in .editorconfig, for all trees of a checkout alike.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>Gives every tree the same options.</summary>
internal sealed class Settings(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(values);

    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <summary>What analyzers are given.</summary>
    public static AnalyzerOptions Of(ImmutableDictionary<string, string> values) => new([], new Settings(values));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
