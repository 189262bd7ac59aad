// Backward: which origins will still be used, and by which use.
using System.Collections.Generic;
using System.Linq;
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

    private Dictionary<int, LiveSet>? _aside;

    public LiveSet() => _live = new Dictionary<int, Liveness>();

    private LiveSet(Dictionary<int, Liveness> live) => _live = live;

    public IEnumerable<KeyValuePair<int, Liveness>> All => _live;

    /// <summary>What is live only if the storage moved before a variable remembered its size, or a reallocation gave its result.</summary>
    public IEnumerable<LiveSet> Aside => _aside is null ? Enumerable.Empty<LiveSet>() : _aside.Values;

    /// <summary>How many origins are live, those set aside included.</summary>
    public int Count => _live.Count + (_aside?.Values.Sum(static aside => aside.Count) ?? 0);

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

    /// <summary>Takes an origin's liveness off until the backward way comes to where a variable was assigned, or a result made.</summary>
    public void SetAside(int origin, int memory)
    {
        _aside ??= new Dictionary<int, LiveSet>();
        if (!_aside.TryGetValue(memory, out var aside))
        {
            _aside.Add(memory, aside = new LiveSet());
        }

        aside[origin] = aside[origin].Join(this[origin]);
        this[origin] = default;
    }

    /// <summary>Puts back what was set aside for a variable.</summary>
    public void PutBack(int memory)
    {
        if (_aside is not null && _aside.TryGetValue(memory, out var aside))
        {
            _aside.Remove(memory);
            Join(aside);
        }
    }

    public LiveSet Copy() => new(new Dictionary<int, Liveness>(_live))
    {
        _aside = _aside is null or { Count: 0 } ? null : _aside.ToDictionary(entry => entry.Key, entry => entry.Value.Copy()),
    };

    /// <returns>Whether anything is new.</returns>
    public bool Join(LiveSet from)
    {
        var changed = false;
        foreach (var entry in from._live)
        {
            var here = this[entry.Key];
            var joined = here.Join(entry.Value);
            if (joined != here)
            {
                this[entry.Key] = joined;
                changed = true;
            }
        }

        foreach (var entry in from._aside ?? Enumerable.Empty<KeyValuePair<int, LiveSet>>())
        {
            _aside ??= new Dictionary<int, LiveSet>();
            if (_aside.TryGetValue(entry.Key, out var aside))
            {
                changed |= aside.Join(entry.Value);
            }
            else
            {
                _aside.Add(entry.Key, entry.Value.Copy());
                changed = true;
            }
        }

        return changed;
    }
}

/// <summary>
/// The backward analysis. Use generates; Issue, Create and Flow kill their target; Flow passes the target's
/// liveness to its sources, Issue passes on that elements are touched through the derived view; a branch that shows that
/// nothing moved kills the views it is about; join is the earlier use.
/// </summary>
internal sealed class LiveOrigins : IFlowProblem<LiveSet>
{
    private readonly FactTable _facts;
    private readonly Retakes _retakes;
    private readonly KeptBlocks _kept;

    public LiveOrigins(FactTable facts, Retakes retakes, KeptBlocks kept)
    {
        _facts = facts;
        _retakes = retakes;
        _kept = kept;
    }

    public LiveSet Start() => new();

    public LiveSet Copy(LiveSet state) => state.Copy();

    public long SizeOf(LiveSet state) => state.Count;

    public bool Join(LiveSet into, LiveSet from) => into.Join(from);

    public void Apply(FlowNode node, Fact fact, LiveSet state)
    {
        switch (fact)
        {
            case Use use:
                state[use.Origin.Id] = state[use.Origin.Id].Before(use);
                break;
            case Forget forget:
                state.PutBack(forget.Index.Id);
                break;
            case Invalidate { Effect.EndsNames: true } reallocation when _kept.ResultOf(reallocation) is { } result:
                state.PutBack(result.Id);
                break;
            default:
                Move(fact, state);
                foreach (var aside in state.Aside)
                {
                    Move(fact, aside);
                }

                break;
        }
    }

    public LiveSet Caught(LiveSet state, Fact? from) => state;

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, LiveSet state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            // On this way it is as if the old name had been assigned the fresh one.
            if (lesson is IsSame { AreSame: true } same)
            {
                state[same.Fresh.Id] = state[same.Fresh.Id].Join(state[same.Old.Id]);
                Kill(same.Old, state);
            }
        }

        foreach (var unmoved in _retakes.On(edge.Branch).Concat(_kept.On(edge.Branch)))
        {
            foreach (var view in unmoved.Views)
            {
                if (unmoved.Since is { } memory)
                {
                    state.SetAside(view.Id, memory.Id);
                }
                else
                {
                    Kill(view, state);
                }
            }
        }
    }

    private static void Move(Fact fact, LiveSet state)
    {
        switch (fact)
        {
            case Issue issue:
                var derived = state[issue.Target.Id];
                Kill(issue.Target, state);
                state[issue.Owner.Id] = state[issue.Owner.Id].Join(issue.IsHandedOut ? derived : derived with { Any = null });
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

    private static void Kill(Origin target, LiveSet state)
    {
        state[target.Id] = default;
        foreach (var child in target.Children)
        {
            Kill(child, state);
        }
    }
}
