// The corpus command from end to end, over a checkout of two projects.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using BufferLint.Dev;
using BufferLint.Dev.Corpus;
using BufferLint.Dev.Corpus.Measures;
using Xunit;

namespace BufferLint.Tests.Corpus;

public sealed class CorpusCommandTests : IDisposable
{
    private const string Buggy = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class Shop
        {
            static void Discount(List<int> prices)
            {
                var goods = CollectionsMarshal.AsSpan(prices);
                Console.WriteLine($"{Names.Of(prices)}");
                prices.Add(499);
                goods[0] -= 100;
            }

            static int Broken() => Nowhere.Found;
        }
        """;

    private const string Finding = "app/Shop.cs(11,9): warning BUF1001: 'prices.Add(499)' may move the storage of 'prices' while its view 'goods' is still in use: (1) taken at line 9, (2) moved at line 11, (3) used at line 12 [app/App.csproj]\n";

    private readonly ScratchCheckout _checkout = new();

    public CorpusCommandTests()
    {
        _checkout.WithProject("lib/Lib.csproj", """<ItemGroup><InternalsVisibleTo Include="App" /></ItemGroup>""").With("lib/Names.cs", "static class Names { internal static int Of(object o) => o.GetHashCode(); }");
        _checkout.WithProject("app/App.csproj", """<ItemGroup><ProjectReference Include="../lib/Lib.csproj" /><PackageReference Include="No.Such.Package" /></ItemGroup>""").With("app/Shop.cs", Buggy);
    }

    private CorpusRequest Request => _checkout.Request;

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void SaysWhatItFoundAndHowWellTheCodeBound()
    {
        var (code, text) = Run(Request);
        Assert.Equal(0, code);
        Assert.StartsWith(Finding, text, StringComparison.Ordinal);
        Assert.Equal("2 of 3, 66.7 % (no error of the compiler within the body)", Row(text, "bodies that bind"));
        Assert.Equal("app/App.csproj: 1 of 2, 50.0 %", Row(text, "  not all in"));
        Assert.Equal("1 times CS0103: The name 'Nowhere' does not exist in the current context", Row(text, "  error"));
        Assert.Equal("No.Such.Package", Row(text, "packages not found"));
        Assert.Equal("1", Row(text, "BUF1001"));
        Assert.Equal("0", Row(text, "AD0001"));
        Assert.Contains("Interpolation 1", Row(text, "kinds without a model"), StringComparison.Ordinal);
    }

    [Fact]
    public void MeasuresBesideEmptyAnalyzers()
    {
        var (_, text) = Run(Request with { Rounds = 2 });
        var table = text[text.IndexOf("processor time of", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Mode.All.Select(mode => mode.Name), table.Skip(1).Select(line => line[..42].TrimEnd()));
        Assert.Contains(" 1.00 ", table[1], StringComparison.Ordinal);
        Assert.StartsWith(Finding, text, StringComparison.Ordinal);
    }

    [Fact]
    public void SameTablesHoweverManyProjectsAtOnce()
    {
        Run(Request with { Parallel = 1, Tsv = _checkout.In("one.tsv"), Sarif = _checkout.In("one.sarif") });
        Run(Request with { Parallel = 4, Tsv = _checkout.In("four.tsv"), Sarif = _checkout.In("four.sarif") });
        Assert.Equal(File.ReadAllText(_checkout.In("one.tsv")), File.ReadAllText(_checkout.In("four.tsv")));
        Assert.Equal(File.ReadAllText(_checkout.In("one.sarif")), File.ReadAllText(_checkout.In("four.sarif")));
        Assert.Equal(2, File.ReadAllLines(_checkout.In("one.tsv")).Length);
    }

    [Fact]
    public void ADifferenceHasItsOwnExitCode()
    {
        var old = _checkout.In("old.tsv");
        Run(Request with { Tsv = old });
        Assert.Equal(0, Run(Request with { Diff = old }).Code);

        _checkout.With("app/Shop.cs", "// moved down\n" + Buggy);
        Assert.Equal(0, Run(Request with { Diff = old }).Code);

        _checkout.With("app/Shop.cs", Buggy.Replace("prices.Add(499);", "prices.Sort();", StringComparison.Ordinal));
        var (code, text) = Run(Request with { Diff = old });
        Assert.Equal(3, code);
        Assert.EndsWith($"- {Finding}0 added, 1 removed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AProjectThatCannotBeReadHasItsOwnExitCode()
    {
        _checkout.With("bad/Bad.csproj", "no project").With("bad/Bad.cs");
        var (code, text) = Run(Request);
        Assert.Equal(1, code);
        Assert.Contains("not analysed: bad/Bad.csproj", text, StringComparison.Ordinal);
        Assert.StartsWith(Finding, text, StringComparison.Ordinal);
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Equal(130, CorpusCommand.Run(Request, TextWriter.Null, Progress.None, cancellation.Token));
    }

    [Fact]
    public void ProgressIsALineForThePartThatIsDone()
    {
        using var lines = new StringWriter { NewLine = "\n" };
        CorpusCommand.Run(Request, TextWriter.Null, new Progress(lines, isTerminal: false), CancellationToken.None);
        Assert.Matches(@"^parse: 2/2 (app|lib)/\w+\.csproj\nBufferLint: 2/2 (app|lib)/\w+\.csproj\n$", lines.ToString());
    }

    [Theory]
    [InlineData("bufferlint.max_blocks", "1", "0")]
    [InlineData("bufferlint.max_blocks", "100", "1")]
    [InlineData("dotnet_diagnostic.BUF1001.severity", "none", "0")]
    [InlineData("dotnet_diagnostic.BUF1001.severity", "error", "1")]
    [InlineData("dotnet_diagnostic.BUF1001.severity", "default", "1")]
    [InlineData("dotnet_diagnostic.BUF1002.severity", "none", "1")]
    public void SettingsReachTheAnalysis(string key, string value, string findings)
    {
        var (_, text) = Run(Request with { Settings = ImmutableDictionary<string, string>.Empty.Add(key, value) });
        Assert.Equal(findings, Row(text, "BUF1001"));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        Complains(Request with { Folder = _checkout.In("nowhere") }, "there is no folder");
        Complains(Request with { Parallel = 0 }, "--parallel");
        Complains(Request with { Rounds = -1 }, "--rounds");
        Complains(Request with { References = [_checkout.In("nowhere.dll")] }, "nowhere.dll");
        Complains(Request with { Diff = _checkout.In("nowhere.tsv") }, "nowhere.tsv");
        Complains(Request with { Tsv = _checkout.In("nowhere/new.tsv") }, "there is no folder to write");
        Directory.CreateDirectory(_checkout.In("empty"));
        Complains(Request with { Folder = _checkout.In("empty") }, "there is no C# file");
    }

    private static (int Code, string Text) Run(CorpusRequest request)
    {
        using var output = new StringWriter();
        return (CorpusCommand.Run(request, output, Progress.None, CancellationToken.None), output.ToString());
    }

    private static void Complains(CorpusRequest request, string words) =>
        Assert.Contains(words, Assert.Throws<BadInputException>(() => Run(request)).Message, StringComparison.Ordinal);

    private static string Row(string text, string name) => text.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[22..];
}
