// A project parsed, with its references resolved; compiled anew for every measurement.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Dev.Corpus.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>What a compilation is made of.</summary>
/// <param name="Source">The project.</param>
/// <param name="Trees">Its files, parsed, in order; last what the SDK adds.</param>
/// <param name="References">Full paths of assemblies.</param>
/// <param name="Projects">The places of all projects it refers to, in a list where they come first.</param>
internal sealed record ParsedProject(SourceProject Source, ImmutableArray<SyntaxTree> Trees, ImmutableArray<string> References, ImmutableArray<int> Projects)
{
    /// <summary>Lines of all its files.</summary>
    public int Lines { get; } = Trees.Sum(tree => tree.GetText().Lines.Count);

    /// <summary>Fresh compilations, in which nothing is bound and of whose references nothing is read yet.</summary>
    public static ImmutableArray<CSharpCompilation> Compile(ImmutableArray<ParsedProject> projects, bool isConcurrent)
    {
        var compilations = ImmutableArray.CreateBuilder<CSharpCompilation>(projects.Length);
        var references = new Dictionary<string, MetadataReference>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            compilations.Add(CSharpCompilation.Create(
                project.Source.AssemblyName,
                project.Trees,
                project.References.Select(Reference).Concat(project.Projects.Select(place => compilations[place].ToMetadataReference())),
                project.Source.Compiling.WithConcurrentBuild(isConcurrent)));
        }

        return compilations.ToImmutable();

        MetadataReference Reference(string path)
        {
            if (!references.TryGetValue(path, out var reference))
            {
                references.Add(path, reference = MetadataReference.CreateFromFile(path));
            }

            return reference;
        }
    }
}
