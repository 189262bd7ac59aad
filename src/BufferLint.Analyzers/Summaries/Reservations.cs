// Functions that only make room: they replace storage by more of it, if at all, and put nothing in. What is added after
// a call of one is within the room that was asked for.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Tells reserving functions from those that add.</summary>
internal sealed class Reservations
{
    private readonly FlowGraph _graph;
    private readonly IMethodSymbol? _function;
    private readonly HashSet<FlowNode> _growing = new();
    private bool _growsOtherwise;

    public Reservations(FlowGraph graph, IMethodSymbol? function)
    {
        _graph = graph;
        _function = function;
    }

    /// <summary>The effect on what was reserved, as the caller sees it: views taken before are dead; what comes after has room.</summary>
    public static Effect AsReserving(Effect move) => move with { Growth = Growth.CapacityIsAmount };

    /// <summary>The effect of growth that something is put into.</summary>
    public static Effect AsFilling(Effect move) => move with { Growth = Growth.Unknown };

    /// <summary>Takes in a place in the code where storage is replaced.</summary>
    /// <param name="node">Where.</param>
    /// <param name="byCallee">What a callee does there; <see langword="null"/> if it is done by hand.</param>
    public void AddGrowth(FlowNode node, Effect? byCallee)
    {
        _growing.Add(node);
        _growsOtherwise |= byCallee is { RenewsVariable: true, Growth: not Growth.CapacityIsAmount };
    }

    /// <summary>Whether the function makes room and does nothing more: on ways without growth, or, where it always grows, at all.</summary>
    public bool IsAll()
    {
        if (_growing.Count == 0 || _growsOtherwise || _function is not { RefKind: RefKind.None, IsAsync: false } || ViewTypes.IsView(_function.ReturnType))
        {
            return false;
        }

        var spared = Reached(forward: true);
        spared.IntersectWith(Reached(forward: false));
        return spared.Count > 0
            ? !spared.Any(node => CountChanges.In(node.Block, hasGrown: false, isRepeated: false))
            : !_graph.Nodes.Any(node => CountChanges.In(node.Block, hasGrown: true, node.MayRepeat));
    }

    /// <summary>The nodes on ways from the entry, or back from the exit, that do not come past growth.</summary>
    private HashSet<FlowNode> Reached(bool forward)
    {
        var reached = new HashSet<FlowNode>(_graph.Nodes.Where(node => node.Block.Kind == (forward ? BasicBlockKind.Entry : BasicBlockKind.Exit)));
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var node in _graph.Nodes.Where(node => !_growing.Contains(node)))
            {
                foreach (var edge in node.Successors.Where(edge => !_growing.Contains(edge.To)))
                {
                    grows |= forward ? reached.Contains(node) && reached.Add(edge.To) : reached.Contains(edge.To) && reached.Add(node);
                }
            }
        }

        return reached;
    }
}
