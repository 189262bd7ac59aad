// Which flags are still asked from a block on, before they are assigned anew. What nobody asks any more need not be known:
// the ways that differ in nothing else are one.
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Graph;

/// <summary>The flags of one graph that are live where its blocks begin. What is in doubt is live.</summary>
internal sealed class FlagLiveness
{
    private readonly ControlFlowGraph _graph;
    private readonly int[] _live;

    /// <summary>The blocks where control may go from the end of a finally block, by its first block.</summary>
    private readonly Dictionary<int, HashSet<int>> _after = new();

    private FlagLiveness(ControlFlowGraph graph)
    {
        _graph = graph;
        _live = new int[graph.Blocks.Length];
    }

    /// <summary>The masks of the flags that are live, by block; flag <c>n</c> is bit <c>n</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="asked">The flags that the end of each block asks.</param>
    /// <param name="assigned">The flags that each block assigns.</param>
    public static ImmutableArray<int> Of(ControlFlowGraph graph, int[] asked, int[] assigned)
    {
        var liveness = new FlagLiveness(graph);
        liveness.FindEndsOfFinally();
        for (var grows = true; grows;)
        {
            grows = false;
            for (var index = graph.Blocks.Length - 1; index >= 0; index--)
            {
                var block = graph.Blocks[index];
                var live = ((liveness.LiveAfter(block) | asked[index]) & ~assigned[index]) | liveness.LiveInHandlers(block.EnclosingRegion);
                grows |= live != liveness._live[index];
                liveness._live[index] = live;
            }
        }

        return ImmutableArray.Create(liveness._live);
    }

    private int LiveAfter(BasicBlock block) => LiveAlong(block, block.FallThroughSuccessor) | LiveAlong(block, block.ConditionalSuccessor);

    private int LiveAlong(BasicBlock from, ControlFlowBranch? branch)
    {
        var live = 0;
        if (branch is null)
        {
            return live;
        }

        if (branch.Destination is { } destination)
        {
            return _live[branch.FinallyRegions.IsEmpty ? destination.Ordinal : branch.FinallyRegions[0].FirstBlockOrdinal];
        }

        for (var region = from.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally && _after.TryGetValue(region.FirstBlockOrdinal, out var ends))
            {
                foreach (var end in ends)
                {
                    live |= _live[end];
                }
            }
        }

        return live;
    }

    /// <summary>An exception may come before anything of the block is done.</summary>
    private int LiveInHandlers(ControlFlowRegion? region)
    {
        var live = 0;
        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } guarded })
            {
                foreach (var handler in guarded.NestedRegions)
                {
                    live |= handler.Kind == ControlFlowRegionKind.Try ? 0 : _live[handler.FirstBlockOrdinal];
                }
            }
        }

        return live;
    }

    private void FindEndsOfFinally()
    {
        foreach (var block in _graph.Blocks)
        {
            Note(block.FallThroughSuccessor);
            Note(block.ConditionalSuccessor);
        }

        void Note(ControlFlowBranch? branch)
        {
            for (var index = 0; index < branch?.FinallyRegions.Length; index++)
            {
                var first = branch.FinallyRegions[index].FirstBlockOrdinal;
                if (!_after.TryGetValue(first, out var ends))
                {
                    _after.Add(first, ends = new HashSet<int>());
                }

                if (index + 1 < branch.FinallyRegions.Length)
                {
                    ends.Add(branch.FinallyRegions[index + 1].FirstBlockOrdinal);
                }
                else if (branch.Destination is { } destination)
                {
                    ends.Add(destination.Ordinal);
                }
            }
        }
    }
}
