// A test of analyzers: the state to look at and how to compile it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Testing;

/// <summary>Runs analyzers over a small project and compares what they report with what is expected.</summary>
public abstract class AnalyzerTest
{
    /// <summary>Adds a source to <see cref="TestState"/>.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    /// <summary>The project and what is expected in it.</summary>
    public SolutionState TestState { get; } = new();

    /// <summary>The expected diagnostics of <see cref="TestState"/>.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>The id that <c>[|…|]</c> expects; needed only where the analyzers have several.</summary>
    public string? DefaultDiagnosticId { get; set; }

    /// <summary>Which diagnostics of the compiler must be expected too.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Ids whose diagnostics are neither compared nor fixed.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>The framework to compile against.</summary>
    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Net.Net100;

    /// <summary>The language version of the sources.</summary>
    public LanguageVersion LanguageVersion { get; set; } = LoadedRoslyn.DefaultLanguageVersion;

    /// <summary>The nullable context of the sources.</summary>
    public NullableContextOptions NullableContext { get; set; } = NullableContextOptions.Enable;

    /// <summary>Whether the sources may hold unsafe code.</summary>
    public bool AllowUnsafe { get; set; } = true;

    /// <summary>Runs the test; it fails through an exception of xunit.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) => RunCoreAsync(cancellationToken);

    /// <summary>What the analyzers report in <see cref="TestState"/>, in source order, after the same check for compile errors.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(CancellationToken cancellationToken = default)
    {
        var analyzers = GetAnalyzers();
        var state = Parse(TestState);
        var diagnostics = await DiagnosticsAsync(Project(state), cancellationToken).ConfigureAwait(false);
        var ids = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).ToHashSet();
        var expectedOfCompiler = state.Expected.Where(expected => !ids.Contains(expected.Result.Id)).ToImmutableArray();
        DiagnosticComparison.Verify(
            "of the compiler",
            state.WithExpected(expectedOfCompiler),
            [.. diagnostics.Where(diagnostic => !ids.Contains(diagnostic.Id))]);
        return [.. diagnostics.Where(diagnostic => ids.Contains(diagnostic.Id))];
    }

    /// <summary>The analyzers under test.</summary>
    protected abstract ImmutableArray<DiagnosticAnalyzer> GetAnalyzers();

    private protected virtual Task RunCoreAsync(CancellationToken cancellationToken) =>
        VerifyAsync("of the test code", Parse(TestState), cancellationToken);

    private protected ParsedState Parse(SolutionState state) => ParsedState.Parse(state, state.ExpectedDiagnostics, DefaultId);

    private protected Project Project(ParsedState state) => BaseProjects.With(
        new ProjectSettings(ReferenceAssemblies, LanguageVersion, NullableContext, AllowUnsafe, state.State.OutputKind),
        state);

    /// <summary>Builds a state's project and fails unless it has exactly the expected diagnostics.</summary>
    private protected async Task<(Project Project, ImmutableArray<Diagnostic> Diagnostics)> VerifyAsync(
        string stage,
        ParsedState state,
        CancellationToken cancellationToken)
    {
        var project = Project(state);
        var diagnostics = await DiagnosticsAsync(project, cancellationToken).ConfigureAwait(false);
        DiagnosticComparison.Verify(stage, state, diagnostics);
        return (project, diagnostics);
    }

    private protected async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var diagnostics = await DiagnosticRun.GetAsync(project, GetAnalyzers(), CompilerDiagnostics, cancellationToken).ConfigureAwait(false);
        return diagnostics.RemoveAll(diagnostic => DisabledDiagnostics.Contains(diagnostic.Id));
    }

    private string DefaultId()
    {
        if (DefaultDiagnosticId is { } id)
        {
            return id;
        }

        var ids = GetAnalyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Select(static descriptor => descriptor.Id).Distinct().ToArray();
        return ids is [var only]
            ? only
            : throw new InvalidOperationException(
                $"[|…|] needs an analyzer of one id, and this one has {ids.Length} ({string.Join(", ", ids)}): write {{|ID:…|}} or set DefaultDiagnosticId.");
    }
}
