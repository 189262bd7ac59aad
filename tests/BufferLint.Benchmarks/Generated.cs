// The bodies of all rules many times over, as one project: what the whole analyzer is measured on.
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using BufferLint.Dev.Corpus.Measures;
using BufferLint.Dev.Corpus.Projects;
using BufferLint.Dev.Corpus.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Benchmarks;

internal static class Generated
{
    private const int Copies = 150;

    /// <summary>The project; every copy has a namespace of its own.</summary>
    public static ImmutableArray<ParsedProject> Project()
    {
        var source = ProjectReader.Loose("generated", []);
        ImmutableArray<SyntaxTree> trees =
        [
            .. Enumerable.Range(0, Copies).SelectMany(copy => RuleBodies.All.Select(body => CSharpSyntaxTree.ParseText(
                body.Replace("static class", string.Create(CultureInfo.InvariantCulture, $"namespace Copy{copy};\n\nstatic class"), System.StringComparison.Ordinal),
                source.Parsing))),
        ];
        return [new ParsedProject(source, trees, new ReferenceResolver(PackageCache.DefaultRoot, []).Resolve([source], ImmutableHashSet<string>.Empty), [])];
    }
}
