// Names that exchange what they hold: where it is not known which of two objects the one has, the other has the other.
using System.Collections.Generic;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>Variables whose values go round: <c>(a, b) = (b, a)</c>.</summary>
internal sealed class Exchanges
{
    private readonly FactTable _facts;
    private readonly Dictionary<int, List<int>> _goesTo = new();
    private readonly Dictionary<int, List<int>> _comesFrom = new();
    private readonly Dictionary<int, HashSet<int>> _rounds = new();
    private bool _isRead;

    public Exchanges(FactTable facts) => _facts = facts;

    /// <summary>Reads the facts; most bodies never ask.</summary>
    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        foreach (var fact in _facts.All)
        {
            if (fact is OriginFlow flow)
            {
                foreach (var source in flow.Sources)
                {
                    Add(_goesTo, source.Id, flow.Target.Id);
                    Add(_comesFrom, flow.Target.Id, source.Id);
                }
            }
        }
    }

    /// <summary>The names that a name exchanges values with; it is not among them.</summary>
    public HashSet<int> With(Origin name)
    {
        if (!_rounds.TryGetValue(name.Id, out var round))
        {
            Read();
            _rounds.Add(name.Id, round = Reached(name.Id, _goesTo));
            round.IntersectWith(Reached(name.Id, _comesFrom));
            round.Remove(name.Id);
        }

        return round;
    }

    private static HashSet<int> Reached(int from, Dictionary<int, List<int>> edges)
    {
        var reached = new HashSet<int>();
        var pending = new Stack<int>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            foreach (var next in edges.TryGetValue(pending.Pop(), out var found) ? found : new List<int>())
            {
                if (reached.Add(next))
                {
                    pending.Push(next);
                }
            }
        }

        return reached;
    }

    private static void Add(Dictionary<int, List<int>> edges, int from, int to)
    {
        if (!edges.TryGetValue(from, out var ends))
        {
            edges.Add(from, ends = new List<int>());
        }

        ends.Add(to);
    }
}
