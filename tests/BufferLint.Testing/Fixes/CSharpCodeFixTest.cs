// The code fix test that a case builds with an object initialiser.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Testing;

/// <summary>A test of one analyzer and one code fix provider.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
/// <typeparam name="TCodeFix">The code fix provider.</typeparam>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix> : CodeFixTest
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <inheritdoc/>
    protected override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers() => [new TAnalyzer()];

    /// <inheritdoc/>
    protected override CodeFixProvider GetCodeFixProvider() => new TCodeFix();
}
