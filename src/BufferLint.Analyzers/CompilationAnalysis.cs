// What all bodies of one compilation share: what members do, which bodies may matter, what callees do.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Protocols;
using BufferLint.Screen;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint;

/// <summary>The state of one compilation; it has no other.</summary>
internal sealed class CompilationAnalysis
{
    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, AnalysisOptions> _optionsOf;
    private readonly SummaryStore _summaries;
    private readonly GivingMethods _giving;
    private readonly IAnalysisObserver? _observer;
    private readonly LendingSites _lending;
    private readonly Lazy<TreeWords[]> _words;
    private readonly Recent<IMethodSymbol, SourceBody> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the state; nothing is read before it is asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="gates">What tables and annotations say of names.</param>
    /// <param name="known">What is known of the trees.</param>
    /// <param name="wordsOf">The words of a tree.</param>
    /// <param name="rememberedOf">What earlier compilations found out of a tree; <see langword="null"/> if nothing is kept.</param>
    /// <param name="optionsOf">The options of a tree.</param>
    /// <param name="observer">Listens.</param>
    public CompilationAnalysis(Compilation compilation, ImmutableArray<NameGate> gates, KnownOfTrees known, Func<SyntaxTree, TreeWords?> wordsOf, Func<SyntaxTree, TreeSummaries?>? rememberedOf, Func<SyntaxTree, AnalysisOptions> optionsOf, IAnalysisObserver? observer = null)
    {
        _observer = observer;
        _compilation = compilation;
        _optionsOf = optionsOf;
        var words = new Lazy<TreeWords[]>(() => known.Of(() => known.Trees.Select(wordsOf).OfType<TreeWords>().ToArray()));
        var derived = new Lazy<DerivedNames>(() => known.Of(() => new DerivedNames(words.Value)));
        Model = new BufferModel(compilation, name => derived.Value.NamedAsBase(name))
        {
            CollectingCalls = new CollectingCalls(compilation, name => compilation.SyntaxTrees.Where(tree => wordsOf(tree)?.Names(name) == true)),
        };
        Screen = new BodyScreen(gates, () => words.Value, new AwaitScreen(Model.OutsideChanges, () => words.Value), known);
        Keeping = new KeepingScreen(Model.Lent.HasAnnotations, Model.Lent.HasHolders, Screen.Calls, new Lazy<LenderNames>(() => known.Of(() => LenderNames.Of(words.Value))));
        var memory = rememberedOf is null ? null : new SummaryMemory(compilation, rememberedOf, Screen.MayMatter, optionsOf);
        _words = words;
        _lending = new LendingSites(MethodsNaming, LenderCodeOf);
        WorkInFields = new WorkInFields((method, cancellation) => BodyOf(method, cancellation) is { } body
            ? Body(ImmutableArray<ICheck>.Empty, _optionsOf(body.Graph.OriginalOperation.Syntax.SyntaxTree), cancellation).ResolveOutermost(body.Graph, method)
            : null);
        var releasing = new Lazy<ReleasingNames>(() => known.Of(() => ReleasingNames.Of(words.Value)));
        FieldProtocols = new FieldProtocols(Model, GraphOf, OperationOf, name => FieldProtocolNames.Releases.Contains(name) || releasing.Value.Contain(name));
        _giving = new GivingMethods(Model, BodyOf, IsWorthALook);
        _summaries = new SummaryStore(new SummarySource(BodyOf, Summarize, MemberWords.NameOf, memory), IsWorthALook);
    }

    /// <summary>What members do.</summary>
    public BufferModel Model { get; }

    /// <summary>Which bodies may matter.</summary>
    public BodyScreen Screen { get; }

    /// <summary>Which bodies may keep memory that they are given.</summary>
    public KeepingScreen Keeping { get; }

    /// <summary>What members of a type leave running in its fields.</summary>
    public IWorkInFields WorkInFields { get; }

    /// <summary>Which fields of a type keep what was released.</summary>
    public IFieldProtocols FieldProtocols { get; }

    /// <summary>The bodies that are known to have no findings.</summary>
    public QuietBodies Quiet { get; } = new();

    /// <summary>The graphs that were made last.</summary>
    public Recent<SyntaxNode, ControlFlowGraph> RecentGraphs { get; } = new();

    /// <summary>The state of a compilation analysed by itself, without an analyzer's host and with all options as they are.</summary>
    public static CompilationAnalysis Of(Compilation compilation) =>
        new(compilation, NameGate.OfTables, new TreeMemory().Of(compilation), static tree => TreeWords.Of(tree, CancellationToken.None), null, static _ => AnalysisOptions.Default);

    /// <summary>The analysis of one body.</summary>
    /// <param name="checks">The rules that are on.</param>
    /// <param name="options">The options of the body's tree.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="observer">Hears of operations and budgets.</param>
    public BodyAnalysis Body(ImmutableArray<ICheck> checks, AnalysisOptions options, CancellationToken cancellation, IAnalysisObserver? observer = null) =>
        new(Model, _summaries, _giving, checks, options, cancellation, observer, _lending, WorkInFields, FieldProtocols);

    /// <summary>What methods of the compilation do.</summary>
    public IFunctionSummaries Summaries(CancellationToken cancellation) => _summaries.For(null, SummaryScope.Compilation, cancellation);

    /// <summary>The methods in whose code a name stands.</summary>
    private IEnumerable<IMethodSymbol> MethodsNaming(string name) =>
        _words.Value.SelectMany(static tree => tree.Members).Where(member => member.Words.Contains(name)).Select(static member => member.Name).Distinct().SelectMany(member => _compilation.GetSymbolsWithName(member, SymbolFilter.Member)).OfType<IMethodSymbol>().Where(static method => !method.DeclaringSyntaxReferences.IsEmpty);

    private LenderCode? LenderCodeOf(IMethodSymbol method, CancellationToken cancellation) => BodyOf(method, cancellation) is { } body
        ? new LenderCode(method, body.Graph.OriginalOperation, new Lazy<ImmutableArray<ResolvedBody>>(() => Body(ImmutableArray<ICheck>.Empty, _optionsOf(body.Graph.OriginalOperation.Syntax.SyntaxTree), cancellation).ResolveAll(body.Graph, method)))
        : null;

    private bool IsWorthALook(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.Conversion or MethodKind.UserDefinedOperator || Screen.MayMatter(MemberWords.NameOf(method));

    private SourceBody? BodyOf(IMethodSymbol method, CancellationToken cancellation) =>
        _bodies.GetOrMake(method, definition => GraphOf(definition, cancellation) is { } graph ? new SourceBody(definition, graph, Model.Hierarchy) : null);

    private ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellation) =>
        SourceBody.GraphOf(method, _compilation, code => BodySize.Exceeds(code, _optionsOf(code.SyntaxTree).MaxBlocks, cancellation), RecentGraphs, cancellation);

    private IOperation? OperationOf(SyntaxNode expression, CancellationToken cancellation) =>
        _compilation.ContainsSyntaxTree(expression.SyntaxTree) ? SourceBody.ModelOf(_compilation, expression.SyntaxTree).GetOperation(expression, cancellation) : null;

    private FunctionSummary Summarize(SourceBody body, IFunctionSummaries callees, bool isFinal, CancellationToken cancellation)
    {
        _observer?.Summarized(body.Method);
        var root = body.Graph.OriginalOperation.Syntax;
        var options = _optionsOf(root.SyntaxTree);
        return Body(ImmutableArray<ICheck>.Empty, options, cancellation).Summarize(body.Graph, body.Method, callees, isFinal && options.Scope == SummaryScope.Compilation ? () => Quiet.Add(root) : null);
    }
}
