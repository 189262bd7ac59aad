// A member's body and the lambdas and local functions in it. Each is resolved once: for its caller, which asks what it
// does, and for its own findings.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
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
    private readonly Action<ControlFlowGraph> _leave;
    private readonly IFunctionSummaries _methods;
    private readonly bool _hasLambdas;
    private readonly List<(ControlFlowGraph Graph, ISymbol? Owner)> _bodies = new();
    private readonly Dictionary<ISymbol, int> _byFunction = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<int, ResolvedBody?> _resolved = new();
    private readonly HashSet<int> _underWay = new();
    private readonly Dictionary<int, FunctionSummary> _summaries = new();

    /// <summary>Makes the bodies; none is resolved before it is asked for.</summary>
    /// <param name="graph">The member's graph.</param>
    /// <param name="member">The member.</param>
    /// <param name="methods">What methods do that it calls.</param>
    /// <param name="resolve">Makes the facts of one body.</param>
    /// <param name="leave">Hears of a body that takes too much work.</param>
    /// <param name="hasLambdas">Whether lambdas are looked for.</param>
    public NestedBodies(ControlFlowGraph graph, ISymbol? member, IFunctionSummaries methods, Resolver resolve, Action<ControlFlowGraph> leave, bool hasLambdas = true)
    {
        _leave = leave;
        _methods = methods;
        _hasLambdas = hasLambdas;
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

    /// <summary>The body of the member itself; <see langword="null"/> if it is over budget.</summary>
    public ResolvedBody? Outermost => Resolved(0);

    /// <summary>Whether all bodies are resolved by now, none is over budget, and all are of some kind.</summary>
    public bool AreAllKnown(Func<ResolvedBody, bool> isWanted) => _resolved.Count == _bodies.Count && _resolved.Values.All(body => body is not null && isWanted(body));

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
            _summaries[index] = summary = Summarize(index);
        }

        return summary;
    }

    private FunctionSummary Summarize(int index)
    {
        try
        {
            var function = _bodies[index].Owner as IMethodSymbol;
            return Resolved(index) is not { } body ? FunctionSummary.Unknown
                : SilentFacts.SayNothing(body.Graph, body.Facts, function) ? FunctionSummary.Nothing
                : FunctionSummaryBuilder.Of(body.Graph, body.Facts, body.Resolution, function);
        }
        catch (OverBudgetException)
        {
            _leave(_bodies[index].Graph);
            return FunctionSummary.Unknown;
        }
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

        if (!_hasLambdas)
        {
            return;
        }

        var walk = new OperationWalk();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            {
                foreach (var inner in walk.Within(operation))
                {
                    if (inner is IFlowAnonymousFunctionOperation lambda)
                    {
                        Add(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
                    }
                }
            }
        }
    }
}
