using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>A package a project asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version asked for; empty if nobody says.</param>
internal sealed record PackageRequest(string Id, string Version);

/// <summary>What is compiled together.</summary>
internal sealed record SourceProject
{
    /// <summary>The project file from the folder analysed, or the folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The full path of the project file; empty if there is none.</summary>
    public required string Path { get; init; }

    public required string AssemblyName { get; init; }

    public required TargetFramework Framework { get; init; }

    /// <summary>The files, in order, each once.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    public required CSharpParseOptions Parsing { get; init; }

    public required CSharpCompilationOptions Compiling { get; init; }

    /// <summary>What the SDK would write by itself: global usings and friends of the assembly.</summary>
    public string Generated { get; init; } = string.Empty;

    /// <summary>Full paths of project files.</summary>
    public ImmutableArray<string> ProjectReferences { get; init; } = [];

    public ImmutableArray<PackageRequest> Packages { get; init; } = [];

    /// <summary>Full paths of assemblies the project names itself.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Framework.Name}, {Sources.Count()} files)";
}
