// The new-rule command: what it writes compiles and is registered, and it refuses what is wrong before it writes anything.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using BufferLint.Dev;
using BufferLint.Dev.NewRule;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Tests.Conventions;

public sealed class NewRuleTests : IDisposable
{
    private const string Id = "BUF7999";
    private const string Name = "ViewOfNothing";
    private const string Title = "View is of nothing at all";

    private readonly Repository _copy = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

    public NewRuleTests()
    {
        foreach (var file in Tree.Sources("src", "BufferLint.Analyzers"))
        {
            Write(file.Path, file.Text);
        }

        Write("AnalyzerReleases.Unshipped.md", File.ReadAllText(Tree.In("AnalyzerReleases.Unshipped.md")));
        Write("AnalyzerReleases.Shipped.md", File.ReadAllText(Tree.In("AnalyzerReleases.Shipped.md")));
    }

    public void Dispose() => Directory.Delete(_copy.Root, recursive: true);

    [Fact]
    public void RuleCompilesAndIsRegistered()
    {
        Make();
        var analyzer = (DiagnosticAnalyzer)Activator.CreateInstance(Compiled().GetType("BufferLint.BufferLintAnalyzer", throwOnError: true)!)!;
        var rule = Assert.Single(analyzer.SupportedDiagnostics, rule => rule.Id == Id);
        Assert.Equal(Title, rule.Title.ToString());
        Assert.Equal(DiagnosticSeverity.Info, rule.DefaultSeverity);
        Assert.NotEmpty(rule.Description.ToString());
    }

    [Fact]
    public void AllThatBelongsToARuleIsWritten()
    {
        Make();
        Assert.True(File.Exists(_copy.Sample(Id)));
        Assert.StartsWith($"# {Id}: {Title}\n", File.ReadAllText(_copy.Page(Id)), StringComparison.Ordinal);
        Assert.Contains($"| Id | {Id} |", File.ReadAllText(_copy.Page(Id)), StringComparison.Ordinal);
        Assert.Contains($"{Id} | BufferLifetime | Info | [{Title}](docs/rules/{Id}.md)", File.ReadAllLines(_copy.Unshipped));
        Assert.Equal(["KnownGaps.cs", "Reported.cs", "Silent.cs"], Directory.EnumerateFiles(_copy.Cases(Id)).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void WhatIsWrittenParses()
    {
        Make();
        foreach (var path in Directory.EnumerateFiles(_copy.Cases(Id)).Append(_copy.Sample(Id)))
        {
            Assert.Empty(CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetDiagnostics());
            Assert.DoesNotContain("{{", File.ReadAllText(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EntriesKeepTheOrderOfTheIds()
    {
        Make();
        RuleFiles.Write(_copy, RuleDraft.Of("Between", "BUF6999", "Something between", "warning"));
        Assert.Equal(["BUF6999", Id], IdsIn(_copy.RuleIds).TakeLast(2));
        Assert.Equal(["BUF6999", Id], IdsIn(_copy.Unshipped).Distinct().TakeLast(2));
    }

    [Theory]
    [InlineData("viewOfNothing", Id, Title, "PascalCase")]
    [InlineData("View Of", Id, Title, "PascalCase")]
    [InlineData("ViewOfNothingCheck", Id, Title, "leave out")]
    [InlineData(Name, "BUF12", Title, "no rule id")]
    [InlineData(Name, "BUF0001", Title, "no rule id")]
    [InlineData(Name, "XUF1001", Title, "no rule id")]
    [InlineData(Name, Id, "", "title")]
    [InlineData(Name, Id, "Ends in a period.", "title")]
    [InlineData(Name, Id, "Has \"quotes\"", "title")]
    [InlineData(Name, RuleIds.ResizeUnderView, Title, "exists already")]
    [InlineData(nameof(RuleIds.ResizeUnderView), Id, Title, "exists already")]
    public void RefusesBadInputAndWritesNothing(string name, string id, string title, string complaint)
    {
        Write($"docs/rules/{RuleIds.ResizeUnderView}.md", "# taken\n");
        var before = Files();
        var mistake = Assert.Throws<BadInputException>(() => RuleFiles.Write(_copy, RuleDraft.Of(name, id, title, "warning")));
        Assert.Contains(complaint, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void RefusesAnIdThatWasEverUsed()
    {
        File.AppendAllText(_copy.Shipped, $"\n{Id} | BufferLifetime | Warning | [Gone](docs/rules/{Id}.md)\n");
        Assert.Contains("for ever", Assert.Throws<BadInputException>(Make).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MakesTheTableOfANewRelease()
    {
        File.WriteAllText(_copy.Unshipped, "; Unshipped analyzer release\n");
        Make();
        Assert.Contains("### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n" + Id, File.ReadAllText(_copy.Unshipped), StringComparison.Ordinal);
    }

    private void Make() => RuleFiles.Write(_copy, RuleDraft.Of(Name, Id, Title, "info"));

    private void Write(string path, string text)
    {
        var full = _copy.In(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private List<(string Path, string Text)> Files() =>
        [.. Directory.EnumerateFiles(_copy.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))];

    private static IEnumerable<string> IdsIn(string path) =>
        System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(path), "BUF[0-9]{4}").Select(match => match.Value);

    /// <summary>The analyzers of the copy, compiled in memory.</summary>
    private Assembly Compiled()
    {
        const string HelpBaseUrl = """[assembly: System.Reflection.AssemblyMetadata("BufferLintHelpBaseUrl", "https://example.com/docs/rules/")]""";
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Directory.EnumerateFiles(_copy.Analyzers, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).Append(HelpBaseUrl).Select(text => CSharpSyntaxTree.ParseText(text, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("BufferLint", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Copy",
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return new AssemblyLoadContext("copy", isCollectible: true).LoadFromStream(image);
    }
}
