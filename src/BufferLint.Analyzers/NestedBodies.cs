// A member's body and the lambdas and local functions in it. Each is resolved once: for its caller, which asks what it
// does, and for its own findings.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint;

/// <summary>All bodies of one member, outermost first.</summary>
internal sealed class NestedBodies : IFunctionSummaries
{
    /// <summary>Resolves one body; <see langword="null"/> if it is over budget.</summary>
    public delegate ResolvedBody? Resolver(ControlFlowGraph graph, ISymbol? owner, NestedBodies bodies);

    private readonly Resolver _resolve;
    private readonly IFunctionSummaries _methods;
    private readonly List<(ControlFlowGraph Graph, ISymbol? Owner)> _bodies = new();
    private readonly Dictionary<ISymbol, int> _byFunction = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<int, ResolvedBody?> _resolved = new();
    private readonly HashSet<int> _underWay = new();
    private readonly Dictionary<int, FunctionSummary> _summaries = new();

    public NestedBodies(ControlFlowGraph graph, ISymbol? member, IFunctionSummaries methods, Resolver resolve)
    {
        _methods = methods;
        _resolve = resolve;
        Add(graph, member);
    }

    /// <summary>The resolved bodies, outermost first.</summary>
    public IEnumerable<ResolvedBody> All()
    {
        for (var index = 0; index < _bodies.Count; index++)
        {
            if (Resolved(index) is { } body)
            {
                yield return body;
            }
        }
    }

    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function)
    {
        if (!_byFunction.TryGetValue(function, out var index))
        {
            return function.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? FunctionSummary.Unknown : _methods.Of(function);
        }

        // Whoever calls itself learns nothing of itself.
        return _underWay.Contains(index) ? FunctionSummary.Unknown : SummaryOf(index);
    }

    /// <summary>What the member itself does.</summary>
    public FunctionSummary OfMember() => SummaryOf(0);

    private FunctionSummary SummaryOf(int index)
    {
        if (!_summaries.TryGetValue(index, out var summary))
        {
            _summaries[index] = summary = Resolved(index) is { } body ? FunctionSummaryBuilder.Of(body.Graph, body.Facts, body.Resolution, _bodies[index].Owner as IMethodSymbol) : FunctionSummary.Unknown;
        }

        return summary;
    }

    private ResolvedBody? Resolved(int index)
    {
        if (!_resolved.TryGetValue(index, out var body))
        {
            _underWay.Add(index);
            _resolved[index] = body = _resolve(_bodies[index].Graph, _bodies[index].Owner, this);
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
