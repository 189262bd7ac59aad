// What is live, and how loans stand, where a body waits; looked up only by rules that have something to ask there.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;

namespace BufferLint.Checks;

/// <summary>The states at the awaits of one body.</summary>
internal sealed class Suspensions
{
    /// <summary>How many live origins are kept over all awaits: beyond that nothing is said.</summary>
    private const int MaxLiveKept = 1_000_000;

    private readonly Dictionary<(int Node, int Fact), LiveSet> _live = new();
    private readonly Dictionary<(int Node, int Fact), LoanState> _loans = new();
    private int _kept;

    private Suspensions()
    {
    }

    public static Suspensions Of(SolvedBody body)
    {
        var states = new Suspensions();
        body.Live.ReplayBackward(static fact => fact is Suspend, states.KeepLive);
        body.States.ReplayForward<Suspend>((node, suspend, state) => states._loans[(node.Ordinal, suspend.Id)] = state.Copy());
        return states;
    }

    /// <summary>What is used after an await; <see langword="null"/> if that was too much to keep.</summary>
    public LiveSet? LiveAfter(FlowNode node, Suspend suspend) => _live.TryGetValue((node.Ordinal, suspend.Id), out var live) ? live : null;

    /// <summary>How loans stand before an await; <see langword="null"/> if it is never reached.</summary>
    public LoanState? LoansBefore(FlowNode node, Suspend suspend) => _loans.TryGetValue((node.Ordinal, suspend.Id), out var loans) ? loans : null;

    private void KeepLive(FlowNode node, Fact fact, LiveSet state)
    {
        if ((_kept += state.Count) <= MaxLiveKept)
        {
            _live[(node.Ordinal, fact.Id)] = state.Copy();
        }
    }
}
