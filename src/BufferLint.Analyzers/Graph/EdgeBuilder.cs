// Makes the edges that Roslyn's graph leaves out: through finally blocks, one copy for each continuation, and from
// every point of a try to its handlers. Leaves out those that contradict a flag.
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Graph;

internal sealed class EdgeBuilder
{
    private readonly ControlFlowGraph _source;
    private readonly int _maxNodes;
    private readonly FlagPredicates _flags;
    private readonly Dictionary<(int Block, string? Continuation, FlagValues Flags), FlowNode> _nodes;
    private readonly Queue<FlowNode> _pending = new();

    public EdgeBuilder(ControlFlowGraph source, FlagPredicates flags, int maxNodes)
    {
        _source = source;
        _flags = flags;
        _maxNodes = maxNodes;
        _nodes = new Dictionary<(int Block, string? Continuation, FlagValues Flags), FlowNode>(source.Blocks.Length);
    }

    /// <summary>Builds all nodes that can be reached.</summary>
    /// <returns>Whether the budget sufficed.</returns>
    public bool TryBuild(out FlowNode entry)
    {
        entry = Node(_source.Blocks[0], null, default);
        while (_pending.Count > 0)
        {
            if (_nodes.Count > _maxNodes)
            {
                return false;
            }

            Connect(_pending.Dequeue());
        }

        return true;
    }

    private FlowNode Node(BasicBlock block, Continuation? continuation, FlagValues flags)
    {
        flags = _flags.Before(block, flags);
        var key = (block.Ordinal, continuation?.Key, flags);
        if (!_nodes.TryGetValue(key, out var node))
        {
            node = new FlowNode(block, continuation, flags);
            _nodes.Add(key, node);
            _pending.Enqueue(node);
        }

        return node;
    }

    private void Connect(FlowNode node)
    {
        var constant = node.Block.ConditionalSuccessor is null ? null : FlagTests.ConstantOf(node.Block.BranchValue);
        if (node.Block.ConditionalSuccessor is { } conditional && constant != (node.Block.ConditionKind != ControlFlowConditionKind.WhenTrue))
        {
            Follow(node, conditional);
        }

        if (node.Block.FallThroughSuccessor is { } fallThrough && constant != (node.Block.ConditionKind == ControlFlowConditionKind.WhenTrue))
        {
            Follow(node, fallThrough);
        }

        // An exception may come before or after a flag is set.
        var after = _flags.After(node.Block, node.Flags);
        node.LetsExceptionsOut = !AddHandlers(node.Block.EnclosingRegion, node.Continuation, node.Flags, node.Handlers);
        if (after != node.Flags)
        {
            AddHandlers(node.Block.EnclosingRegion, node.Continuation, after, node.Handlers);
        }
    }

    private void Follow(FlowNode from, ControlFlowBranch branch)
    {
        if (_flags.On(branch, _flags.After(from.Block, from.Flags)) is not { } flags)
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.StructuredExceptionHandling when from.Continuation is { } continuation && IsEndOf(from.Block, continuation.Region):
                Resume(from, continuation, flags);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
            case ControlFlowBranchSemantics.Throw:
            case ControlFlowBranchSemantics.Rethrow:
                Raise(from, from.Block.EnclosingRegion, from.Continuation, flags);
                break;
            default:
                if (branch.Destination is { } destination)
                {
                    from.Successors.Add(new FlowEdge(Enter(destination, branch, branch.FinallyRegions, from.Continuation, flags), branch));
                }

                break;
        }
    }

    /// <summary>The first node on the way to a destination: its own, or that of the next finally block.</summary>
    private FlowNode Enter(BasicBlock destination, ControlFlowBranch branch, ImmutableArray<ControlFlowRegion> pending, Continuation? outer, FlagValues flags)
    {
        if (pending.IsDefaultOrEmpty)
        {
            return Node(destination, outer, flags);
        }

        var region = pending[0];
        return Node(_source.Blocks[region.FirstBlockOrdinal], new Continuation(region, branch, pending.RemoveAt(0), outer), flags);
    }

    private void Resume(FlowNode from, Continuation continuation, FlagValues flags)
    {
        if (continuation.Branch is not { Destination: { } destination } branch)
        {
            Raise(from, continuation.Region.EnclosingRegion, continuation.Outer, flags);
            return;
        }

        from.Successors.Add(new FlowEdge(Enter(destination, branch, continuation.Pending, continuation.Outer, flags), null));
    }

    private void Raise(FlowNode from, ControlFlowRegion? region, Continuation? continuation, FlagValues flags)
    {
        from.EndsByException = true;
        var handlers = new List<FlowNode>();
        AddHandlers(region, continuation, flags, handlers);
        foreach (var handler in handlers)
        {
            from.Successors.Add(new FlowEdge(handler, null));
        }
    }

    /// <summary>Adds where an exception raised in a region may go: the nearest handlers, and outward past those that may not match.</summary>
    /// <returns>Whether one of them takes every exception.</returns>
    private bool AddHandlers(ControlFlowRegion? region, Continuation? continuation, FlagValues flags, List<FlowNode> handlers)
    {
        // The root of a lambda's graph is enclosed by a region of the graph around it, which is none of its own.
        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally && continuation?.Region == region)
            {
                continuation = continuation.Outer;
            }

            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } guarded)
            {
                continue;
            }

            if (guarded.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                var last = guarded.NestedRegions[1];
                handlers.Add(Node(_source.Blocks[last.FirstBlockOrdinal], new Continuation(last, null, ImmutableArray<ControlFlowRegion>.Empty, continuation), flags));
                return true;
            }

            if (AddCatches(guarded, continuation, flags, handlers))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether one of the catches takes every exception.</returns>
    private bool AddCatches(ControlFlowRegion guarded, Continuation? continuation, FlagValues flags, List<FlowNode> handlers)
    {
        foreach (var handler in guarded.NestedRegions)
        {
            if (handler.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
            {
                continue;
            }

            handlers.Add(Node(_source.Blocks[handler.FirstBlockOrdinal], continuation, flags));
            if (handler.Kind == ControlFlowRegionKind.Catch && TakesAll(handler.ExceptionType))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakesAll(ITypeSymbol? exception) =>
        exception is null or { SpecialType: SpecialType.System_Object } or
        { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsEndOf(BasicBlock block, ControlFlowRegion region) =>
        block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal && InnermostFinally(block) == region;

    private static ControlFlowRegion? InnermostFinally(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root))
        {
            region = region.EnclosingRegion;
        }

        return region;
    }
}
