// A rule of BufferLint's category that is a suggestion by default; the projects that test Strict load it from this assembly.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Package.Tests;

/// <summary>Suggests something about every method called <c>Probe</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuggestionProbe : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Suggestion = new(
        "PROBE1", "A suggestion", "A suggestion", "BufferLifetime", DiagnosticSeverity.Info, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Suggestion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Name == "Probe")
                    symbol.ReportDiagnostic(Diagnostic.Create(Suggestion, symbol.Symbol.Locations[0]));
            },
            SymbolKind.Method);
    }
}
