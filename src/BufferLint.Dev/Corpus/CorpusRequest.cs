using System.Collections.Immutable;

namespace BufferLint.Dev.Corpus;

/// <summary>What the corpus command is asked for.</summary>
/// <param name="Folder">The checkout.</param>
internal sealed record CorpusRequest(string Folder)
{
    /// <summary>Assemblies and folders of assemblies to refer to besides.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Projects whose path has one of these words in it are left out.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>Properties of project files that stand, whatever the files say.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What stands in .editorconfig for all files: keys and values.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many projects at once.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>How often everything is measured; zero for findings alone.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Whether files without a project make up a project too; without any project file they always do.</summary>
    public bool Loose { get; init; }

    /// <summary>Where to write findings as a table.</summary>
    public string? Tsv { get; init; }

    /// <summary>Where to write findings as SARIF.</summary>
    public string? Sarif { get; init; }

    /// <summary>A table of earlier findings to compare with.</summary>
    public string? Diff { get; init; }
}
