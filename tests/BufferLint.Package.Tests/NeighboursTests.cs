// BufferLint beside other analyzers in one build: nobody disturbs anybody, and docs/together.md tells what each says.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Package.Tests.Hosting;
using Xunit;

namespace BufferLint.Package.Tests;

public class NeighboursTests
{
    private const string Begin = "<!-- measured:begin -->\n";
    private const string End = "<!-- measured:end -->";

    /// <summary>The neighbours' rules that are about what BufferLint's are about; by id, or by what ids begin with.</summary>
    private static readonly string[] OfLifetimes = ["CA2000", "CA2012", "CA2014", "CA2022", "CA2025", "CA2213", "IDISP", "MA0042", "MA0060", "MA0100", "RCS1229", "RCS1261"];

    private static readonly string PagePath = Path.Combine(Built.RepositoryRoot, "docs", "together.md");

    [Fact]
    public async Task Everybody_says_what_they_say_alone()
    {
        var alone = await FindingsAsync("Alone", "<PropertyGroup><AnalysisMode>None</AnalysisMode></PropertyGroup>");
        var together = await FindingsAsync("Together", $"""
            <PropertyGroup>
                <AnalysisMode>All</AnalysisMode>
                <_SkipUpgradeNetAnalyzersNuGetWarning>true</_SkipUpgradeNetAnalyzersNuGetWarning>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Built.Neighbours.Select(package => $"""<PackageReference Include="{package.Name}" Version="{package.Version}" PrivateAssets="all" />"""))}
              </ItemGroup>
            """);

        Assert.Equal(Ours(alone), Ours(together));
        Assert.All(["CA", "IDISP", "MA", "RCS"], neighbour => Assert.Contains(together, finding => finding.Id.StartsWith(neighbour, StringComparison.Ordinal)));
        Assert.Contains(Ours(together), finding => finding.File == "Dense.cs");
        Assert.All(
            Ours(together).GroupBy(finding => (finding.File, finding.Line)),
            line => Assert.True(line.Select(finding => finding.Id).Distinct().Count() == 1, $"{line.Key}: {string.Join(", ", line)}"));
        AssertThePageTells(Table(together));
    }

    private static async Task<IReadOnlyList<LoggedFinding>> FindingsAsync(string name, string more)
    {
        var attributes = $"""<ItemGroup><Reference Include="{Path.Combine(AppContext.BaseDirectory, "BufferLint.Annotations.dll")}" /></ItemGroup>""";
        var project = (await FreshProject.CreateAsync(name, more: attributes + more))
            .WithSourcesOf("tests/BufferLint.Package.Tests/Neighbours", "Neighbours")
            .WithSourcesOf("samples/BufferLint.Samples", "Samples");
        (await project.BuildAsync("-p:TreatWarningsAsErrors=false", "-p:Nullable=annotations")).Succeeded();
        return project.Log().Findings;
    }

    private static IReadOnlyList<(string File, int Line, string Id)> Ours(IEnumerable<LoggedFinding> findings) =>
        [.. findings.Where(finding => finding.Id.StartsWith("BUF", StringComparison.Ordinal)).Select(finding => (finding.File, finding.Line, finding.Id)).Order()];

    /// <summary>A row for each line that somebody speaks of, and one for each method that nobody does.</summary>
    private static string Table(IReadOnlyList<LoggedFinding> findings)
    {
        var source = File.ReadAllLines(Path.Combine(Built.RepositoryRoot, "tests", "BufferLint.Package.Tests", "Neighbours", "Mistakes.cs"));
        var told = findings
            .Where(finding => finding.File == "Mistakes.cs" && (finding.Id.StartsWith("BUF", StringComparison.Ordinal) || OfLifetimes.Any(id => finding.Id.StartsWith(id, StringComparison.Ordinal))))
            .Select(finding => (finding.Line, finding.Id))
            .ToHashSet();
        var rows = new List<string> { "| Method | Line | BufferLint | Others |", "| --- | --- | --- | --- |" };
        var method = string.Empty;
        var isTold = true;
        for (var line = 1; line <= source.Length; line++)
        {
            var text = source[line - 1].Trim();
            if (text.StartsWith("public ", StringComparison.Ordinal) && !text.Contains(" class ", StringComparison.Ordinal) && text.Contains('(', StringComparison.Ordinal))
            {
                AddSilent();
                (method, isTold) = (text[..text.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1], false);
            }

            var ids = told.Where(finding => finding.Line == line).Select(finding => finding.Id).Order(StringComparer.Ordinal).ToLookup(id => id.StartsWith("BUF", StringComparison.Ordinal));
            if (ids.Count > 0)
            {
                isTold = true;
                rows.Add($"| `{method}` | `{text}` | {Listed(ids[true])} | {Listed(ids[false])} |");
            }
        }

        AddSilent();
        return string.Concat(rows.Select(row => row + "\n"));

        void AddSilent()
        {
            if (!isTold)
            {
                rows.Add($"| `{method}` | – | – | – |");
            }
        }
    }

    private static string Listed(IEnumerable<string> ids) => ids.Any() ? string.Join(", ", ids) : "–";

    private static void AssertThePageTells(string table)
    {
        var page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var expected = string.Concat(page.AsSpan(0, start), "\n" + table + "\n", page.AsSpan(page.IndexOf(End, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("BUFFERLINT_BLESS") == "1")
        {
            File.WriteAllText(PagePath, expected);
        }
        else
        {
            Assert.Equal(expected, page);
        }

        Assert.All(Built.Neighbours, package => Assert.Contains($"{package.Name} {package.Version}", page));
    }
}
