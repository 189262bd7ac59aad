// Forward: which counted loans may be unreleased, and which loans are surely broken already.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;

namespace BufferLint.Flow;

/// <summary>How loans stand at one point.</summary>
internal sealed class LoanState
{
    /// <summary>Counted loans that on some path are not released.</summary>
    public ValueSet Held { get; set; }

    /// <summary>Loans whose storage has moved on every path.</summary>
    public ValueSet Broken { get; set; }

    /// <summary>Loans whose contents have shifted on every path.</summary>
    public ValueSet Shifted { get; set; }
}

/// <summary>Issue generates held and makes whole again; Release kills held; Invalidate breaks. Held joins by union, broken by intersection.</summary>
internal sealed class LoanStates : IFlowProblem<LoanState>
{
    private readonly Resolution _resolution;
    private readonly Breakage _breakage;

    public LoanStates(Resolution resolution, Breakage breakage)
    {
        _resolution = resolution;
        _breakage = breakage;
    }

    public LoanState Start() => new();

    public LoanState Copy(LoanState state) => new() { Held = state.Held, Broken = state.Broken, Shifted = state.Shifted };

    public bool Join(LoanState into, LoanState from)
    {
        var held = into.Held.Union(from.Held);
        var broken = into.Broken.Intersect(from.Broken);
        var shifted = into.Shifted.Intersect(from.Shifted);
        var changed = !held.Equals(into.Held) || !broken.Equals(into.Broken) || !shifted.Equals(into.Shifted);
        (into.Held, into.Broken, into.Shifted) = (held, broken, shifted);
        return changed;
    }

    public void Cross(FlowEdge edge, LoanState state) => state.Held = state.Held.Without(_resolution.AbsentOn(edge.Branch));

    public void Apply(FlowNode node, Fact fact, LoanState state)
    {
        switch (fact)
        {
            case Issue issue:
                var taken = Taken(node, issue);
                state.Held = issue.Effect.IsCounted ? state.Held.Union(taken) : state.Held;
                state.Broken = state.Broken.Without(taken);
                state.Shifted = state.Shifted.Without(taken);
                break;
            case Release release:
                state.Held = state.Held.Without(_resolution.OperandOf(node, release));
                break;
            case Invalidate { Effect.Kind: EffectKind.Shifts } shift:
                state.Shifted = state.Shifted.Union(_breakage.LoansBrokenBy(node, shift));
                break;
            case Invalidate invalidate:
                state.Broken = state.Broken.Union(_breakage.LoansBrokenBy(node, invalidate));
                break;
        }
    }

    private ValueSet Taken(FlowNode node, Issue issue)
    {
        var taken = new SortedSet<int>();
        foreach (var id in _resolution.OperandOf(node, issue).Ids)
        {
            var owner = _resolution.Values[id];
            if (owner is not Loan || issue.Effect.IsCounted)
            {
                taken.Add(_resolution.Values.Loan(issue, owner is Loan loan ? loan.Owner : owner).Id);
            }
        }

        return ValueSet.Of(taken);
    }
}
