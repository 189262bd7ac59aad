// Annotations that come with a referenced library instead of standing in the source.
using System.IO;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Cases.BUF1001;

public class AnnotatedLibrary
{
    private const string User = """
        class C
        {
            void M(ByteArray data)
            {
                using var view = data.View();
                {|BUF1001:data.Append(1)|};
            }

            void Released(ByteArray data)
            {
                using (data.View()) { }
                data.Append(1);
            }

            void Caught(ByteArray data)
            {
                using var view = data.View();
                try { data.Append(1); } catch (BufferError) { }
            }

            void Window(ByteArray data)
            {
                var window = data.Window(0);
                {|BUF1001:data.Append(1)|};
                window[0] = 1;
            }
        }
        """;

    [Fact]
    public async Task LibraryThatKeepsItsAnnotations() => await VerifyAsync(User, "BUFFERLINT_ANNOTATIONS");

    [Fact]
    public async Task LibraryThatDropsItsAnnotations() =>
        await VerifyAsync(User.Replace("{|BUF1001:data.Append(1)|}", "data.Append(1)", System.StringComparison.Ordinal));

    private static async Task VerifyAsync(string source, params string[] symbols)
    {
        var test = new CSharpAnalyzerTest<BufferLintAnalyzer> { TestCode = source };
        test.TestState.AdditionalReferences.Add(await LibraryAsync(symbols));
        await test.RunAsync();
    }

    private static async Task<MetadataReference> LibraryAsync(string[] symbols)
    {
        var plain = await SourceCompilation.CreateAsync();
        var tree = CSharpSyntaxTree.ParseText(
            AnnotatedSource.WithByteArray(string.Empty),
            new CSharpParseOptions(LoadedRoslyn.DefaultLanguageVersion, preprocessorSymbols: symbols));
        using var image = new MemoryStream();
        var emitted = plain.AddSyntaxTrees(tree).WithAssemblyName("Buffers").Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
