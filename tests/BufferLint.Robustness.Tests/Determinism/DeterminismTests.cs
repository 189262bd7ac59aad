// The same sources give the same diagnostics, byte for byte, however the work is cut and in whatever order it is done.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using BufferLint.Robustness.HalfTyped;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Robustness.Determinism;

public class DeterminismTests
{
    private const int Shuffles = 200;
    private const int SmallSet = 40;
    private const int Seed = 11;

    /// <summary>How long one file may take: a guard against hanging.</summary>
    private static readonly TimeSpan FileLimit = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How many sources stand in one file where all stand in one compilation: the compiler itself looks at every file for each
    /// one that it is asked for, so the time of file by file grows with the square of their number.
    /// </summary>
    private static readonly int SourcesInFile = FullRun.IsAsked ? 1 : 8;

    /// <summary>Every source of the repository in a namespace of its own, so that all stand in one compilation.</summary>
    private static readonly Lazy<ImmutableArray<SyntaxTree>> Trees = new(static () =>
        [.. RepositoryCode.All.Select(InNamespace).Chunk(SourcesInFile).Select(static (sources, index) => TestCompilation.Parse(string.Concat(sources), $"N{index}.cs"))]);

    /// <summary>What is said of all of them.</summary>
    private static readonly Lazy<Task<string>> Expected = new(static () => Concurrent(Trees.Value));

    [Fact]
    public async Task SequentialRunSaysWhatTheConcurrentOneSays()
    {
        var expected = await Expected.Value;
        Assert.Equal(expected, await Sequential(Trees.Value));
    }

    [Fact]
    public async Task FilesOneByOneSayWhatTheWholeSays()
    {
        var expected = await Expected.Value;
        Assert.Equal(expected, DiagnosticText.Of(await AnalysisRun.OfEachFileAsync(TestCompilation.Of(Trees.Value), FileLimit)));
    }

    [Fact]
    public async Task SecondRunOfOneCompilationSaysTheSame()
    {
        var compilation = TestCompilation.Of(Trees.Value);
        Assert.Equal(await Expected.Value, DiagnosticText.Of(await AnalysisRun.OfWholeAsync(compilation)));
        Assert.Equal(await Expected.Value, DiagnosticText.Of(await AnalysisRun.OfWholeAsync(compilation)));
    }

    [Fact]
    public async Task OrderOfFilesChangesNothing()
    {
        var random = new Random(Seed);
        var sources = RepositoryCode.All.Select(InNamespace).ToArray();
        random.Shuffle(sources);
        var small = sources.Take(SmallSet).Select(static (source, index) => TestCompilation.Parse(source, $"N{index}.cs")).ToArray();
        var expected = await Sequential([.. small]);
        Assert.Contains(RuleIds.ResizeUnderView, expected, StringComparison.Ordinal);
        for (var shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            random.Shuffle(small);
            Assert.Equal(expected, shuffle % 2 == 0 ? await Concurrent([.. small]) : await Sequential([.. small]));
        }
    }

    [Fact]
    public async Task OrderOfAllFilesChangesNothing()
    {
        var random = new Random(Seed);
        var trees = Trees.Value.ToArray();
        var expected = await Expected.Value;
        for (var shuffle = 0; shuffle < (FullRun.IsAsked ? Shuffles : 3); shuffle++)
        {
            random.Shuffle(trees);
            Assert.Equal(expected, await Concurrent([.. trees]));
        }
    }

    private static async Task<string> Concurrent(ImmutableArray<SyntaxTree> trees) => DiagnosticText.Of(await AnalysisRun.OfWholeAsync(TestCompilation.Of(trees), isConcurrent: true));

    private static async Task<string> Sequential(ImmutableArray<SyntaxTree> trees) => DiagnosticText.Of(await AnalysisRun.OfWholeAsync(TestCompilation.Of(trees), isConcurrent: false));

    private static string InNamespace(RepositoryCode code, int index) => $"namespace N{index}\n{{\n{code.Usings}{code.Text}\n}}\n";
}
