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

    /// <summary>Leases that on some path have not ended, and are nobody else's business.</summary>
    public ValueSet Open { get; set; }

    /// <summary>Loans whose storage has moved on every path.</summary>
    public ValueSet Broken { get; set; }

    /// <summary>Loans whose contents have shifted on every path.</summary>
    public ValueSet Shifted { get; set; }
}

/// <summary>Issue generates held and makes whole again; Release kills held; Invalidate breaks and closes. Held and open join by union, broken by intersection.</summary>
internal sealed class LoanStates : IFlowProblem<LoanState>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;
    private readonly Breakage _breakage;

    public LoanStates(FactTable facts, Resolution resolution, Breakage breakage)
    {
        _facts = facts;
        _resolution = resolution;
        _breakage = breakage;
    }

    public LoanState Start() => new();

    public LoanState Copy(LoanState state) => new() { Held = state.Held, Open = state.Open, Broken = state.Broken, Shifted = state.Shifted };

    public long SizeOf(LoanState state) => state.Held.Count + state.Open.Count + state.Broken.Count + state.Shifted.Count;

    public bool Join(LoanState into, LoanState from)
    {
        var held = into.Held.Union(from.Held);
        var open = into.Open.Union(from.Open);
        var broken = into.Broken.Intersect(from.Broken);
        var shifted = into.Shifted.Intersect(from.Shifted);
        var changed = !held.Equals(into.Held) || !open.Equals(into.Open) || !broken.Equals(into.Broken) || !shifted.Equals(into.Shifted);
        (into.Held, into.Open, into.Broken, into.Shifted) = (held, open, broken, shifted);
        return changed;
    }

    /// <summary>Who catches an exception has given up what was being read.</summary>
    public LoanState Caught(LoanState state)
    {
        if (state.Open.IsEmpty)
        {
            return state;
        }

        var caught = Copy(state);
        caught.Open = ValueSet.Empty;
        return caught;
    }

    public void Cross(FlowEdge edge, LoanState state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (lesson is IsNull { Holder: var empty })
            {
                var absent = _resolution.HeldOn(edge.Branch, empty);
                state.Held = state.Held.Without(absent);
                state.Open = state.Open.Without(absent);
            }
        }
    }

    public void Apply(FlowNode node, Fact fact, LoanState state)
    {
        switch (fact)
        {
            case Issue issue:
                var taken = Taken(node, issue);
                state.Held = issue.Effect.IsCounted ? state.Held.Union(taken) : state.Held;
                state.Open = issue.Effect.IsLease ? state.Open.Union(taken) : state.Open;
                state.Broken = state.Broken.Without(taken);
                state.Shifted = state.Shifted.Without(taken);
                break;
            case Create create:
                state.Held = NotOf(create, state.Held);
                state.Open = NotOf(create, state.Open);
                break;
            case Release release:
                state.Held = state.Held.Without(_resolution.OperandOf(node, release));
                break;
            case HandOver handed when !state.Open.IsEmpty:
                state.Open = NotWithin(_resolution.OperandOf(node, handed), state.Open);
                break;
            case Invalidate { Effect.Kind: EffectKind.ReadsOn }:
                break;
            case Invalidate { Effect.Kind: EffectKind.Shifts } shift:
                state.Shifted = state.Shifted.Union(_breakage.LoansBrokenBy(node, shift));
                break;
            case Invalidate invalidate:
                var broken = _breakage.LoansBrokenBy(node, invalidate);
                state.Broken = state.Broken.Union(broken);
                state.Open = state.Open.Without(broken);
                break;
        }
    }

    /// <summary>The loans that are not of what was made at one place before: from now on another object goes by that name.</summary>
    private ValueSet NotOf(Create create, ValueSet loans)
    {
        var rest = new SortedSet<int>();
        foreach (var id in loans.Ids)
        {
            if (!IsMadeAt(create, ((Loan)_resolution.Values[id]).Owner))
            {
                rest.Add(id);
            }
        }

        return rest.Count == loans.Ids.Length ? loans : ValueSet.Of(rest);
    }

    private static bool IsMadeAt(Create create, Value owner) => owner switch
    {
        Created made => made.Site == create,
        Part part => IsMadeAt(create, part.Of),
        _ => false,
    };

    /// <summary>The leases whose owner is neither one of some objects nor reached through them.</summary>
    private ValueSet NotWithin(ValueSet objects, ValueSet leases)
    {
        var rest = new SortedSet<int>();
        foreach (var id in leases.Ids)
        {
            if (!_resolution.IsWithin(((Loan)_resolution.Values[id]).Owner, objects))
            {
                rest.Add(id);
            }
        }

        return ValueSet.Of(rest);
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
