// Analyzers that do nothing: what a ratio of BufferLint has to be read beside.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>Registers nothing but an empty compilation action: the price of having any analyzer at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleAnalyzer : EmptyAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterCompilationAction(static _ => { });
}

/// <summary>Receives every operation block and looks at none: the price of having operations made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OperationBlockAnalyzer : EmptyAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationBlockAction(static _ => { });
}

/// <summary>Set up as BufferLint is, reporting nothing.</summary>
internal abstract class EmptyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Never reported; the driver leaves out an analyzer without rules.</summary>
    private static readonly DiagnosticDescriptor Rule = new("BUF0000", "Nothing", "Nothing", "Empty", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        Register(context);
    }

    protected abstract void Register(AnalysisContext context);
}
