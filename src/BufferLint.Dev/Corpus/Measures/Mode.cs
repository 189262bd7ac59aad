// What is measured against what.
using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>One way to compile.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Analyzer">Makes the analyzer that runs along; <see langword="null"/> for the compiler alone.</param>
internal sealed record Mode(string Name, Func<IAnalysisObserver, DiagnosticAnalyzer>? Analyzer)
{
    /// <summary>Declarations and bodies bound, diagnostics computed, nothing emitted.</summary>
    public static Mode Plain { get; } = new("plain binding", null);

    public static Mode Idle { get; } = new("analyzer that does nothing", static _ => new IdleAnalyzer());

    public static Mode OperationBlocks { get; } = new("analyzer that receives operation blocks", static _ => new OperationBlockAnalyzer());

    public static Mode BufferLint { get; } = new("BufferLint", static observer => new BufferLintAnalyzer(observer));

    public static ImmutableArray<Mode> All { get; } = [Plain, Idle, OperationBlocks, BufferLint];
}
