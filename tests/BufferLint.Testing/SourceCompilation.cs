// Compilations for tests that look below the analyzers.
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Testing;

/// <summary>Compiles plain sources with the default settings of the tests.</summary>
public static class SourceCompilation
{
    /// <summary>The compilation of the sources, whose paths are <c>/0/Test0.cs</c> and so on; fails on compile errors.</summary>
    public static async Task<CSharpCompilation> CreateAsync(params string[] sources)
    {
        var state = new SolutionState();
        foreach (var source in sources)
        {
            state.Sources.Add(source);
        }

        var settings = new ProjectSettings(
            ReferenceAssemblies.Net.Net100,
            LoadedRoslyn.DefaultLanguageVersion,
            NullableContextOptions.Enable,
            AllowUnsafe: true,
            state.OutputKind);
        var project = BaseProjects.With(settings, ParsedState.Plain(state));
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync(CancellationToken.None).ConfigureAwait(false))!;
        DiagnosticComparison.Verify(
            "of the compiler",
            ParsedState.Plain(state),
            [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
        return compilation;
    }
}
