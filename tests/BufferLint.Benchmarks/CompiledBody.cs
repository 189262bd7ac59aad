// One generated method, compiled, and the stages of the engine run over it one by one.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.Dev.Corpus.Projects;
using BufferLint.Dev.Corpus.References;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Screen;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Benchmarks;

/// <summary>The first method of a source.</summary>
internal sealed class CompiledBody
{
    public static readonly ImmutableArray<MetadataReference> References =
        [.. new FrameworkPacks(PackageCache.DefaultRoot).Of(FrameworkPacks.MajorFor(ProjectReader.Newest)).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly CompilationAnalysis _analysis;
    private readonly ISymbol _member;
    private readonly IFunctionSummaries _functions;

    public CompiledBody(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("Benchmark", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"The source does not compile: {error}");
        }

        var semantics = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        _member = semantics.GetDeclaredSymbol(method)!;
        _analysis = CompilationAnalysis.Of(compilation);
        Source = BodyGraphs.Of(method, semantics, recent: null, CancellationToken.None).Single();
        _functions = new NestedBodies(Source, _member, NoSummaries.Instance, static (_, _, _) => null, static _ => { });
    }

    /// <summary>Roslyn's graph, which is not the engine's to measure.</summary>
    public ControlFlowGraph Source { get; }

    /// <summary>The engine's graph; <see langword="null"/> if the body is over budget.</summary>
    public FlowGraph? Graph() => FlowGraph.Create(Source, AnalysisOptions.Default.MaxBlocks, CancellationToken.None);

    /// <summary>The facts; <see langword="null"/> if the body is over budget.</summary>
    public FactTable? Facts(FlowGraph graph) =>
        FactGenerator.Generate(_analysis.Model, graph, _member, new BodyScan(Source.OriginalOperation, _analysis.Model), _functions, AnalysisOptions.Default.MaxFacts, tellsAllThrows: false, CancellationToken.None);

    /// <summary>The states; <see langword="null"/> if the work is over budget.</summary>
    public SolvedBody? Solve(FlowGraph graph, FactTable facts)
    {
        try
        {
            return SolvedBody.Solve(ResolvedBody.Of(graph, facts, CancellationToken.None), _analysis.Model, null, null, protocols: null, AnalysisOptions.Default.PoolLeaks, CancellationToken.None);
        }
        catch (OverBudgetException)
        {
            return null;
        }
    }

    /// <summary>The number of findings.</summary>
    public static int Check(SolvedBody body)
    {
        var findings = 0;
        foreach (var check in CheckTable.All)
        {
            check.Run(body, _ => findings++);
        }

        return findings;
    }

    /// <summary>All stages, nested functions included, as the analyzer runs them.</summary>
    /// <returns>The ids of what is found.</returns>
    public ImmutableArray<string> Run()
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        _analysis.Body(CheckTable.All, AnalysisOptions.Default, CancellationToken.None).Run(Source, _member, Screening.AnalyzeWhole, measures: true, finding => findings.Add(finding.Rule.Id));
        return findings.ToImmutable();
    }
}
