// What users tune in .editorconfig, read from the tree of the body analysed.
using System.Collections.Immutable;
using System.Globalization;
using BufferLint.Checks;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint;

/// <summary>The budgets of one body.</summary>
/// <param name="MaxBlocks">Bodies with more blocks are left unanalysed.</param>
/// <param name="MaxFacts">Bodies with more facts are left unanalysed.</param>
internal sealed record AnalysisOptions(int MaxBlocks, int MaxFacts)
{
    private const string ScopeKey = "bufferlint.interprocedural";
    private const string PoolLeaksKey = "bufferlint.pool_leaks";
    private const string MaxBlocksKey = "bufferlint.max_blocks";
    private const int DefaultMaxBlocks = 4_000;
    private const int FactsPerBlock = 25;

    private static readonly ImmutableDictionary<string, SummaryScope> Scopes = ImmutableDictionary.CreateRange(System.StringComparer.OrdinalIgnoreCase, new[]
    {
        Pair("compilation", SummaryScope.Compilation),
        Pair("type", SummaryScope.Type),
        Pair("off", SummaryScope.Off),
    });

    private static readonly ImmutableDictionary<string, PoolLeaks> PoolLeakValues = ImmutableDictionary.CreateRange(System.StringComparer.OrdinalIgnoreCase, new[]
    {
        Pair("off", PoolLeaks.Off),
        Pair("normal_paths", PoolLeaks.NormalPaths),
        Pair("all_paths", PoolLeaks.AllPaths),
    });

    public static AnalysisOptions Default { get; } = WithBlocks(DefaultMaxBlocks);

    /// <summary>How far calls are followed.</summary>
    public SummaryScope Scope { get; init; }

    /// <summary>On which ways out leases are asked for.</summary>
    public PoolLeaks PoolLeaks { get; init; } = PoolLeaks.NormalPaths;

    /// <summary>Reads the options; one that is absent or has no meaning keeps its default.</summary>
    public static AnalysisOptions Read(AnalyzerConfigOptions options)
    {
        var read = options.TryGetValue(MaxBlocksKey, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks) && blocks > 0
            ? WithBlocks(blocks)
            : Default;
        read = options.TryGetValue(ScopeKey, out var scope) && Scopes.TryGetValue(scope.Trim(), out var known) && known != read.Scope ? read with { Scope = known } : read;
        return options.TryGetValue(PoolLeaksKey, out var leaks) && PoolLeakValues.TryGetValue(leaks.Trim(), out var asked) && asked != read.PoolLeaks ? read with { PoolLeaks = asked } : read;
    }

    private static AnalysisOptions WithBlocks(int blocks) => new(blocks, checked(System.Math.Min(blocks, 1_000_000) * FactsPerBlock));

    private static System.Collections.Generic.KeyValuePair<string, TValue> Pair<TValue>(string name, TValue value) => new(name, value);
}
