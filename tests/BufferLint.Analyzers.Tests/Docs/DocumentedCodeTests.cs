// The examples in the docs are compiled and analysed: what they say is reported, is.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Testing;
using BufferLint.Tests.Conventions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Tests.Docs;

public class DocumentedCodeTests
{
    private static readonly string[] Marks = ["reported", "silent", "fixed"];

    /// <summary>The attributes as source: they are matched by name, so that the examples need no package.</summary>
    private static readonly string[] Annotations = [.. Tree.Sources("src", "BufferLint.Annotations").Select(file => file.Text)];

    private static readonly ImmutableArray<MarkdownCode> Blocks =
    [
        .. Directory.EnumerateFiles(Tree.In("docs"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => MarkdownCode.Of(Tree.Shown(path), File.ReadAllText(path))),
    ];

    public static TheoryData<string> Places => [.. Blocks.Select(block => block.ToString())];

    public static TheoryData<string> PlacesReported => [.. Blocks.Where(block => !block.Expected.IsEmpty).Select(block => block.ToString())];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ReportsWhatItsCommentsSay(string place)
    {
        var block = At(place);
        Assert.Equal(block.Expected, await ReportedAsync(block));
    }

    /// <summary>Whatever other rules look for in a body, a rule looks for all that it needs.</summary>
    [Theory]
    [MemberData(nameof(PlacesReported))]
    public async Task EachRuleReportsTheSameAlone(string place)
    {
        var block = At(place);
        var compilation = await CompilationOf(block);
        foreach (var rule in block.Expected.GroupBy(expected => expected[..expected.IndexOf(' ', StringComparison.Ordinal)]))
        {
            Assert.Equal(rule, Shown(block, await AloneRun.OfAsync(rule.Key, compilation, [new BufferLintAnalyzer()])));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void MarkSaysWhatToExpect(string place)
    {
        var block = At(place);
        Assert.Contains(block.Mark, Marks);
        Assert.Equal(block.Mark == "reported", !block.Expected.IsEmpty);
    }

    [Fact]
    public void EveryRulePageShowsAllThree()
    {
        var missing =
            from rule in Tree.Rules
            from mark in Marks
            where !Blocks.Any(block => block.Page == $"docs/rules/{rule.Id}.md" && block.Mark == mark)
            select $"{rule.Id}: {mark}";
        Assert.Empty(missing);
    }

    private static MarkdownCode At(string place) => Blocks.Single(block => block.ToString() == place);

    private static async Task<IEnumerable<string>> ReportedAsync(MarkdownCode block)
    {
        var compilation = await CompilationOf(block);
        return Shown(block, await compilation.WithAnalyzers([new BufferLintAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    private static async Task<Compilation> CompilationOf(MarkdownCode block) => await SourceCompilation.CreateAsync([block.Source, .. Annotations]);

    private static IEnumerable<string> Shown(MarkdownCode block, ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .Select(diagnostic => $"{diagnostic.Id} at line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 - block.LinesBefore}");
}
