// The steps of the corpus command: find, parse, run, write.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.Dev.Corpus.Measures;
using BufferLint.Dev.Corpus.Projects;
using BufferLint.Dev.Corpus.References;
using BufferLint.Dev.Corpus.Results;
using Microsoft.CodeAnalysis;

namespace BufferLint.Dev.Corpus;

internal static class CorpusRun
{
    private const int Broken = 1;
    private const int Different = 3;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Of(CorpusRequest request, TextWriter output, Progress progress, CancellationToken cancellation)
    {
        Check(request);
        var before = request.Diff is null ? null : TsvFile.Read(request.Diff);
        var resolver = new ReferenceResolver(PackageCache.DefaultRoot, ReferenceResolver.Given(request.References));
        var checkout = ProjectFinder.Find(request);
        if (checkout.Projects.IsEmpty)
        {
            throw new BadInputException($"there is no C# file below {request.Folder}.");
        }

        var projects = CheckoutParser.Parse(checkout, resolver, request.Parallel, progress, cancellation);
        var (run, prices) = Rounds.Run(projects, Settings.Of(request.Settings), request.Rounds, request.Parallel, progress, cancellation);
        progress.End();

        var report = Report(request, checkout, projects, run, prices, resolver.Missing);
        report.Write(output);
        WriteFiles(request, report);
        var difference = before is null ? null : FindingDiff.Of(before, report.Findings);
        if (difference is not null)
        {
            output.Write($"\nsince {request.Diff}\n");
            difference.Write(output);
        }

        return report.Failures.Length > 0 || report.Engine.Crashes.Any() ? Broken : difference is { IsEmpty: false } ? Different : 0;
    }

    private static void Check(CorpusRequest request)
    {
        if (!Directory.Exists(request.Folder))
        {
            throw new BadInputException($"there is no folder {request.Folder}.");
        }

        if (request.Parallel < 1)
        {
            throw new BadInputException("--parallel takes a number from 1 on.");
        }

        if (request.Rounds < 0)
        {
            throw new BadInputException("--rounds takes a number from 0 on.");
        }

        foreach (var path in new[] { request.Tsv, request.Sarif }.OfType<string>())
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder))
            {
                throw new BadInputException($"there is no folder to write {path} to.");
            }
        }
    }

    private static CorpusReport Report(CorpusRequest request, Checkout checkout, ImmutableArray<ParsedProject> projects, ModeRun run, ImmutableArray<Price> prices, IEnumerable<string> missing)
    {
        var ids = CheckTable.All.Select(check => check.Descriptor.Id).ToHashSet(StringComparer.Ordinal);
        var diagnostics = run.Diagnostics.Select(found => found.IsDefault ? [] : found).ToArray();
        return new CorpusReport
        {
            Projects = projects.Length,
            Lines = projects.Sum(project => project.Lines),
            Bodies = [.. projects.Select((project, index) => (project.Source.Name, BindShare.Of(project.Trees, diagnostics[index])))],
            Findings = [.. projects.SelectMany((project, index) => FindingRow.Of(project.Source.Name, request.Folder, diagnostics[index], ids)).Order()],
            Rules = [.. ids.Order(StringComparer.Ordinal)],
            Engine = run.Engine,
            Errors = Errors(diagnostics.SelectMany(found => found)),
            Prices = prices,
            PeakMemory = Process.GetCurrentProcess().PeakWorkingSet64,
            Failures = [.. checkout.Unreadable.Concat(run.Failures).Order(StringComparer.Ordinal)],
            Missing = [.. missing],
            Loose = checkout.Loose,
        };
    }

    private static ImmutableArray<(string Error, int Count)> Errors(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .CountBy(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value)),
    ];

    private static void WriteFiles(CorpusRequest request, CorpusReport report)
    {
        if (request.Tsv is not null)
        {
            using var output = new StreamWriter(request.Tsv);
            TsvFile.Write(output, report.Findings);
        }

        if (request.Sarif is not null)
        {
            using var output = File.Create(request.Sarif);
            SarifFile.Write(output, CheckTable.All.Select(check => check.Descriptor), report.Findings);
        }
    }
}
