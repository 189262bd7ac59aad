// A place in the graph: a block of Roslyn's graph, seen from one way of having entered the finally blocks around it
// and with one set of values of the flags the graph is split on.
using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Graph;

/// <summary>An edge to a node.</summary>
/// <param name="To">The node it leads to.</param>
/// <param name="Branch">The branch of Roslyn's graph it is, if it is one: tells what was tested on the way.</param>
internal readonly record struct FlowEdge(FlowNode To, ControlFlowBranch? Branch);

/// <summary>One block under one continuation.</summary>
internal sealed class FlowNode
{
    public FlowNode(BasicBlock block, Continuation? continuation, FlagValues flags)
    {
        Block = block;
        Continuation = continuation;
        Flags = flags;
    }

    /// <summary>The position in an order that visits a node before its successors, loops apart.</summary>
    public int Ordinal { get; set; } = -1;

    public BasicBlock Block { get; }

    /// <summary>What happens at the end of the finally blocks this node stands in.</summary>
    public Continuation? Continuation { get; }

    /// <summary>What is known of the body's flags where the block begins.</summary>
    public FlagValues Flags { get; }

    /// <summary>Whether control may come here twice; a node of which this is not so stands in no loop.</summary>
    public bool MayRepeat { get; set; }

    /// <summary>Where control goes from the end of the block.</summary>
    public List<FlowEdge> Successors { get; } = new(2);

    /// <summary>Where control may go from any point of the block that may throw.</summary>
    public List<FlowNode> Handlers { get; } = new();

    /// <summary>Whether an exception raised in the block may leave the body from here: nothing around it surely stops it first.</summary>
    public bool LetsExceptionsOut { get; set; }

    /// <summary>Whether the block ends by raising an exception, or by letting one go on.</summary>
    public bool EndsByException { get; set; }

    public override string ToString() => Continuation is null ? "B" + Block.Ordinal : "B" + Block.Ordinal + Continuation;
}
