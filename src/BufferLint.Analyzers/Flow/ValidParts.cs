// Forward: of which buffers only a part is data, and where they were filled last.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>
/// A buffer holds nothing, a part, or nobody knows. Join: nothing and a part are a part; what nobody knows on one way nobody
/// knows.
/// </summary>
internal sealed class ValidParts : IFlowProblem<Dictionary<Origin, Validity>>
{
    /// <summary>The solution for a body.</summary>
    public static Solver<Dictionary<Origin, Validity>> Solve(FlowGraph graph, FactTable facts, CancellationToken cancellation) =>
        Solver<Dictionary<Origin, Validity>>.Forward(graph, facts, new ValidParts(), cancellation);

    public Dictionary<Origin, Validity> Start() => new();

    public Dictionary<Origin, Validity> Copy(Dictionary<Origin, Validity> state) => new(state);

    public long SizeOf(Dictionary<Origin, Validity> state) => 1 + state.Count;

    public bool Join(Dictionary<Origin, Validity> into, Dictionary<Origin, Validity> from)
    {
        var changed = false;
        foreach (var entry in into.ToArray())
        {
            if (!from.TryGetValue(entry.Key, out var other))
            {
                changed |= into.Remove(entry.Key);
            }
            else if (Joined(entry.Value, other) is var joined && joined != entry.Value)
            {
                into[entry.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }

    public Dictionary<Origin, Validity> Caught(Dictionary<Origin, Validity> state, Fact? from) => state;

    public void Apply(FlowNode node, Fact fact, Dictionary<Origin, Validity> state)
    {
        switch (fact)
        {
            case Validity { Part: ValidPart.None } rented:
                state[rented.Buffer] = rented;
                break;
            case Validity { Part: ValidPart.Some } filled when state.TryGetValue(filled.Buffer, out var before) || filled.IsGiven:
                // Of two fills nobody says how much they come to.
                state[filled.Buffer] = !filled.IsGiven && before is { Part: ValidPart.Some } && before.Id != filled.Id ? filled with { Length = null } : filled;
                break;
            case Validity { Part: ValidPart.Unknown } lost:
                state.Remove(lost.Buffer);
                break;
        }
    }

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, Dictionary<Origin, Validity> state)
    {
    }

    private static Validity Joined(Validity one, Validity other) =>
        one.Part == other.Part ? one.Id == other.Id ? (one.Length is null ? one : other) : (one.Id < other.Id ? one : other) with { Length = null }
        : (one.Part == ValidPart.Some ? one : other) with { Length = null };
}
