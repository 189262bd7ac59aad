// Compilations of sources that need not compile.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Robustness.Analysis;

internal static class TestCompilation
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false);

    private static readonly ImmutableArray<MetadataReference> References =
        ReferenceAssemblies.Net.Net100.References.Add(MetadataReference.CreateFromFile(typeof(Annotations.ViewOfAttribute).Assembly.Location));

    /// <summary>A compilation of one text.</summary>
    public static CSharpCompilation Of(string text) => Of([Parse(text, "Test.cs")]);

    public static CSharpCompilation Of(params ImmutableArray<SyntaxTree> trees) => CSharpCompilation.Create("Test", trees, References, Options);

    /// <summary>A document of one text, for what works on documents.</summary>
    public static Document DocumentOf(AdhocWorkspace workspace, string text) =>
        workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp)
            .WithParseOptions(ParseOptions)
            .WithCompilationOptions(Options)
            .WithMetadataReferences(References)).AddDocument("Test.cs", text);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);
}
