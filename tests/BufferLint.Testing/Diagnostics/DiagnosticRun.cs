// Runs the compiler and the analyzers over a test project.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Testing;

internal static class DiagnosticRun
{
    private const string AnalyzerExceptionId = "AD0001";

    /// <summary>What the analyzers, and as asked the compiler, report and no pragma suppresses, in source order.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> GetAsync(
        Project project,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        CompilerDiagnostics compilerDiagnostics,
        CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var withAnalyzers = new CompilationWithAnalyzers(
            compilation,
            analyzers,
            new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: false));
        var reported = await withAnalyzers.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        if (reported.FirstOrDefault(static diagnostic => diagnostic.Id == AnalyzerExceptionId) is { } thrown)
        {
            Assert.Fail($"An analyzer threw: {thrown.GetMessage(CultureInfo.InvariantCulture)}\n{thrown.Descriptor.Description.ToString(CultureInfo.InvariantCulture)}");
        }

        if (AloneRun.IsAsked)
        {
            await AloneRun.VerifyAsync(reported, compilation, analyzers, project.AnalyzerOptions, cancellationToken).ConfigureAwait(false);
        }

        IEnumerable<Diagnostic> all = reported;
        if (compilerDiagnostics != CompilerDiagnostics.None)
        {
            var lowest = compilerDiagnostics == CompilerDiagnostics.Errors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            all = all.Concat(compilation.GetDiagnostics(cancellationToken)
                .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= lowest));
        }

        return Sort(all);
    }

    private static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path ?? "", StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.End)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToImmutableArray();
}
