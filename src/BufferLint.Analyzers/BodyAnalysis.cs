// The stages after the screen, in order, for one member: its body and every lambda and local function in it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint;

/// <summary>Graph, facts, flow, checks.</summary>
internal sealed class BodyAnalysis
{
    private readonly BufferModel _model;
    private readonly ImmutableArray<ICheck> _checks;
    private readonly AnalysisOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly IAnalysisObserver? _observer;

    public BodyAnalysis(BufferModel model, ImmutableArray<ICheck> checks, AnalysisOptions options, CancellationToken cancellation, IAnalysisObserver? observer = null)
    {
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
        try
        {
            foreach (var body in Solve(graph, member))
            {
                foreach (var check in _checks)
                {
                    check.Run(body, report);
                }
            }
        }
        catch (InsufficientExecutionStackException)
        {
            // Source nested deeper than any stack: over budget, as a body with too many blocks is.
            _observer?.LeftOut(graph.OriginalOperation, "stack");
        }
    }

    /// <summary>The solved bodies of a member, outermost first.</summary>
    public IEnumerable<SolvedBody> Solve(ControlFlowGraph graph, ISymbol? member)
    {
        var scan = new BodyScan(graph.OriginalOperation, _model);
        return new NestedBodies(graph, member, (nested, owner, bodies) => Solve(nested, owner, scan, bodies)).All();
    }

    private SolvedBody? Solve(ControlFlowGraph graph, ISymbol? owner, BodyScan scan, IFunctionSummaries functions)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (FlowGraph.Create(graph, _options.MaxBlocks, _cancellation) is not { } flow)
        {
            _observer?.LeftOut(graph.OriginalOperation, "blocks");
            return null;
        }

        if (FactGenerator.Generate(_model, flow, owner, scan, functions, _options.MaxFacts, _cancellation, _observer) is not { } facts)
        {
            _observer?.LeftOut(graph.OriginalOperation, "facts");
            return null;
        }

        try
        {
            return SolvedBody.Solve(flow, facts, _cancellation);
        }
        catch (OverBudgetException)
        {
            _observer?.LeftOut(graph.OriginalOperation, "work");
            return null;
        }
    }
}
