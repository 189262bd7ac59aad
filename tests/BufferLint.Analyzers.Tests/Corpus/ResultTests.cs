// What the corpus command writes: tables, differences, SARIF, prices.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using BufferLint.Dev;
using BufferLint.Dev.Corpus.Measures;
using BufferLint.Dev.Corpus.Results;
using Xunit;

namespace BufferLint.Tests.Corpus;

public sealed class ResultTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void TablesAreReadAsTheyWereWritten()
    {
        var finding = Finding(3, "a\ttab, a \\ and\na line");
        Write(finding, Finding(4, "plain"));
        var read = TsvFile.Read(_file);
        Assert.Equal(["a\ttab, a \\ and\na line", "plain"], read.Select(row => row.Message));
        Assert.Equal(finding.Place, read[0].Place);
        Assert.Equal(3, File.ReadAllLines(_file).Length);
    }

    [Theory]
    [InlineData("", "no table of findings")]
    [InlineData("project\tfile\tline\tcolumn\tid\tseverity\tmessage\nonly\ttwo", "line 2")]
    [InlineData("project\tfile\tline\tcolumn\tid\tseverity\tmessage\np\tf\tx\t1\tBUF1001\twarning\tm", "line 2")]
    public void OtherFilesAreNoTables(string text, string complaint)
    {
        File.WriteAllText(_file, text);
        Assert.Contains(complaint, Assert.Throws<BadInputException>(() => TsvFile.Read(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeThatMovedIsNoDifference() =>
        Assert.True(FindingDiff.Of([Finding(3, "taken at line 3, used at line 12")], [Finding(30, "taken at line 30, used at line 39")]).IsEmpty);

    [Fact]
    public void AlikeFindingsCount()
    {
        var diff = FindingDiff.Of([Finding(3, "m")], [Finding(2, "m"), Finding(3, "m")]);
        Assert.Equal(2, Assert.Single(diff.Added).Place.Line);
        Assert.Empty(diff.Removed);
    }

    [Fact]
    public void OtherMessagesAreAddedAndRemoved()
    {
        using var output = new StringWriter();
        FindingDiff.Of([Finding(3, "old")], [Finding(3, "new")]).Write(output);
        Assert.Equal("- src/A.cs(3,5): warning BUF1001: old [A.csproj]\n+ src/A.cs(3,5): warning BUF1001: new [A.csproj]\n1 added, 1 removed\n", output.ToString());
    }

    [Fact]
    public void FindingsHaveOneOrder()
    {
        FindingRow[] rows = [Finding(10, "b"), Finding(10, "a"), Finding(9, "c"), Finding(1, "z") with { Project = "B.csproj" }];
        Assert.Equal(["c", "a", "b", "z"], rows.Order().Select(row => row.Message));
    }

    [Fact]
    public void SarifNamesRulePlaceAndMessage()
    {
        using var stream = new MemoryStream();
        SarifFile.Write(stream, new BufferLintAnalyzer().SupportedDiagnostics, [Finding(3, "message") with { Others = [new Place("src/Other File.cs", 7, 1)] }]);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var run = json.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal("BUF1001", result.GetProperty("ruleId").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        Assert.Equal(3, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("src/Other%20File.cs", result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Contains(RuleIds.ResizeUnderView, run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
    }

    [Fact]
    public void RatiosAreOfTheSameRoundAndMedian()
    {
        var prices = Rounds.Prices([Round(plain: 10, other: 15), Round(plain: 20, other: 24), Round(plain: 40, other: 44)]);
        Assert.Equal(Mode.All, prices.Select(price => price.Mode));
        Assert.Equal((20, 1), (prices[0].Processor, prices[0].Ratio));
        Assert.Equal((24, 1.2), (prices[^1].Processor, prices[^1].Ratio));
        Assert.Equal((10, 15), (prices[0].Least, prices[^1].Least));
    }

    [Fact]
    public void PricesAreATable()
    {
        using var output = new StringWriter();
        CorpusReport.WritePrices(output, Rounds.Prices([Round(plain: 10, other: 12.5)]));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + Mode.All.Length, lines.Length);
        Assert.Equal(["BufferLint", "12.50", "12.50", "1.25", "3"], lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Single(lines.Select(line => line.Length).Distinct());
    }

    private static Dictionary<Mode, Cost> Round(double plain, double other) =>
        Mode.All.ToDictionary(mode => mode, mode => new Cost(TimeSpan.FromSeconds(mode == Mode.Plain ? plain : other), 3 << 20));

    private static FindingRow Finding(int line, string message) => new("A.csproj", new Place("src/A.cs", line, 5), "BUF1001", "warning", message);

    private void Write(params ImmutableArray<FindingRow> findings)
    {
        using var output = new StreamWriter(_file);
        TsvFile.Write(output, findings);
    }
}
