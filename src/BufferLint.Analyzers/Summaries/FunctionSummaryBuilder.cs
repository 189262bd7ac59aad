// From the solved facts of a lambda or local function to what a call of it comes to.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Gathers what happens on ways that return.</summary>
internal sealed class FunctionSummaryBuilder
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;
    private readonly HashSet<FlowNode> _returning;
    private readonly bool[] _isRepeated;
    private readonly FlowGraph _graph;
    private readonly HashSet<FunctionEffect> _breaks = new();
    private readonly HashSet<FunctionEffect> _views = new();
    private bool _hasOtherResult;

    private FunctionSummaryBuilder(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        _graph = graph;
        _facts = facts;
        _resolution = resolution;
        _returning = Returning();
        _isRepeated = Repeated();
    }

    public static FunctionSummary Of(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        var builder = new FunctionSummaryBuilder(graph, facts, resolution);
        resolution.Solver.ReplayForward(builder.Visit);
        var views = builder._hasOtherResult ? ImmutableArray<FunctionEffect>.Empty : builder._views.ToImmutableArray();
        return builder._breaks.Count == 0 && views.IsEmpty ? FunctionSummary.None : new FunctionSummary(builder._breaks.ToImmutableArray(), views);
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        if (!_returning.Contains(node))
        {
            return;
        }

        switch (fact)
        {
            case Invalidate invalidate when _resolution.OperandOf(node, invalidate).ToArray() is [var moved] && PathOf(_resolution.Values[moved]) is { } owner:
                _breaks.Add(new FunctionEffect(invalidate.Effect with { Key = Slot.None }, owner, AmountOf(node, invalidate)));
                break;
            case Use { Kind: UseKind.Return } returned:
                foreach (var id in _resolution.Loans.Holds(state, returned.Origin).ToArray())
                {
                    if (_resolution.Values[id] is Loan loan && PathOf(loan.Owner) is { } viewed)
                    {
                        _views.Add(new FunctionEffect(loan.Site.Effect, viewed, null));
                    }
                    else
                    {
                        _hasOtherResult = true;
                    }
                }

                break;
        }
    }

    /// <summary>How much is added, if it is a number and happens once a call.</summary>
    private Quantity? AmountOf(FlowNode node, Invalidate invalidate) =>
        invalidate is { Amount.Constant: not null, Trips: 1 } && !_isRepeated[node.Ordinal] ? invalidate.Amount : null;

    /// <summary>The nodes between the two ends of an edge that goes back.</summary>
    private bool[] Repeated()
    {
        var isRepeated = new bool[_graph.Nodes.Length];
        var last = -1;
        for (var index = _graph.Nodes.Length - 1; index >= 0; index--)
        {
            isRepeated[index] = last >= 0;
            foreach (var from in _graph.Nodes[index].Successors.Where(edge => edge.To.Ordinal <= index))
            {
                last = last < 0 ? from.To.Ordinal : System.Math.Min(last, from.To.Ordinal);
                isRepeated[index] = true;
            }

            last = index == last ? -1 : last;
        }

        return isRepeated;
    }

    private HashSet<FlowNode> Returning()
    {
        var reaching = new HashSet<FlowNode>(_graph.Nodes.Where(node => node.Block.Kind == BasicBlockKind.Exit));
        for (var grows = true; grows;)
        {
            grows = false;
            for (var index = _graph.Nodes.Length - 1; index >= 0; index--)
            {
                var node = _graph.Nodes[index];
                grows |= node.Successors.Any(edge => reaching.Contains(edge.To)) && !_facts.Of(node.Block).Any(fact => fact is End) && reaching.Add(node);
            }
        }

        return reaching;
    }

    /// <summary>The name a caller has for a value; <see langword="null"/> if it has none.</summary>
    private NamedPath? PathOf(Value value) => value switch
    {
        Placeholder { Origin: var origin } when origin == _facts.Origins.This => new NamedPath(null, ImmutableArray<PathStep>.Empty),
        Placeholder { Origin.Symbol: { } symbol } => new NamedPath(symbol, ImmutableArray<PathStep>.Empty),
        Part { Step: { IsStale: false, IsElement: false } step } part when PathOf(part.Of) is { } whole => whole with { Steps = whole.Steps.Add(step) },
        _ => null,
    };
}
