// What is in each node of a body: facts, and after each what it changed.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Dev.Dump;

/// <summary>Replays the solutions of one body side by side.</summary>
internal sealed class NodeDump
{
    private readonly SolvedBody _body;
    private readonly Dictionary<FlowNode, List<OriginMap>> _held = [];
    private readonly Dictionary<(FlowNode Node, int Fact), string[]> _rooms = [];
    private readonly HashSet<FlowNode> _joins;

    private NodeDump(SolvedBody body)
    {
        _body = body;
        _joins = [.. body.Graph.Nodes.SelectMany(node => node.Successors.Select(edge => edge.To)).GroupBy(node => node).Where(ways => ways.Skip(1).Any()).Select(ways => ways.Key)];
        _joins.UnionWith(body.Graph.Nodes.SelectMany(node => node.Handlers));
    }

    public static NodeDump Of(SolvedBody body)
    {
        var dump = new NodeDump(body);
        body.Resolution.Solver.ReplayForward(dump.RecordHeld);
        var sizes = new SizeBounds(SizeTerms.Of(body.Graph, body.Facts, body.Resolution), body.Facts, body.Resolution);
        Solver<Sizes>.Forward(body.Graph, body.Facts, sizes, default).ReplayForward((node, fact, state) => dump.RecordRoom(node, fact, sizes, state));
        return dump;
    }

    /// <summary>The lines of one node.</summary>
    public IEnumerable<string> Lines(FlowNode node)
    {
        if (_body.Resolution.Solver.AtEndOf(node) is not { } end)
        {
            yield return "    never reached";
            yield break;
        }

        if (!_held.TryGetValue(node, out var before))
        {
            yield break;
        }

        if (_joins.Contains(node))
        {
            foreach (var line in Changes(new OriginMap(_body.Facts.Origins), before[0], onlyNamed: true))
            {
                yield return "    joined: " + line;
            }
        }

        var facts = _body.Facts.Of(node.Block);
        var shown = -1;
        for (var index = 0; index < before.Count; index++)
        {
            var fact = facts[index];
            if (fact is Kill)
            {
                continue;
            }

            var source = fact.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line;
            if (source != shown)
            {
                shown = source;
                yield return $"  {source + 1} | {fact.Syntax.SyntaxTree.GetText().Lines[source].ToString().Trim()}";
            }

            yield return $"      #{fact.Id} {FactPrinter.Print(fact)}";
            foreach (var line in Consequences(node, fact).Concat(Changes(before[index], index + 1 < before.Count ? before[index + 1] : end.Sets, onlyNamed: false)))
            {
                yield return "          " + line;
            }
        }

        if (before.Count < facts.Length && facts[before.Count - 1] is End)
        {
            yield return "      never reached: the rest of the block and what follows it";
        }
    }

    private IEnumerable<string> Changes(OriginMap before, OriginMap after, bool onlyNamed)
    {
        foreach (var origin in _body.Facts.Origins.All)
        {
            if (after.TryGetValue(origin.Id, out var now) && !(before.TryGetValue(origin.Id, out var old) && old.Equals(now)) && !(onlyNamed && origin.IsTemporary))
            {
                yield return $"{FactPrinter.Print(origin)} holds {ValuePrinter.Print(now, _body.Resolution.Values)}";
            }
        }
    }

    private IEnumerable<string> Consequences(FlowNode node, Fact fact)
    {
        if (fact is not Invalidate invalidate)
        {
            yield break;
        }

        foreach (var room in _rooms[(node, fact.Id)])
        {
            yield return room;
        }

        yield return "breaks " + ValuePrinter.Print(_body.Breakage.LoansBrokenBy(node, invalidate).ToValues(), _body.Resolution.Values);
        if (invalidate.Effect.Kind == EffectKind.RefusesWhileViewed && _body.LoansBefore(node, invalidate) is { } loans)
        {
            yield return "unreleased " + ValuePrinter.Print(loans.Held, _body.Resolution.Values);
        }

        var live = _body.LiveAfter(node, invalidate);
        foreach (var origin in _body.Facts.Origins.All.Where(origin => live[origin.Id] != default && origin != invalidate.Owner))
        {
            yield return $"live {FactPrinter.Print(origin)}: {ValuePrinter.Print(live[origin.Id])}";
        }
    }

    private void RecordHeld(FlowNode node, Fact fact, HeldValues state)
    {
        if (!_held.TryGetValue(node, out var states))
        {
            _held.Add(node, states = []);
        }

        states.Add(state.Sets.Copy());
    }

    private void RecordRoom(FlowNode node, Fact fact, SizeBounds sizes, Sizes state)
    {
        if (fact is Invalidate)
        {
            _rooms[(node, fact.Id)] =
            [
                .. _body.Resolution.OperandOf(node, fact).ToArray()
                    .Where(owner => sizes.RoomOf(owner, state) != Room.Unknown)
                    .Select(owner => $"room in {ValuePrinter.Print(_body.Resolution.Values[owner])}: {ValuePrinter.Print(sizes.RoomOf(owner, state))}"),
            ];
        }
    }
}
