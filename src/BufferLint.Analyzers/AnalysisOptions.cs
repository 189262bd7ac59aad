// What users tune in .editorconfig, read from the tree of the body analysed.
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint;

/// <summary>The budgets of one body.</summary>
/// <param name="MaxBlocks">Bodies with more blocks are left unanalysed.</param>
/// <param name="MaxFacts">Bodies with more facts are left unanalysed.</param>
internal sealed record AnalysisOptions(int MaxBlocks, int MaxFacts)
{
    private const string MaxBlocksKey = "bufferlint.max_blocks";
    private const int DefaultMaxBlocks = 4_000;
    private const int FactsPerBlock = 25;

    public static AnalysisOptions Default { get; } = WithBlocks(DefaultMaxBlocks);

    /// <summary>Reads the options; one that is absent or no positive number keeps its default.</summary>
    public static AnalysisOptions Read(AnalyzerConfigOptions options) =>
        options.TryGetValue(MaxBlocksKey, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks) && blocks > 0
            ? WithBlocks(blocks)
            : Default;

    private static AnalysisOptions WithBlocks(int blocks) => new(blocks, checked(System.Math.Min(blocks, 1_000_000) * FactsPerBlock));
}
