// Backward: which origins will still be used, and by which use.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>Why an origin is live: the nearest use of each sort ahead; <see langword="null"/> if there is none.</summary>
/// <param name="Any">The nearest use.</param>
/// <param name="Element">The nearest use that touches elements.</param>
/// <param name="Write">The nearest use that writes an element.</param>
internal readonly record struct Liveness(Use? Any, Use? Element, Use? Write)
{
    public bool IsLive => Any is not null;

    /// <summary>The join: of two uses the one that comes first in the source.</summary>
    public Liveness Join(Liveness other) => new(Earlier(Any, other.Any), Earlier(Element, other.Element), Earlier(Write, other.Write));

    /// <summary>What holds before a use.</summary>
    public Liveness Before(Use use) => new(use, use.TouchesElements ? use : Element, use.Kind == UseKind.Write ? use : Write);

    private static Use? Earlier(Use? left, Use? right) => left is null || (right is not null && right.Id < left.Id) ? right : left;
}

/// <summary>The live origins at one point.</summary>
internal sealed class LiveSet
{
    private readonly Dictionary<int, Liveness> _live;

    public LiveSet() => _live = new Dictionary<int, Liveness>();

    private LiveSet(Dictionary<int, Liveness> live) => _live = live;

    public IEnumerable<KeyValuePair<int, Liveness>> All => _live;

    /// <summary>Why an origin is live.</summary>
    public Liveness this[int origin]
    {
        get => _live.TryGetValue(origin, out var liveness) ? liveness : default;
        set
        {
            if (value == default)
            {
                _live.Remove(origin);
            }
            else
            {
                _live[origin] = value;
            }
        }
    }

    public LiveSet Copy() => new(new Dictionary<int, Liveness>(_live));
}

/// <summary>
/// The backward analysis. Use generates; Issue, Create and Flow kill their target; Flow passes the target's
/// liveness to its sources, Issue passes on that elements are touched through the derived view; join is the earlier
/// use.
/// </summary>
internal sealed class LiveOrigins : IFlowProblem<LiveSet>
{
    public LiveSet Start() => new();

    public LiveSet Copy(LiveSet state) => state.Copy();

    public bool Join(LiveSet into, LiveSet from)
    {
        var changed = false;
        foreach (var entry in from.All)
        {
            var here = into[entry.Key];
            var joined = here.Join(entry.Value);
            if (joined != here)
            {
                into[entry.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }

    public void Apply(FlowNode node, Fact fact, LiveSet state)
    {
        switch (fact)
        {
            case Use use:
                state[use.Origin.Id] = state[use.Origin.Id].Before(use);
                break;
            case Issue issue:
                var derived = state[issue.Target.Id];
                Kill(issue.Target, state);
                state[issue.Owner.Id] = state[issue.Owner.Id].Join(derived with { Any = null });
                break;
            case Create create:
                Kill(create.Target, state);
                break;
            case OriginFlow flow:
                var ahead = state[flow.Target.Id];
                if (!flow.Adds)
                {
                    Kill(flow.Target, state);
                }

                foreach (var source in flow.Sources)
                {
                    state[source.Id] = state[source.Id].Join(ahead);
                }

                break;
        }
    }

    public LiveSet Caught(LiveSet state) => state;

    public void Cross(FlowEdge edge, LiveSet state)
    {
    }

    private static void Kill(Origin target, LiveSet state)
    {
        state[target.Id] = default;
        foreach (var child in target.Children)
        {
            Kill(child, state);
        }
    }
}
