// What nodes of the graph are called in a dump: B3; for a finally block also where it was entered from and goes on to,
// B3[B1 to B5]; in a body that is split on flags also what is known of them, B3{0 true}.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Dev.Dump;

internal static class NodeNames
{
    /// <summary>As many as fit into <see cref="FlagValues"/>.</summary>
    private const int MostFlags = 16;

    public static string Print(FlowNode node) => Block(node.Block) + Ways(node.Continuation) + Flags(node.Flags);

    /// <summary>Where control goes from a node.</summary>
    public static string Ways(FlowNode node, FactTable facts)
    {
        var ways = node.Successors.Select(edge => Print(edge.To) + Condition(node.Block, edge.Branch, facts)).ToList();
        var text = ways.Count == 0 ? string.Empty : " -> " + string.Join(", ", ways);
        return node.Handlers.Count == 0 ? text : text + "; may throw to " + string.Join(", ", node.Handlers.Select(Print));
    }

    private static string Block(BasicBlock block) => block.Kind switch
    {
        BasicBlockKind.Entry => "entry",
        BasicBlockKind.Exit => "exit",
        _ => "B" + block.Ordinal,
    };

    private static string Ways(Continuation? continuation) => continuation is null
        ? string.Empty
        : $"[{(continuation.Branch is { } branch ? $"{Block(branch.Source)} to {(branch.Destination is { } destination ? Block(destination) : "nowhere")}" : "thrown")}]{Ways(continuation.Outer)}";

    private static string Flags(FlagValues flags)
    {
        var known = Enumerable.Range(0, MostFlags).Where(flag => flags[flag] is not null).Select(flag => $"{flag} {(flags[flag] == true ? "true" : "false")}").ToList();
        return known.Count == 0 ? string.Empty : "{" + string.Join(", ", known) + "}";
    }

    private static string Condition(BasicBlock block, ControlFlowBranch? branch, FactTable facts)
    {
        if (branch is null || block.ConditionKind == ControlFlowConditionKind.None)
        {
            return string.Empty;
        }

        var isTrue = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        return (isTrue ? " if true" : " if false") + string.Concat(facts.LessonsOf(branch).Select(lesson => " and " + FactPrinter.Print(lesson)));
    }
}
