// Stage 3 of the pipeline: all edges explicit, nodes numbered, both directions.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Graph;

/// <summary>The graph the analyses run on.</summary>
internal sealed class FlowGraph
{
    private FlowGraph(ControlFlowGraph source, ImmutableArray<FlowNode> nodes)
    {
        Source = source;
        Nodes = nodes;
    }

    /// <summary>The graph as Roslyn made it.</summary>
    public ControlFlowGraph Source { get; }

    /// <summary>The nodes that can be reached, in reverse post-order; the first is the entry.</summary>
    public ImmutableArray<FlowNode> Nodes { get; }

    /// <summary>Makes the graph.</summary>
    /// <param name="source">The graph as Roslyn made it.</param>
    /// <param name="maxNodes">The budget, in nodes.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns><see langword="null"/> if the body is over budget.</returns>
    public static FlowGraph? Create(ControlFlowGraph source, int maxNodes, CancellationToken cancellation)
    {
        if (source.Blocks.Length > maxNodes)
        {
            return null;
        }

        var flags = FlagPredicates.Of(source, cancellation);
        return new EdgeBuilder(source, flags, maxNodes).TryBuild(out var entry) || (!flags.IsEmpty && new EdgeBuilder(source, FlagPredicates.None, maxNodes).TryBuild(out entry))
            ? new FlowGraph(source, Number(entry))
            : null;
    }

    private static ImmutableArray<FlowNode> Number(FlowNode entry)
    {
        var postOrder = new List<FlowNode>();
        const int Seen = -2;
        entry.Ordinal = Seen;
        var path = new Stack<(FlowNode Node, int Next)>();
        path.Push((entry, 0));
        while (path.Count > 0)
        {
            var (node, next) = path.Pop();
            if (next == node.Successors.Count + node.Handlers.Count)
            {
                postOrder.Add(node);
                continue;
            }

            path.Push((node, next + 1));
            var to = next < node.Successors.Count ? node.Successors[next].To : node.Handlers[next - node.Successors.Count];
            if (to.Ordinal != Seen)
            {
                to.Ordinal = Seen;
                path.Push((to, 0));
            }
        }

        postOrder.Reverse();
        for (var index = 0; index < postOrder.Count; index++)
        {
            postOrder[index].Ordinal = index;
        }

        MarkRepeated(postOrder);
        return postOrder.ToImmutableArray();
    }

    /// <summary>Every way round a loop has an edge back, from a node not before this one to a node not after it.</summary>
    private static void MarkRepeated(List<FlowNode> nodes)
    {
        var farthestFrom = new int[nodes.Count];
        foreach (var node in nodes)
        {
            foreach (var edge in node.Successors)
            {
                Note(node, edge.To);
            }

            foreach (var handler in node.Handlers)
            {
                Note(node, handler);
            }
        }

        for (int index = 0, farthest = -1; index < nodes.Count; index++)
        {
            farthest = System.Math.Max(farthest, farthestFrom[index] - 1);
            nodes[index].MayRepeat = index <= farthest;
        }

        void Note(FlowNode from, FlowNode to)
        {
            if (to.Ordinal <= from.Ordinal)
            {
                farthestFrom[to.Ordinal] = System.Math.Max(farthestFrom[to.Ordinal], from.Ordinal + 1);
            }
        }
    }
}
