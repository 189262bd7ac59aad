using System.Collections.Generic;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>One item element of a project file, conditions decided and properties expanded.</summary>
/// <param name="Type">Its element name.</param>
/// <param name="Folder">The folder that relative paths in it start from.</param>
/// <param name="Include">What it adds.</param>
/// <param name="Exclude">What it leaves out of that.</param>
/// <param name="Remove">What it takes away.</param>
/// <param name="Metadata">Attributes and child elements by name.</param>
internal sealed record ProjectItem(string Type, string Folder, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude, IReadOnlyList<string> Remove, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>A piece of metadata, or empty.</summary>
    public string this[string name] => Metadata.TryGetValue(name, out var value) ? value : string.Empty;
}
