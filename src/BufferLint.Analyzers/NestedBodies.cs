// A member's body and the lambdas and local functions in it. Each is solved once: for its caller, which asks what it
// does, and for its own findings.
using System.Collections.Generic;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint;

/// <summary>All bodies of one member, outermost first.</summary>
internal sealed class NestedBodies : IFunctionSummaries
{
    /// <summary>Solves one body; <see langword="null"/> if it is over budget.</summary>
    public delegate SolvedBody? Solver(ControlFlowGraph graph, ISymbol? owner, NestedBodies bodies);

    private readonly Solver _solve;
    private readonly List<(ControlFlowGraph Graph, ISymbol? Owner)> _bodies = new();
    private readonly Dictionary<ISymbol, int> _byFunction = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<int, SolvedBody?> _solved = new();
    private readonly HashSet<int> _underWay = new();
    private readonly Dictionary<int, FunctionSummary> _summaries = new();

    public NestedBodies(ControlFlowGraph graph, ISymbol? member, Solver solve)
    {
        _solve = solve;
        Add(graph, member);
    }

    /// <summary>The solved bodies, outermost first.</summary>
    public IEnumerable<SolvedBody> All()
    {
        for (var index = 0; index < _bodies.Count; index++)
        {
            if (Solved(index) is { } body)
            {
                yield return body;
            }
        }
    }

    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function)
    {
        // Whoever calls itself learns nothing of itself.
        if (!_byFunction.TryGetValue(function, out var index) || _underWay.Contains(index))
        {
            return FunctionSummary.None;
        }

        if (!_summaries.TryGetValue(index, out var summary))
        {
            _summaries[index] = summary = Solved(index) is { } body ? FunctionSummaryBuilder.Of(body.Graph, body.Facts, body.Resolution) : FunctionSummary.None;
        }

        return summary;
    }

    private SolvedBody? Solved(int index)
    {
        if (!_solved.TryGetValue(index, out var body))
        {
            _underWay.Add(index);
            _solved[index] = body = _solve(_bodies[index].Graph, _bodies[index].Owner, this);
            _underWay.Remove(index);
        }

        return body;
    }

    private void Add(ControlFlowGraph graph, ISymbol? owner)
    {
        if (owner is not null && _bodies.Count > 0)
        {
            _byFunction[owner] = _bodies.Count;
        }

        _bodies.Add((graph, owner));
        foreach (var function in graph.LocalFunctions)
        {
            Add(graph.GetLocalFunctionControlFlowGraph(function), function);
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            {
                foreach (var lambda in LambdasIn(operation))
                {
                    Add(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
                }
            }
        }
    }

    private static IEnumerable<IFlowAnonymousFunctionOperation> LambdasIn(IOperation operation)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (inner is IFlowAnonymousFunctionOperation lambda)
            {
                yield return lambda;
            }
        }
    }
}
