// One-line analyzer tests.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Testing;

/// <summary>Tests an analyzer with the default settings.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
public class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>An expected diagnostic of the analyzer's only descriptor.</summary>
    public static DiagnosticResult Diagnostic() => new(Descriptors() is [var only]
        ? only
        : throw new InvalidOperationException($"{typeof(TAnalyzer).Name} has several descriptors: name the id."));

    /// <summary>An expected diagnostic of the analyzer's descriptor with this id.</summary>
    public static DiagnosticResult Diagnostic(string id) => new(Descriptors().Where(descriptor => descriptor.Id == id).ToArray() switch
    {
        [var only] => only,
        [] => throw new InvalidOperationException($"{typeof(TAnalyzer).Name} has no descriptor {id}."),
        _ => throw new InvalidOperationException($"{typeof(TAnalyzer).Name} has several descriptors {id}: hand over the descriptor."),
    });

    /// <summary>An expected diagnostic of this descriptor.</summary>
    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    /// <summary>Fails unless the source has exactly the diagnostics its markup and <paramref name="expected"/> give.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer> { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>The same, where <c>[|…|]</c> stands for <paramref name="defaultDiagnosticId"/>.</summary>
    public static Task VerifyAnalyzerAsync(string source, string defaultDiagnosticId, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer> { TestCode = source, DefaultDiagnosticId = defaultDiagnosticId };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>What the analyzer reports in sources that must compile, in source order. Markup is read and its expectations ignored.</summary>
    public static Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(params string[] sources)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer>();
        foreach (var source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        return test.GetDiagnosticsAsync();
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors() => new TAnalyzer().SupportedDiagnostics;
}
