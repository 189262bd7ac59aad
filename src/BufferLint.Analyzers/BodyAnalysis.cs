// The stages after the screen, in order, for one member: its body and every lambda and local function in it.
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
using BufferLint.Reporting;
using BufferLint.Screen;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint;

/// <summary>Graph, facts, flow, checks.</summary>
internal sealed class BodyAnalysis
{
    private readonly BufferModel _model;
    private readonly SummaryStore? _summaries;
    private readonly GivingMethods? _giving;
    private readonly ImmutableArray<ICheck> _checks;
    private readonly AnalysisOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly IAnalysisObserver? _observer;
    private readonly ILendingSites? _lending;
    private readonly IWorkInFields? _others;
    private readonly IFieldProtocols? _protocols;

    /// <summary>Makes the analysis of one body.</summary>
    /// <param name="model">What members do.</param>
    /// <param name="summaries">What callees written in source do; <see langword="null"/> if none is looked into.</param>
    /// <param name="giving">Which callees may give a view; <see langword="null"/> if none is looked into.</param>
    /// <param name="checks">The rules that are on.</param>
    /// <param name="options">The budgets.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="observer">Listens.</param>
    /// <param name="lending">Who lends memory; <see langword="null"/> if no other method is looked into.</param>
    /// <param name="others">What other members of a type leave running; the same.</param>
    /// <param name="protocols">Which fields keep what was released; the same.</param>
    public BodyAnalysis(BufferModel model, SummaryStore? summaries, GivingMethods? giving, ImmutableArray<ICheck> checks, AnalysisOptions options, CancellationToken cancellation, IAnalysisObserver? observer = null, ILendingSites? lending = null, IWorkInFields? others = null, IFieldProtocols? protocols = null)
    {
        _protocols = options.Scope == SummaryScope.Off ? null : protocols;
        _others = options.Scope == SummaryScope.Off ? null : others;
        _lending = options.Scope == SummaryScope.Compilation ? lending : null;
        _summaries = summaries;
        _giving = giving;
        _model = model;
        _checks = checks;
        _options = options;
        _cancellation = cancellation;
        _observer = observer;
    }

    /// <summary>Analyses a member's body.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="member">The member.</param>
    /// <param name="screening">What its words say. Where that is doubtful, only those callees are looked into at first that may give it a view.</param>
    /// <param name="measures">Whether its words say that something in it may not fit.</param>
    /// <param name="report">Receives the findings.</param>
    public void Run(ControlFlowGraph graph, ISymbol? member, Screening screening, bool measures, Action<Finding> report)
    {
        var findings = new List<Finding>();
        try
        {
            var callees = CalleesOf(member);
            if (screening != Screening.Leave && MayTakeViews(graph, member, screening, callees))
            {
                RunAll(Resolve(graph, member, callees, measures), screening, findings);
            }
            else if (measures)
            {
                RunSizes(Resolve(graph, member, NoSummaries.Instance, measures).All(), findings);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            // Source nested deeper than any stack: over budget, as a body with too many blocks is.
            _observer?.LeftOut(graph.OriginalOperation, "stack");
        }

        foreach (var finding in MostSpecific.Of(findings))
        {
            report(finding);
        }
    }

    /// <summary>The solved bodies of a member, outermost first.</summary>
    public IEnumerable<SolvedBody> Solve(ControlFlowGraph graph, ISymbol? member) =>
        Solve(Resolve(graph, member, CalleesOf(member), SizeScreen.Of(graph.OriginalOperation.Syntax).MayMisfit).All());

    private void RunAll(NestedBodies bodies, Screening screening, List<Finding> findings)
    {
        foreach (var body in Solve(bodies.All().Where(body => screening == Screening.AnalyzeWhole || body.Facts.Matters)))
        {
            RunChecks(body, findings);
        }

        RunSizes(bodies.All(), findings);
    }

    /// <summary>What a check solves when it asks may be over budget by itself: then it says nothing, and others go on.</summary>
    private void RunChecks(SolvedBody body, List<Finding> findings)
    {
        foreach (var check in _checks.Where(static check => check is not SizeCheck))
        {
            var before = findings.Count;
            try
            {
                check.Run(body, findings.Add);
            }
            catch (OverBudgetException)
            {
                findings.RemoveRange(before, findings.Count - before);
                _observer?.LeftOut(body.Graph.Source.OriginalOperation, "work");
            }
        }
    }

    /// <summary>Sizes are asked of bodies that take no view as well; nothing else is solved for them.</summary>
    private void RunSizes(IEnumerable<ResolvedBody> bodies, List<Finding> findings)
    {
        foreach (var body in bodies.Where(static body => body.Facts.Demands || body.Facts.ReadsWhole))
        {
            try
            {
                var sizes = new SizedBody(body.Graph, body.Facts, _cancellation);
                foreach (var check in _checks.OfType<SizeCheck>())
                {
                    check.Run(sizes, findings.Add);
                }
            }
            catch (OverBudgetException)
            {
                _observer?.LeftOut(body.Graph.Source.OriginalOperation, "work");
            }
        }
    }

    private IEnumerable<SolvedBody> Solve(IEnumerable<ResolvedBody> bodies)
    {
        foreach (var resolved in bodies)
        {
            SolvedBody solved;
            try
            {
                solved = SolvedBody.Solve(resolved, _model, _lending, _others, _protocols, _options.PoolLeaks, _cancellation);
            }
            catch (OverBudgetException)
            {
                _observer?.LeftOut(resolved.Graph.Source.OriginalOperation, "work");
                continue;
            }

            yield return solved;
        }
    }

    /// <summary>The resolved bodies of a member, outermost first.</summary>
    public ImmutableArray<ResolvedBody> ResolveAll(ControlFlowGraph graph, IMethodSymbol member)
    {
        try
        {
            return Resolve(graph, member, CalleesOf(member)).All().Where(IsWithinBudget).ToImmutableArray();
        }
        catch (InsufficientExecutionStackException)
        {
            return ImmutableArray<ResolvedBody>.Empty;
        }
    }

    /// <summary>The body of a member without those nested in it; what its operands hold is solved when it is asked for.</summary>
    /// <returns><see langword="null"/> if it is over budget.</returns>
    public ResolvedBody? ResolveOutermost(ControlFlowGraph graph, IMethodSymbol member)
    {
        try
        {
            return Resolve(graph, member, CalleesOf(member)).Outermost;
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>What a call of a method does.</summary>
    /// <param name="graph">The method's graph.</param>
    /// <param name="method">The method.</param>
    /// <param name="callees">What its callees do.</param>
    /// <param name="isQuiet">Called if the facts that are made for it show that no rule has anything to ask of it, sizes left out; may be <see langword="null"/>.</param>
    public FunctionSummary Summarize(ControlFlowGraph graph, IMethodSymbol method, IFunctionSummaries callees, Action? isQuiet = null)
    {
        try
        {
            if (Callees.IsIterator(graph))
            {
                return FunctionSummary.Unknown;
            }

            var bodies = Resolve(graph, method, callees);
            var summary = bodies.OfMember();
            if (isQuiet is not null && bodies.AreAllKnown(static body => !body.Facts.Matters))
            {
                isQuiet();
            }

            return summary;
        }
        catch (InsufficientExecutionStackException)
        {
            return FunctionSummary.Unknown;
        }
    }

    private bool IsWithinBudget(ResolvedBody body)
    {
        try
        {
            return body.Resolution is not null;
        }
        catch (OverBudgetException)
        {
            _observer?.LeftOut(body.Graph.Source.OriginalOperation, "work");
            return false;
        }
    }

    /// <summary>Whether a body takes a view, where its words leave a doubt: asked of its callees first, then of facts made with those of them that may give it one.</summary>
    private bool MayTakeViews(ControlFlowGraph graph, ISymbol? member, Screening screening, IFunctionSummaries callees) =>
        _giving is null || screening is Screening.Analyze or Screening.AnalyzeWhole ||
        ((screening == Screening.AskFacts || (_options.Scope != SummaryScope.Off && _giving.MayGive(graph, _cancellation))) &&
         Resolve(graph, member, new GivingCallees(callees, _giving, _cancellation)).All().Any(static body => body.Facts.TakesViews));

    private IFunctionSummaries CalleesOf(ISymbol? member) => _summaries?.For(member, _options.Scope, _cancellation) ?? NoSummaries.Instance;

    private NestedBodies Resolve(ControlFlowGraph graph, ISymbol? member, IFunctionSummaries methods, bool measures = false)
    {
        var scan = new BodyScan(graph.OriginalOperation, _model);
        return new NestedBodies(graph, member, methods, (nested, owner, bodies) => Resolve(nested, owner, scan, bodies, measures), over => _observer?.LeftOut(over.OriginalOperation, "work"), scan.HasLambdas);
    }

    private bool IsFollowed(IMethodSymbol method, ISymbol? owner) =>
        _options.Scope == SummaryScope.Compilation || (_options.Scope == SummaryScope.Type && SymbolEqualityComparer.Default.Equals(method.ContainingType, owner?.ContainingType));

    private ResolvedBody? Resolve(ControlFlowGraph graph, ISymbol? owner, BodyScan scan, IFunctionSummaries functions, bool measures)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (FlowGraph.Create(graph, _options.MaxBlocks, _cancellation) is not { } flow)
        {
            _observer?.LeftOut(graph.OriginalOperation, "blocks");
            return null;
        }

        if (FactGenerator.Generate(_model, flow, owner, scan, functions, _options.MaxFacts, _options.PoolLeaks == PoolLeaks.AllPaths, _cancellation, _observer, measures, method => IsFollowed(method, owner)) is not { } facts)
        {
            _observer?.LeftOut(graph.OriginalOperation, "facts");
            return null;
        }

        return ResolvedBody.Of(flow, facts, _cancellation);
    }
}
