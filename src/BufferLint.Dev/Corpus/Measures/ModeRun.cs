// Compiles all projects once in one mode and says what it cost and what came out.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>What one run cost.</summary>
/// <param name="Processor">Processor time of the whole process.</param>
/// <param name="Allocated">Bytes allocated.</param>
internal readonly record struct Cost(TimeSpan Processor, long Allocated);

/// <summary>One run of one mode.</summary>
/// <param name="Cost">What it cost.</param>
/// <param name="Diagnostics">All diagnostics, project by project; the default where the compiler itself failed.</param>
/// <param name="Engine">What the engine said about itself.</param>
/// <param name="Failures">Projects that could not be compiled at all, and why.</param>
internal sealed record ModeRun(Cost Cost, ImmutableArray<Diagnostic>[] Diagnostics, EngineReport Engine, IReadOnlyCollection<string> Failures)
{
    /// <summary>Runs a mode over all projects, several at once.</summary>
    public static ModeRun Of(Mode mode, ImmutableArray<ParsedProject> projects, AnalyzerOptions options, int parallel, Progress progress, CancellationToken cancellation)
    {
        var results = new ImmutableArray<Diagnostic>[projects.Length];
        var engine = new EngineReport();
        var failures = new ConcurrentBag<string>();
        progress.Start(mode.Name, projects.Length);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var compilations = ParsedProject.Compile(projects, isConcurrent: parallel > 1);
        Parallel.For(0, projects.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, index =>
        {
            var name = projects[index].Source.Name;
            try
            {
                results[index] = mode.Analyzer is null ? Bind(compilations[index], cancellation) : Analyze(mode.Analyzer(engine), compilations[index], options, name, parallel > 1, engine, cancellation);
            }
            catch (Exception mistake) when (mistake is not OperationCanceledException)
            {
                failures.Add($"{name}: {mistake}");
            }

            progress.Step(name);
        });

        var cost = new Cost(Process.GetCurrentProcess().TotalProcessorTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        return new ModeRun(cost, results, engine, failures);
    }

    /// <summary>A copy is bound, because analyzers are given one too: what is bound of the original for those who refer to it is no advantage.</summary>
    private static ImmutableArray<Diagnostic> Bind(CSharpCompilation compilation, CancellationToken cancellation) => compilation.Clone().GetDiagnostics(cancellation);

    private static ImmutableArray<Diagnostic> Analyze(DiagnosticAnalyzer analyzer, CSharpCompilation compilation, AnalyzerOptions given, string name, bool isConcurrent, EngineReport engine, CancellationToken cancellation)
    {
        var options = new CompilationWithAnalyzersOptions(given, (exception, _, _) => engine.Crashed(name, exception), isConcurrent, logAnalyzerExecutionTime: false);
        var severities = Settings.Severities(given);
        return (severities.IsEmpty ? compilation : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItems(severities))))
            .WithAnalyzers([analyzer], options).GetAllDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
    }
}
