// Forward: which keys are surely there, so that setting them adds nothing and moves nothing:
//
//     if (map.ContainsKey(key)) map[key] = 1;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>Keys by owner.</summary>
internal sealed class KeySet
{
    public HashSet<(int Owner, object Key)> Keys { get; init; } = new();
}

/// <summary>A test, a read and whatever adds a key generate it; removal of that key or one nobody can tell from it, and clearing, kill; join is intersection.</summary>
internal sealed class PresentKeys : IFlowProblem<KeySet>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    private PresentKeys(FactTable facts, Resolution resolution)
    {
        _facts = facts;
        _resolution = resolution;
    }

    /// <summary>The places where a key is added that is there already, with the owner.</summary>
    public static HashSet<(int Node, int Fact, int Owner)> Rewrites(FlowGraph graph, FactTable facts, Resolution resolution, CancellationToken cancellation)
    {
        var rewrites = new HashSet<(int, int, int)>();
        if (graph.Nodes.SelectMany(node => facts.Of(node.Block)).Any(AddsKey))
        {
            var problem = new PresentKeys(facts, resolution);
            Solver<KeySet>.Forward(graph, facts, problem, cancellation).ReplayForward<Invalidate>(AddsKey, (node, fact, state) =>
                rewrites.UnionWith(resolution.OperandOf(node, fact).ToArray().Where(owner => state.Keys.Contains((owner, fact.Key!))).Select(owner => (node.Ordinal, fact.Id, owner))));
        }

        return rewrites;
    }

    public KeySet Start() => new();

    public KeySet Copy(KeySet state) => new() { Keys = new HashSet<(int, object)>(state.Keys) };

    public long SizeOf(KeySet state) => state.Keys.Count;

    public bool Join(KeySet into, KeySet from)
    {
        var count = into.Keys.Count;
        into.Keys.IntersectWith(from.Keys);
        return into.Keys.Count != count;
    }

    public void Apply(FlowNode node, Fact fact, KeySet state)
    {
        if (fact is not (Invalidate or Create or FindKey))
        {
            return;
        }

        var owners = _resolution.OperandOf(node, fact);
        var found = AddsKey(fact) ? ((Invalidate)fact).Key : (fact as FindKey)?.Key;
        if (found is { } key)
        {
            if (owners.ToArray() is [var owner])
            {
                state.Keys.Add((owner, key));
            }
        }
        else if (fact is Create or Invalidate { Effect.Kind: EffectKind.Shifts or EffectKind.Recycles })
        {
            var removed = fact is Invalidate { Effect.Kind: EffectKind.Recycles } removal ? removal.Key : null;
            state.Keys.RemoveWhere(present => owners.Contains(present.Owner) && !AreDistinct(present.Key, removed));
        }
    }

    /// <summary>Two constants are two keys; variables, and texts that stand for expressions, may be equal.</summary>
    private static bool AreDistinct(object key, object? other) => key is not (ISymbol or string) && other is not (null or ISymbol or string) && !key.Equals(other);

    public KeySet Caught(KeySet state, Fact? from) => state;

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, KeySet state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (lesson is HasKey present && _resolution.HeldOn(edge.Branch, present.Owner).ToArray() is [var owner])
            {
                state.Keys.Add((owner, present.Key));
            }
        }
    }

    private static bool AddsKey(Fact fact) => fact is Invalidate { Key: not null, Effect: { Kind: EffectKind.Moves, Key.IsNone: false } };
}
