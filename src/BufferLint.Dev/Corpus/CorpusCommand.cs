// corpus: BufferLint over a whole checkout, with what it found, what it did not understand and what it cost.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace BufferLint.Dev.Corpus;

internal static class CorpusCommand
{
    private const string Description = """
        Analyses a checkout: findings, counts, share of bodies that bind, operations without a model, time and memory.
        Nothing is restored, built or run. Ends with 0 if all went well, 1 if BufferLint crashed or a project could not be
        analysed, 2 for bad input, 3 if --diff found a difference, 130 if it was stopped.
        """;

    private const int Stopped = 130;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The checkout; C# files are grouped by project file, and without any make up one project." };
        var reference = new Option<string[]>("--reference") { Description = "An assembly, or a folder of assemblies, to refer to besides; may be repeated.", HelpName = "path", DefaultValueFactory = _ => [] };
        var skip = new Option<string[]>("--skip") { Description = "Leave out projects with this word in their path, such as tests; may be repeated.", HelpName = "word", DefaultValueFactory = _ => [] };
        var property = new Option<string[]>("--property") { Description = "A property of all project files, such as ImplicitUsings=enable where the file that sets it is missing; may be repeated.", HelpName = "name=value", DefaultValueFactory = _ => [] };
        var set = new Option<string[]>("--set") { Description = "A key of .editorconfig for all files, such as bufferlint.interprocedural=off or dotnet_diagnostic.BUF2001.severity=none; may be repeated.", HelpName = "key=value", DefaultValueFactory = _ => [] };
        var parallel = new Option<int>("--parallel") { Description = "How many projects at once; with 1 each is compiled by one thread too, which gives the steadiest times.", HelpName = "n", DefaultValueFactory = _ => Environment.ProcessorCount };
        var rounds = new Option<int>("--rounds") { Description = "How often times are measured; their median counts. 0: findings alone, which is quicker.", HelpName = "n", DefaultValueFactory = _ => 1 };
        var loose = new Option<bool>("--loose") { Description = "Analyse files that belong to no project, too." };
        var tsv = new Option<string?>("--tsv") { Description = "Write the findings as a table.", HelpName = "file" };
        var sarif = new Option<string?>("--sarif") { Description = "Write the findings as SARIF.", HelpName = "file" };
        var diff = new Option<string?>("--diff") { Description = "Show what was added and removed since this table; code that only moved is no difference.", HelpName = "old.tsv" };
        var command = new Command("corpus", Description) { folder, reference, skip, property, set, parallel, rounds, loose, tsv, sarif, diff };
        command.SetAction((parsed, cancellation) => Task.FromResult(Program.Guarded(() => Run(
            new CorpusRequest(parsed.GetRequiredValue(folder).FullName)
            {
                References = [.. parsed.GetValue(reference) ?? []],
                Skipped = [.. parsed.GetValue(skip) ?? []],
                Properties = Pairs("--property", parsed.GetValue(property) ?? []),
                Settings = Pairs("--set", parsed.GetValue(set) ?? []),
                Parallel = parsed.GetValue(parallel),
                Rounds = parsed.GetValue(rounds),
                Loose = parsed.GetValue(loose),
                Tsv = parsed.GetValue(tsv),
                Sarif = parsed.GetValue(sarif),
                Diff = parsed.GetValue(diff),
            },
            Console.Out,
            new Progress(Console.Error, !Console.IsErrorRedirected),
            cancellation))));
        return command;
    }

    private static ImmutableDictionary<string, string> Pairs(string option, IEnumerable<string> texts)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=');
            pairs[equals > 0 ? text[..equals] : throw new BadInputException($"{option} takes name=value, not '{text}'.")] = text[(equals + 1)..];
        }

        return pairs.ToImmutable();
    }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(CorpusRequest request, TextWriter output, Progress progress, CancellationToken cancellation)
    {
        try
        {
            return CorpusRun.Of(request, output, progress, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.End();
            return Stopped;
        }
    }
}
