// An editor hands over projects that refer to each other as compilations: their symbols have source, which is not of the
// compilation that is analysed.
using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Tests.Engine;

public class OtherCompilations
{
    [Fact]
    public async Task ObjectsThatAdoptAreNotLookedInto()
    {
        var library = Compile("library", """
            public sealed class Half : System.IDisposable
            {
                private byte[]? _array = null;

                public Half(byte[] array) => _array = array;

                public static Half Over(byte[] array) => new Half(array);

                public void Dispose()
                {
                    if (System.Threading.Interlocked.Exchange(ref _array, null) is { } array)
                    {
                        System.Buffers.ArrayPool<byte>.Shared.Return(array);
                    }
                }
            }
            """);
        var program = Compile("program", """
            static class C
            {
                static (Half, Half) M()
                {
                    var whole = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
                    return (new Half(whole), new Half(whole));
                }

                static (Half, Half) N()
                {
                    var whole = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
                    return (Half.Over(whole), Half.Over(whole));
                }
            }
            """, library.ToMetadataReference());
        Assert.DoesNotContain(program.GetDiagnostics(), static found => found.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await program.WithAnalyzers([new BufferLintAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    private static CSharpCompilation Compile(string name, string source, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .Concat(references),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
