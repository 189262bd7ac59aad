// Forward: which counted loans may be unreleased, and which loans are surely broken already.
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>How loans stand at one point.</summary>
internal sealed class LoanState
{
    /// <summary>Counted loans that on some path are not released.</summary>
    public ValueSet Held { get; set; }

    /// <summary>Leases that on some path have not ended, and are nobody else's business.</summary>
    public ValueSet Open { get; set; }

    /// <summary>Loans that on some path were taken, and whose storage has not moved there.</summary>
    public LoanSet Unmoved { get; set; }

    /// <summary>Loans that on some path were taken, and whose contents have not shifted there.</summary>
    public LoanSet Unshifted { get; set; }

    /// <summary>Loans whose storage has moved on some path.</summary>
    public LoanSet Moved { get; set; }

    /// <summary>Loans whose contents have shifted on some path.</summary>
    public LoanSet Shifted { get; set; }

    public LoanState Copy() => (LoanState)MemberwiseClone();

    /// <summary>Whether the storage of a loan has moved on every path on which it was taken.</summary>
    public bool HasSurelyMoved(int loan) => Moved.Contains(loan) && !Unmoved.Contains(loan);

    /// <summary>Whether the contents have shifted on every path on which it was taken.</summary>
    public bool HasSurelyShifted(int loan) => Shifted.Contains(loan) && !Unshifted.Contains(loan);
}

/// <summary>Issue generates held and makes whole again; Release kills held; Invalidate breaks and closes. All join by union.</summary>
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

    public LoanState Copy(LoanState state) => state.Copy();

    public long SizeOf(LoanState state) => state.Held.Count + state.Open.Count + state.Unmoved.Count + state.Unshifted.Count + state.Moved.Count + state.Shifted.Count;

    public bool Join(LoanState into, LoanState from)
    {
        var before = into.Copy();
        into.Held = into.Held.Union(from.Held);
        into.Open = into.Open.Union(from.Open);
        into.Unmoved = into.Unmoved.Union(from.Unmoved);
        into.Unshifted = into.Unshifted.Union(from.Unshifted);
        into.Moved = into.Moved.Union(from.Moved);
        into.Shifted = into.Shifted.Union(from.Shifted);
        return !before.Held.Equals(into.Held) || !before.Open.Equals(into.Open) ||
            !before.Unmoved.Equals(into.Unmoved) || !before.Unshifted.Equals(into.Unshifted) ||
            !before.Moved.Equals(into.Moved) || !before.Shifted.Equals(into.Shifted);
    }

    /// <summary>Who catches an exception has given up what was being read.</summary>
    public LoanState Caught(LoanState state, Fact? from)
    {
        if (state.Open.IsEmpty)
        {
            return state;
        }

        var caught = Copy(state);
        caught.Open = ValueSet.Empty;
        return caught;
    }

    public bool ShowsInHandlers(Fact fact) => true;

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
            else if (lesson is GaveNothing { Given: var given })
            {
                // Nothing was taken on this way.
                var untaken = LoanSet.Of(_resolution.HeldOn(edge.Branch, given));
                state.Unmoved = state.Unmoved.Without(untaken);
                state.Unshifted = state.Unshifted.Without(untaken);
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
                var whole = LoanSet.Of(taken);
                (state.Unmoved, state.Moved) = (state.Unmoved.Union(whole), state.Moved.Without(whole));
                (state.Unshifted, state.Shifted) = (state.Unshifted.Union(whole), state.Shifted.Without(whole));
                break;
            case Create create:
                state.Held = NotOf(create, state.Held);
                state.Open = NotOf(create, state.Open);
                break;
            case Forget { Index.Symbol: { } index }:
                state.Held = NotUnder(index, state.Held);
                state.Open = NotUnder(index, state.Open);
                break;
            case Release release:
                state.Held = state.Held.Without(_resolution.OperandOf(node, release));
                state.Open = release.IsHandedOver ? state.Open : state.Open.Without(_resolution.OperandOf(node, release));
                break;
            case HandOver handed when !state.Open.IsEmpty:
                state.Open = NotWithin(_resolution.OperandOf(node, handed), state.Open);
                break;
            case Invalidate { Effect.Kind: EffectKind.ReadsOn }:
                break;
            case Invalidate { Effect.Kind: EffectKind.Shifts } shift:
                var shifted = _breakage.LoansBrokenBy(node, shift);
                (state.Unshifted, state.Shifted) = (state.Unshifted.Without(shifted), state.Shifted.Union(shifted));
                break;
            case Invalidate invalidate:
                var broken = _breakage.LoansBrokenBy(node, invalidate);
                (state.Unmoved, state.Moved) = (state.Unmoved.Without(broken), state.Moved.Union(broken));
                state.Open = state.Open.Without(broken);
                break;
        }
    }

    /// <summary>The loans that are not of what was made at one place before: from now on another object goes by that name.</summary>
    private ValueSet NotOf(Create create, ValueSet loans)
    {
        var rest = new List<int>();
        foreach (var id in loans.Ids)
        {
            if (!IsMadeAt(create, ((Loan)_resolution.Values[id]).Owner))
            {
                rest.Add(id);
            }
        }

        return rest.Count == loans.Count ? loans : ValueSet.OfSorted(rest);
    }

    /// <summary>The loans whose owner is not reached under an index: once that is assigned, another object goes by the same path.</summary>
    private ValueSet NotUnder(ISymbol index, ValueSet loans)
    {
        var rest = new List<int>();
        foreach (var id in loans.Ids)
        {
            if (!IsUnder(index, ((Loan)_resolution.Values[id]).Owner))
            {
                rest.Add(id);
            }
        }

        return rest.Count == loans.Count ? loans : ValueSet.OfSorted(rest);
    }

    private static bool IsUnder(ISymbol index, Value owner) =>
        owner is Part part && (SymbolEqualityComparer.Default.Equals(part.Step.IndexSymbol, index) || IsUnder(index, part.Of));

    private static bool IsMadeAt(Create create, Value owner) => owner switch
    {
        Created made => made.Site == create,
        Part part => IsMadeAt(create, part.Of),
        _ => false,
    };

    /// <summary>The leases whose owner is neither one of some objects nor reached through them.</summary>
    private ValueSet NotWithin(ValueSet objects, ValueSet leases)
    {
        var rest = new List<int>();
        foreach (var id in leases.Ids)
        {
            if (!_resolution.IsWithin(((Loan)_resolution.Values[id]).Owner, objects))
            {
                rest.Add(id);
            }
        }

        return ValueSet.OfSorted(rest);
    }

    private ValueSet Taken(FlowNode node, Issue issue)
    {
        var taken = new List<int>();
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
