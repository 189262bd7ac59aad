// What the command says below the findings: what was analysed, how well it bound, and what it cost.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using BufferLint.Dev.Corpus.Measures;

namespace BufferLint.Dev.Corpus.Results;

/// <summary>All results of one run.</summary>
internal sealed record CorpusReport
{
    private const int MostKinds = 10;
    private const int MostErrors = 5;
    private const int MostProjects = 5;
    private const int MostMissing = 12;

    public required int Projects { get; init; }

    public required int Lines { get; init; }

    /// <summary>Bodies, project by project.</summary>
    public required ImmutableArray<(string Project, BindShare Bodies)> Bodies { get; init; }

    public required ImmutableArray<FindingRow> Findings { get; init; }

    /// <summary>The rules that ran.</summary>
    public required ImmutableArray<string> Rules { get; init; }

    public required EngineReport Engine { get; init; }

    /// <summary>The compiler's errors and how often each was met, the most frequent first.</summary>
    public required ImmutableArray<(string Error, int Count)> Errors { get; init; }

    public required ImmutableArray<Price> Prices { get; init; }

    public required long PeakMemory { get; init; }

    /// <summary>What kept a part of the checkout from being analysed.</summary>
    public required ImmutableArray<string> Failures { get; init; }

    /// <summary>Packages that were asked for and not found.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Files that belong to no project.</summary>
    public int Loose { get; init; }

    /// <summary>Writes everything, findings first.</summary>
    public void Write(TextWriter output)
    {
        foreach (var finding in Findings)
        {
            output.Write($"{finding} [{finding.Project}]\n");
        }

        output.Write(Findings.IsEmpty ? string.Empty : "\n");
        foreach (var (name, value) in Rows())
        {
            output.Write($"{name,-22}{value}\n");
        }

        WriteList(output, "AD0001", Engine.Crashes);
        WriteList(output, "over budget", Engine.LeftOutBodies);
        WriteList(output, "not analysed", Failures);
        WritePrices(output);
    }

    /// <summary>Writes the table of prices, each beside its ratio to plain binding.</summary>
    public static void WritePrices(TextWriter output, IEnumerable<Price> prices)
    {
        output.Write($"\n{"processor time of",-42}{"s",9}{"least",9}{"ratio",8}{"MB allocated",14}\n");
        foreach (var price in prices)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{price.Mode.Name,-42}{price.Processor,9:F2}{price.Least,9:F2}{price.Ratio,8:F2}{Megabytes(price.Allocated),14:N0}\n"));
        }
    }

    private void WritePrices(TextWriter output)
    {
        if (!Prices.IsEmpty)
        {
            WritePrices(output, Prices);
        }
    }

    private IEnumerable<(string Name, string Value)> Rows()
    {
        yield return ("projects", Number(Projects) + (Loose > 0 ? $" ({Number(Loose)} files belong to none and are left out)" : string.Empty));
        yield return ("lines", Number(Lines));
        yield return ("bodies that bind", Share(Bodies.Select(project => project.Bodies).Aggregate((left, right) => left + right)) + " (no error of the compiler within the body)");
        foreach (var project in Bodies.Where(project => project.Bodies.Bound < project.Bodies.All).OrderByDescending(project => project.Bodies.All - project.Bodies.Bound).ThenBy(project => project.Project, StringComparer.Ordinal).Take(MostProjects))
        {
            yield return ("  not all in", $"{project.Project}: {Share(project.Bodies)}");
        }

        foreach (var error in Errors.Take(MostErrors))
        {
            yield return ("  error", $"{Number(error.Count)} times {error.Error}");
        }

        yield return ("packages not found", List(Missing.Take(MostMissing)) + (Missing.Length > MostMissing ? $" and {Missing.Length - MostMissing} more" : string.Empty));
        foreach (var rule in Rules)
        {
            yield return (rule, Number(Findings.Count(finding => finding.Id == rule)));
        }

        yield return ("AD0001", Number(Engine.Crashes.Count()));
        yield return ("bodies over budget", Number(Engine.LeftOutBodies.Count()));
        yield return ("kinds without a model", List(Engine.UnmodelledKinds.Take(MostKinds).Select(kind => $"{kind.Kind} {Number(kind.Count)}")));
        yield return ("peak memory", string.Create(CultureInfo.InvariantCulture, $"{Megabytes(PeakMemory):N0} MB"));
    }

    private static void WriteList(TextWriter output, string title, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.Write($"\n{title}: {line.ReplaceLineEndings("\n    ")}");
        }

        output.Write(lines.Any() ? "\n" : string.Empty);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none";

    private static string Share(BindShare share) => share.All == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{share.Bound:N0} of {share.All:N0}, {100.0 * share.Bound / share.All:F1} %");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static double Megabytes(double bytes) => bytes / (1 << 20);
}
