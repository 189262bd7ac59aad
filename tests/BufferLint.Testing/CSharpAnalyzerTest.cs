// The analyzer test that a case builds with an object initialiser.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Testing;

/// <summary>A test of one analyzer.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public class CSharpAnalyzerTest<TAnalyzer> : AnalyzerTest
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <inheritdoc/>
    protected override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers() => [new TAnalyzer()];
}
