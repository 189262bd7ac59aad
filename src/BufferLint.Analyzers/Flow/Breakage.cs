// Which loans an invalidation breaks: same owner, storage that may really move, and the same key where keys count.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>Matches invalidations with loans, capacity taken into account.</summary>
internal sealed class Breakage
{
    private readonly Resolution _resolution;
    private readonly Dictionary<(int Node, int Fact), ValueSet> _moving = new();
    private readonly Dictionary<(int Owner, Effect Effect, object? Key), LoanSet> _broken = new();
    private HashSet<(int Node, int Fact, int Owner)> _rewrites = new();
    private Dictionary<int, List<Loan>>? _loansOf;

    private Breakage(Resolution resolution) => _resolution = resolution;

    public static Breakage Of(FlowGraph graph, FactTable facts, Resolution resolution, CancellationToken cancellation)
    {
        var breakage = new Breakage(resolution);
        var terms = SizeTerms.Of(graph, facts, resolution);
        if (!terms.IsEmpty)
        {
            var sizes = new SizeBounds(terms, facts, resolution);
            breakage._rewrites = PresentKeys.Rewrites(graph, facts, resolution, cancellation);
            Solver<Sizes>.Forward(graph, facts, sizes, cancellation).ReplayForward((node, fact, state) => breakage.Record(node, fact, sizes, state));
        }

        return breakage;
    }

    /// <summary>Whether an invalidation breaks a loan.</summary>
    public bool Breaks(FlowNode node, Invalidate invalidate, Loan loan) =>
        Concerns(invalidate, loan) &&
        _moving.TryGetValue((node.Ordinal, invalidate.Id), out var owners) &&
        owners.Contains(loan.Owner.Id);

    /// <summary>The owners whose storage an invalidation may really break.</summary>
    public ValueSet OwnersMoving(FlowNode node, Invalidate invalidate) => _moving.TryGetValue((node.Ordinal, invalidate.Id), out var owners) ? owners : ValueSet.Empty;

    /// <summary>Whether the storage of an owner surely stays where it is.</summary>
    public bool Spares(FlowNode node, Invalidate invalidate, int owner) => _moving.TryGetValue((node.Ordinal, invalidate.Id), out var owners) && !owners.Contains(owner);

    /// <summary>All loans of the body that an invalidation breaks, held by anything or not.</summary>
    public LoanSet LoansBrokenBy(FlowNode node, Invalidate invalidate)
    {
        var broken = default(LoanSet);
        if (_moving.TryGetValue((node.Ordinal, invalidate.Id), out var owners))
        {
            foreach (var owner in owners.Ids)
            {
                broken = broken.Union(LoansBrokenBy(invalidate, owner));
            }
        }

        return broken;
    }

    /// <summary>Found once for all invalidations that do the same to one owner: it may be lent, and grow, thousands of times.</summary>
    private LoanSet LoansBrokenBy(Invalidate invalidate, int owner)
    {
        var cause = (owner, invalidate.Effect, invalidate.Effect.Key.IsNone ? null : invalidate.Key);
        if (!_broken.TryGetValue(cause, out var broken))
        {
            _loansOf ??= LoansByOwner();
            var ids = new List<int>();
            foreach (var loan in _loansOf.TryGetValue(owner, out var loans) ? loans : Enumerable.Empty<Loan>())
            {
                if (Concerns(invalidate, loan))
                {
                    ids.Add(loan.Id);
                }
            }

            _broken.Add(cause, broken = LoanSet.Of(ValueSet.OfSorted(ids)));
        }

        return broken;
    }

    /// <summary>Whether an invalidation breaks a loan if the loan's owner is the one that it is about.</summary>
    private static bool Concerns(Invalidate invalidate, Loan loan) => !loan.IsAmbiguous && Concerns(invalidate.Effect, loan) && AppliesTo(invalidate, loan.Site);

    /// <summary>Leases end when their owner advances, and only so; a refusal is about counted views only, and what refuses them cannot move their storage.</summary>
    private static bool Concerns(Effect breaking, Loan loan) => breaking.Kind switch
    {
        EffectKind.Advances or EffectKind.ReadsOn => Leases.IsLease(loan),
        EffectKind.RefusesWhileViewed => loan.Site.Effect.IsCounted && !breaking.SparesCounted,
        EffectKind.Moves when loan.Site.Effect.StaysInPlace => false,
        EffectKind.Moves or EffectKind.Shifts when loan.Site.Effect.IsSameObject => false,
        _ => !Leases.IsLease(loan) && !(loan.Site.Effect.IsCounted && breaking.SparesCounted),
    };

    /// <summary>The loans of each owner, by their numbers.</summary>
    private Dictionary<int, List<Loan>> LoansByOwner()
    {
        var byOwner = new Dictionary<int, List<Loan>>();
        for (var id = 0; id < _resolution.Values.Count; id++)
        {
            if (_resolution.Values[id] is Loan loan)
            {
                if (!byOwner.TryGetValue(loan.Owner.Id, out var loans))
                {
                    byOwner.Add(loan.Owner.Id, loans = new List<Loan>());
                }

                loans.Add(loan);
            }
        }

        return byOwner;
    }

    private void Record(FlowNode node, Fact fact, SizeBounds sizes, Sizes state)
    {
        if (fact is not Invalidate invalidate)
        {
            return;
        }

        var moving = new List<int>();
        foreach (var owner in _resolution.OperandOf(node, invalidate).Ids)
        {
            var value = _resolution.Values[owner];
            if (!value.IsAmbiguous && value is not Created { Site.NeverMoves: true } && !_rewrites.Contains((node.Ordinal, invalidate.Id, owner)) && !sizes.Preserves(node, invalidate, owner, state))
            {
                moving.Add(owner);
            }
        }

        _moving[(node.Ordinal, invalidate.Id)] = ValueSet.OfSorted(moving);
    }

    /// <summary>
    /// Setting the key that is viewed writes in place; removing another key leaves the viewed one alone. Keys are the
    /// same if they are the same constant or the same variable that keeps its value.
    /// </summary>
    private static bool AppliesTo(Invalidate invalidate, Issue loan)
    {
        if (invalidate.Effect.Key.IsNone)
        {
            return true;
        }

        var isSameKey = invalidate.Key is not null && (invalidate.Key is ISymbol symbol
            ? SymbolEqualityComparer.Default.Equals(symbol, loan.Key as ISymbol)
            : invalidate.Key.Equals(loan.Key));
        return invalidate.Effect.Kind == EffectKind.Recycles ? isSameKey : !isSameKey;
    }
}
