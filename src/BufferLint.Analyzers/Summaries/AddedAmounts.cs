// How many elements a function adds on the way through it that adds the most: each break on its own, and storage written
// by hand by the count kept beside it.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Sums up what nodes add, way by way.</summary>
internal sealed class AddedAmounts
{
    private readonly FlowGraph _graph;
    private readonly bool[] _isRepeated;

    public AddedAmounts(FlowGraph graph)
    {
        _graph = graph;
        _isRepeated = Repeated(graph);
    }

    /// <summary>What is added in all; <see langword="null"/> if that is not known, or happens in a loop.</summary>
    /// <param name="added">What is added where.</param>
    public int? Most(IReadOnlyCollection<(FlowNode Node, int? Amount)> added)
    {
        if (added.Any(at => at.Amount is null || _isRepeated[at.Node.Ordinal]))
        {
            return null;
        }

        // Outside of loops every edge leads on, so that each node is summed up before those behind it.
        var here = added.ToLookup(static at => at.Node.Ordinal, static at => at.Amount!.Value);
        var before = new long[_graph.Nodes.Length];
        var most = 0L;
        foreach (var node in _graph.Nodes)
        {
            var sum = before[node.Ordinal] + here[node.Ordinal].Sum(static amount => (long)amount);
            most = Math.Max(most, sum);
            foreach (var edge in node.Successors.Where(edge => edge.To.Ordinal > node.Ordinal))
            {
                before[edge.To.Ordinal] = Math.Max(before[edge.To.Ordinal], sum);
            }
        }

        return most <= int.MaxValue / 2 ? (int)most : null;
    }

    /// <summary>What a count kept in a field goes up by, of several the most; <see langword="null"/> if that is not known.</summary>
    /// <param name="growth">Calls that replace the storage: what they take is known otherwise.</param>
    public int? OfKeptCounts(ICollection<SyntaxNode> growth)
    {
        var most = 0;
        var taken = _graph.Nodes.SelectMany(node => CountChanges.Taken(node.Block, growth).Select(taken => (taken.Count, Added: (Node: node, taken.Amount))));
        foreach (var count in taken.GroupBy(static taken => taken.Count, static taken => taken.Added, SymbolEqualityComparer.Default))
        {
            if (count.Key is null || Most(count.ToList()) is not { } ofThis)
            {
                return null;
            }

            most = Math.Max(most, ofThis);
        }

        return most;
    }

    /// <summary>The nodes between the two ends of an edge that goes back.</summary>
    private static bool[] Repeated(FlowGraph graph)
    {
        var isRepeated = new bool[graph.Nodes.Length];
        var last = -1;
        for (var index = graph.Nodes.Length - 1; index >= 0; index--)
        {
            isRepeated[index] = last >= 0;
            foreach (var edge in graph.Nodes[index].Successors)
            {
                if (edge.To.Ordinal <= index)
                {
                    last = last < 0 ? edge.To.Ordinal : Math.Min(last, edge.To.Ordinal);
                    isRepeated[index] = true;
                }
            }

            last = index == last ? -1 : last;
        }

        return isRepeated;
    }
}
