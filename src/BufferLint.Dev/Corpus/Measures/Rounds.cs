// Several rounds of all modes in one process, and their medians.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>What a mode cost in the middle of all rounds.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Processor">Seconds of processor time, the median.</param>
/// <param name="Least">Seconds of processor time, the smallest: what it takes where nothing else disturbs.</param>
/// <param name="Ratio">Against plain binding of the same round, the median.</param>
/// <param name="Allocated">Bytes, the median.</param>
internal sealed record Price(Mode Mode, double Processor, double Least, double Ratio, double Allocated);

/// <summary>Runs modes in turn.</summary>
internal static class Rounds
{
    private const int WarmUpLines = 20_000;

    /// <summary>Measures all modes.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="options">What analyzers are told.</param>
    /// <param name="rounds">How many rounds; with none, BufferLint runs once and nothing is measured.</param>
    /// <param name="parallel">How many projects at once.</param>
    /// <param name="progress">Hears what is going on.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The first run of BufferLint, and the prices.</returns>
    public static (ModeRun Findings, ImmutableArray<Price> Prices) Run(ImmutableArray<ParsedProject> projects, AnalyzerOptions options, int rounds, int parallel, Progress progress, CancellationToken cancellation)
    {
        if (rounds == 0)
        {
            return (ModeRun.Of(Mode.BufferLint, projects, options, parallel, progress, cancellation), []);
        }

        WarmUp(projects, options, parallel, cancellation);
        ModeRun? findings = null;
        var costs = new List<Dictionary<Mode, Cost>>();
        for (var round = 0; round < rounds; round++)
        {
            // Turned round every time, so that what grows during a run falls on both ends alike.
            var modes = round % 2 == 0 ? Mode.All : [.. Mode.All.Reverse()];
            var costsOfRound = new Dictionary<Mode, Cost>();
            progress.Round(round + 1, rounds);
            foreach (var mode in modes)
            {
                var run = ModeRun.Of(mode, projects, options, parallel, progress, cancellation);
                costsOfRound.Add(mode, run.Cost);
                findings = mode == Mode.BufferLint ? findings ?? run : findings;
            }

            costs.Add(costsOfRound);
        }

        return (findings!, Prices(costs));
    }

    /// <summary>The medians of rounds.</summary>
    public static ImmutableArray<Price> Prices(IReadOnlyList<IReadOnlyDictionary<Mode, Cost>> rounds) =>
    [
        .. Mode.All.Select(mode => new Price(
            mode,
            Median(rounds.Select(round => round[mode].Processor.TotalSeconds)),
            rounds.Min(round => round[mode].Processor.TotalSeconds),
            Median(rounds.Select(round => round[mode].Processor / round[Mode.Plain].Processor)),
            Median(rounds.Select(round => (double)round[mode].Allocated)))),
    ];

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The smallest projects in all modes, so that no mode pays for compiling the compiler.</summary>
    private static void WarmUp(ImmutableArray<ParsedProject> projects, AnalyzerOptions options, int parallel, CancellationToken cancellation)
    {
        var lines = 0;
        var small = projects.Select((project, place) => (project, place)).OrderBy(pair => pair.project.Lines).TakeWhile(pair => (lines += pair.project.Lines) - pair.project.Lines < WarmUpLines).Select(pair => pair.place);
        var needed = small.SelectMany(place => projects[place].Projects.Append(place)).Distinct().Order().ToList();
        ImmutableArray<ParsedProject> chosen = [.. needed.Select(place => projects[place] with { Projects = [.. projects[place].Projects.Select(needed.IndexOf)] })];
        foreach (var mode in Mode.All)
        {
            ModeRun.Of(mode, chosen, options, parallel, Progress.None, cancellation);
        }
    }
}
