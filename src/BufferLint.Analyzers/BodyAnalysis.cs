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
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint;

/// <summary>Graph, facts, flow, checks.</summary>
internal sealed class BodyAnalysis
{
    private readonly BufferModel _model;
    private readonly SummaryStore? _summaries;
    private readonly ImmutableArray<ICheck> _checks;
    private readonly AnalysisOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly IAnalysisObserver? _observer;
    private readonly ILendingSites? _lending;

    /// <summary>Makes the analysis of one body.</summary>
    /// <param name="model">What members do.</param>
    /// <param name="summaries">What callees written in source do; <see langword="null"/> if none is looked into.</param>
    /// <param name="checks">The rules that are on.</param>
    /// <param name="options">The budgets.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="observer">Listens.</param>
    /// <param name="lending">Who lends memory; <see langword="null"/> if no other method is looked into.</param>
    public BodyAnalysis(BufferModel model, SummaryStore? summaries, ImmutableArray<ICheck> checks, AnalysisOptions options, CancellationToken cancellation, IAnalysisObserver? observer = null, ILendingSites? lending = null)
    {
        _lending = options.Scope == SummaryScope.Compilation ? lending : null;
        _summaries = summaries;
        _model = model;
        _checks = checks;
        _options = options;
        _cancellation = cancellation;
        _observer = observer;
    }

    /// <summary>Analyses a member's body.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="member">The member.</param>
    /// <param name="report">Receives the findings.</param>
    public void Run(ControlFlowGraph graph, ISymbol? member, Action<Finding> report)
    {
        var findings = new List<Finding>();
        try
        {
            foreach (var body in Solve(graph, member))
            {
                foreach (var check in _checks)
                {
                    check.Run(body, findings.Add);
                }
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
    public IEnumerable<SolvedBody> Solve(ControlFlowGraph graph, ISymbol? member)
    {
        var methods = _summaries?.For(member, _options.Scope, _cancellation) ?? NoSummaries.Instance;
        foreach (var resolved in Resolve(graph, member, methods).All())
        {
            SolvedBody solved;
            try
            {
                solved = SolvedBody.Solve(resolved, _model, _lending, _options.PoolLeaks, _cancellation);
            }
            catch (OverBudgetException)
            {
                _observer?.LeftOut(graph.OriginalOperation, "work");
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
            return Resolve(graph, member, _summaries?.For(member, _options.Scope, _cancellation) ?? NoSummaries.Instance).All().ToImmutableArray();
        }
        catch (InsufficientExecutionStackException)
        {
            return ImmutableArray<ResolvedBody>.Empty;
        }
    }

    /// <summary>What a call of a method does.</summary>
    /// <param name="graph">The method's graph.</param>
    /// <param name="method">The method.</param>
    /// <param name="callees">What its callees do.</param>
    public FunctionSummary Summarize(ControlFlowGraph graph, IMethodSymbol method, IFunctionSummaries callees)
    {
        try
        {
            return Callees.IsIterator(graph) ? FunctionSummary.Unknown : Resolve(graph, method, callees).OfMember();
        }
        catch (InsufficientExecutionStackException)
        {
            return FunctionSummary.Unknown;
        }
    }

    private NestedBodies Resolve(ControlFlowGraph graph, ISymbol? member, IFunctionSummaries methods)
    {
        var scan = new BodyScan(graph.OriginalOperation, _model);
        return new NestedBodies(graph, member, methods, (nested, owner, bodies) => Resolve(nested, owner, scan, bodies));
    }

    private ResolvedBody? Resolve(ControlFlowGraph graph, ISymbol? owner, BodyScan scan, IFunctionSummaries functions)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (FlowGraph.Create(graph, _options.MaxBlocks, _cancellation) is not { } flow)
        {
            _observer?.LeftOut(graph.OriginalOperation, "blocks");
            return null;
        }

        if (FactGenerator.Generate(_model, flow, owner, scan, functions, _options.MaxFacts, _options.PoolLeaks == PoolLeaks.AllPaths, _cancellation, _observer) is not { } facts)
        {
            _observer?.LeftOut(graph.OriginalOperation, "facts");
            return null;
        }

        try
        {
            return ResolvedBody.Of(flow, facts, _cancellation);
        }
        catch (OverBudgetException)
        {
            _observer?.LeftOut(graph.OriginalOperation, "work");
            return null;
        }
    }
}
