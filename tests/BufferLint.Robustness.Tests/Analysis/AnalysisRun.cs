// Runs the analyzer in this process, and fails where it throws.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Robustness.Analysis;

/// <summary>One run of the analyzer over one compilation.</summary>
internal sealed class AnalysisRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new BufferLintAnalyzer()];

    private readonly ConcurrentQueue<Exception> _thrown = new();
    private readonly CompilationWithAnalyzers _compilation;

    private AnalysisRun(Compilation compilation, bool isConcurrent, AnalyzerOptions? options) =>
        _compilation = new CompilationWithAnalyzers(
            compilation,
            Analyzers,
            new CompilationWithAnalyzersOptions(
                options ?? new AnalyzerOptions([]),
                onAnalyzerException: (exception, _, _) => _thrown.Enqueue(exception),
                concurrentAnalysis: isConcurrent,
                logAnalyzerExecutionTime: true,
                reportSuppressedDiagnostics: false));

    /// <summary>What is reported on the whole compilation at once, as a build does it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfWholeAsync(
        Compilation compilation,
        bool isConcurrent = true,
        AnalyzerOptions? options = null,
        CancellationToken cancellation = default)
    {
        var run = new AnalysisRun(compilation, isConcurrent, options);
        var reported = await run._compilation.GetAnalyzerDiagnosticsAsync(cancellation);
        run.Verify("the compilation");
        return reported;
    }

    /// <summary>What is reported on the whole compilation, body after body, and how long the analyzer itself took to say it.</summary>
    public static async Task<(ImmutableArray<Diagnostic> Reported, TimeSpan Own)> OfWholeTimedAsync(Compilation compilation)
    {
        var run = new AnalysisRun(compilation, isConcurrent: false, options: null);
        var reported = await run._compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        run.Verify("the compilation");
        return (reported, (await run._compilation.GetAnalyzerTelemetryInfoAsync(Analyzers[0], CancellationToken.None)).ExecutionTime);
    }

    /// <summary>What is reported file by file, as an editor does it.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="limit">How long one file may take.</param>
    public static async Task<ImmutableArray<Diagnostic>> OfEachFileAsync(Compilation compilation, TimeSpan limit)
    {
        var run = new AnalysisRun(compilation, isConcurrent: true, options: null);
        var all = new ConcurrentQueue<Diagnostic>();
        await Parallel.ForEachAsync(compilation.SyntaxTrees, async (tree, _) =>
        {
            foreach (var diagnostic in await run.OfFileAsync(tree, limit))
            {
                all.Enqueue(diagnostic);
            }
        });
        return [.. all];
    }

    private async Task<IEnumerable<Diagnostic>> OfFileAsync(SyntaxTree tree, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        try
        {
            var ofBodies = await _compilation.GetAnalyzerSemanticDiagnosticsAsync(_compilation.Compilation.GetSemanticModel(tree), filterSpan: null, stop.Token);
            var ofSyntax = await _compilation.GetAnalyzerSyntaxDiagnosticsAsync(tree, stop.Token);
            return ofBodies.Concat(ofSyntax);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{tree.FilePath} took longer than {limit.TotalSeconds} s.");
            throw;
        }
        finally
        {
            Verify(tree.FilePath);
        }
    }

    private void Verify(string where)
    {
        if (_thrown.TryDequeue(out var thrown))
        {
            Assert.Fail($"The analyzer threw on {where}: {thrown}");
        }
    }
}
