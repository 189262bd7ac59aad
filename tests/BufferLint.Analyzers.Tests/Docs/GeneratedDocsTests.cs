// What is generated in the docs is up to date, and the command that does it leaves the rest of a page alone.
using System;
using System.IO;
using BufferLint.Dev;
using BufferLint.Dev.Docs;
using BufferLint.Tests.Conventions;
using Xunit;

namespace BufferLint.Tests.Docs;

public sealed class GeneratedDocsTests : IDisposable
{
    private readonly Repository _copy = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

    public GeneratedDocsTests()
    {
        foreach (var rule in Tree.Rules)
        {
            Write($"docs/rules/{rule.Id}.md", "# Title\n\n<!-- rule:begin -->\n<!-- rule:end -->\n\nWritten by people.\n");
        }

        Write("docs/architecture.md", "<!-- walk:begin -->\n<!-- walk:end -->\n");
        Write("README.md", "<!-- rules:begin -->\nold\n<!-- rules:end -->\n");
    }

    public void Dispose() => Directory.Delete(_copy.Root, recursive: true);

    [Fact]
    public void NothingIsOutOfDate()
    {
        using var output = new StringWriter();
        Assert.True(DocsCommand.Run(new Repository(Tree.In()), check: true, output) == 0, output.ToString());
    }

    [Fact]
    public void CheckFailsAndChangesNothing()
    {
        using var output = new StringWriter();
        Assert.Equal(1, DocsCommand.Run(_copy, check: true, output));
        Assert.Contains("out of date: README.md", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("old", File.ReadAllText(_copy.Readme), StringComparison.Ordinal);
    }

    [Fact]
    public void WritesTablesOnceAndLeavesTheRest()
    {
        Assert.Equal(0, DocsCommand.Run(_copy, check: false, TextWriter.Null));
        Assert.Equal(0, DocsCommand.Run(_copy, check: true, TextWriter.Null));
        Assert.Contains("| [BUF1001](docs/rules/BUF1001.md) |", File.ReadAllText(_copy.Readme), StringComparison.Ordinal);
        var page = File.ReadAllText(_copy.Page(RuleIds.ResizeUnderView));
        Assert.Contains("| Default severity | warning |", page, StringComparison.Ordinal);
        Assert.Contains("[CWE-825](https://cwe.mitre.org/data/definitions/825.html)", page, StringComparison.Ordinal);
        Assert.EndsWith("<!-- rule:end -->\n\nWritten by people.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhichPageHasNoPlaceForItsTable()
    {
        File.WriteAllText(_copy.Readme, "nothing here\n");
        var mistake = Assert.Throws<BadInputException>(() => DocsCommand.Run(_copy, check: true, TextWriter.Null));
        Assert.StartsWith("README.md: the page has no <!-- rules:begin -->", mistake.Message, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = _copy.In(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
