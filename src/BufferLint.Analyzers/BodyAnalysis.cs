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
using Microsoft.CodeAnalysis.Operations;

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
        foreach (var (nested, owner) in WithNested(graph, member))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (FlowGraph.Create(nested, _options.MaxBlocks, _cancellation) is not { } flow)
            {
                _observer?.LeftOut(nested.OriginalOperation, "blocks");
            }
            else if (FactGenerator.Generate(_model, flow, owner, scan, _options.MaxFacts, _cancellation, _observer) is not { } facts)
            {
                _observer?.LeftOut(nested.OriginalOperation, "facts");
            }
            else if (TrySolve(flow, facts) is not { } body)
            {
                _observer?.LeftOut(nested.OriginalOperation, "work");
            }
            else
            {
                yield return body;
            }
        }
    }

    private SolvedBody? TrySolve(FlowGraph flow, FactTable facts)
    {
        try
        {
            return SolvedBody.Solve(flow, facts, _cancellation);
        }
        catch (OverBudgetException)
        {
            return null;
        }
    }

    private static IEnumerable<(ControlFlowGraph Graph, ISymbol? Owner)> WithNested(ControlFlowGraph graph, ISymbol? owner)
    {
        yield return (graph, owner);
        foreach (var function in graph.LocalFunctions)
        {
            foreach (var nested in WithNested(graph.GetLocalFunctionControlFlowGraph(function), function))
            {
                yield return nested;
            }
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                foreach (var lambda in LambdasIn(operation))
                {
                    foreach (var nested in WithNested(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol))
                    {
                        yield return nested;
                    }
                }
            }

            foreach (var lambda in LambdasIn(block.BranchValue))
            {
                foreach (var nested in WithNested(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol))
                {
                    yield return nested;
                }
            }
        }
    }

    private static IEnumerable<IFlowAnonymousFunctionOperation> LambdasIn(IOperation? operation)
    {
        if (operation is null)
        {
            yield break;
        }

        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (inner is IFlowAnonymousFunctionOperation lambda)
            {
                yield return lambda;
            }
        }
    }
}
