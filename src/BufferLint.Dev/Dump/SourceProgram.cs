// One file compiled alone, and the bodies in it.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using BufferLint.Annotations;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Dev.Dump;

/// <summary>A member and its solved bodies, outermost first.</summary>
/// <param name="Member">The member.</param>
/// <param name="Bodies">Its own body and those of the lambdas and local functions in it.</param>
internal sealed record SolvedMember(ISymbol Member, ImmutableArray<SolvedBody> Bodies, FunctionSummary Summary);

/// <summary>A C# file, compiled against the framework that runs this program and BufferLint's annotations.</summary>
internal sealed class SourceProgram
{
    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _tree;

    /// <summary>Compiles a text.</summary>
    /// <param name="text">The C# source.</param>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="version">The language version.</param>
    public SourceProgram(string text, string path, LanguageVersion version)
    {
        _tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version), path);
        var isProgram = _tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();
        _compilation = CSharpCompilation.Create(
            "Dumped",
            [_tree],
            References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    public ImmutableArray<Diagnostic> Errors =>
        [.. _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>Every member that has code, in source order, solved as the analyzer would.</summary>
    public IEnumerable<SolvedMember> Solve()
    {
        var semantics = _compilation.GetSemanticModel(_tree);
        var shared = CompilationAnalysis.Of(_compilation);
        var summaries = shared.Summaries(CancellationToken.None);
        var analysis = shared.Body(CheckTable.All, AnalysisOptions.Default, CancellationToken.None);
        foreach (var (syntax, member) in Members(semantics))
        {
            var bodies = BodyGraphs.Of(syntax, semantics, recent: null, CancellationToken.None).SelectMany(graph => analysis.Solve(graph, member)).ToImmutableArray();
            if (!bodies.IsEmpty)
            {
                yield return new SolvedMember(member, bodies, SummaryOf(member, summaries));
            }
        }
    }

    private static FunctionSummary SummaryOf(ISymbol member, IFunctionSummaries summaries) =>
        (member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod) is { } method && Callees.WithSource(method.OriginalDefinition) is { } callee ? summaries.Of(callee) : FunctionSummary.Unknown;

    private IEnumerable<(SyntaxNode Syntax, ISymbol Member)> Members(SemanticModel semantics)
    {
        foreach (var node in _tree.GetRoot().DescendantNodesAndSelf(static node => node is not (BlockSyntax or StatementSyntax)))
        {
            var member = node switch
            {
                CompilationUnitSyntax unit when unit.Members.OfType<GlobalStatementSyntax>().Any() => semantics.GetDeclaredSymbol(unit),
                BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => semantics.GetDeclaredSymbol(node),
                ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } arrow => semantics.GetDeclaredSymbol(arrow.Parent!),
                VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: FieldDeclarationSyntax } field => semantics.GetDeclaredSymbol(field),
                PropertyDeclarationSyntax { Initializer: not null, ExpressionBody: null } property => semantics.GetDeclaredSymbol(property),
                _ => null,
            };
            if (member is not null)
            {
                yield return (node, member);
            }
        }
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. Directory.EnumerateFiles(framework, "*.dll").Where(IsManaged).Order(System.StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(ViewOfAttribute).Assembly.Location),
        ];
    }

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }
}
