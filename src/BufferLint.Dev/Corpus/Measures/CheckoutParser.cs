// Parses the projects of a checkout and resolves what they refer to.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Dev.Corpus.Projects;
using BufferLint.Dev.Corpus.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Dev.Corpus.Measures;

internal static class CheckoutParser
{
    private const string ImplicitFile = "(implicit).cs";

    /// <summary>Parses all projects, several at once.</summary>
    public static ImmutableArray<ParsedProject> Parse(Checkout checkout, ReferenceResolver resolver, int parallel, Progress progress, CancellationToken cancellation)
    {
        var projects = checkout.Projects;
        var closures = Closures(projects);
        var trees = new ImmutableArray<SyntaxTree>[projects.Length];
        progress.Start("parse", projects.Length);
        Parallel.For(0, projects.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, index =>
        {
            trees[index] = Parse(projects[index], cancellation);
            progress.Step(projects[index].Name);
        });

        return
        [
            .. projects.Select((project, index) =>
            {
                SourceProject[] all = [project, .. closures[index].Select(place => projects[place])];
                var built = all.Skip(1).Select(other => other.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
                return new ParsedProject(project, trees[index], resolver.Resolve(all, built), closures[index]);
            }),
        ];
    }

    /// <summary>References reach through references, as the SDK has it; of two projects with one assembly name the nearer one counts.</summary>
    private static ImmutableArray<int>[] Closures(ImmutableArray<SourceProject> projects)
    {
        var places = projects.Select((project, place) => (project.Path, place)).ToDictionary(pair => pair.Path, pair => pair.place, StringComparer.Ordinal);
        var closures = new ImmutableArray<int>[projects.Length];
        for (var index = 0; index < projects.Length; index++)
        {
            // A reference to a later project would close a circle.
            var direct = projects[index].ProjectReferences.Where(places.ContainsKey).Select(path => places[path]).Where(place => place < index).ToList();
            closures[index] = [.. direct.Concat(direct.SelectMany(place => closures[place])).Distinct().DistinctBy(place => projects[place].AssemblyName, StringComparer.OrdinalIgnoreCase).Where(place => projects[place].AssemblyName != projects[index].AssemblyName)];
        }

        return closures;
    }

    private static ImmutableArray<SyntaxTree> Parse(SourceProject project, CancellationToken cancellation)
    {
        var trees = new List<SyntaxTree>();
        foreach (var path in project.Sources)
        {
            using var stream = File.OpenRead(path);
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(stream), project.Parsing, path, cancellation));
        }

        if (project.Generated.Length > 0)
        {
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(project.Generated, Encoding.UTF8), project.Parsing, Path.Combine(Path.GetDirectoryName(project.Path) ?? string.Empty, ImplicitFile), cancellation));
        }

        return [.. trees];
    }
}
