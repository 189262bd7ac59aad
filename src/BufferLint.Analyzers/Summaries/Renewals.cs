// Places that are given another view wherever the function breaks the one they had: the caller's variable then never
// holds what was broken, though it may hold what it held where nothing was.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Looks for ways from a break to the exit.</summary>
internal sealed class Renewals
{
    private readonly FactTable _facts;
    private readonly List<(FlowNode Node, Fact Fact)> _breaks = new();

    public Renewals(FactTable facts) => _facts = facts;

    public void AddBreak(FlowNode node, Fact fact) => _breaks.Add((node, fact));

    /// <summary>Whether there are breaks, and after each a place is assigned on every way that returns.</summary>
    public bool AreRenewedAfterBreaks(Origin place)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Stack<FlowNode>();
        foreach (var (node, broken) in _breaks)
        {
            if (!Assigns(_facts.Of(node.Block).Where(fact => fact.Id > broken.Id), place))
            {
                Leave(node);
            }
        }

        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node) || Assigns(_facts.Of(node.Block), place))
            {
                continue;
            }

            if (node.Block.Kind == BasicBlockKind.Exit)
            {
                return false;
            }

            Leave(node);
        }

        return _breaks.Count > 0;

        void Leave(FlowNode node)
        {
            foreach (var edge in node.Successors)
            {
                open.Push(edge.To);
            }
        }
    }

    private static bool Assigns(IEnumerable<Fact> facts, Origin place) =>
        facts.Any(fact => (fact is OriginFlow { Adds: false } flow && flow.Target == place) || (fact is Create create && create.Target == place) || (fact is Issue issue && issue.Target == place) || fact is End);
}
