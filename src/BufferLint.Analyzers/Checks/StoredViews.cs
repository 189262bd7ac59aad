// What a body put into places that outlive it, and released before it ended.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>A store of which the place is not emptied.</summary>
/// <param name="Store">The store.</param>
/// <param name="Owner">Whose storage the place holds at the end, or holds a view of.</param>
/// <param name="End">What released it, or let its reader go on.</param>
/// <param name="Acquired">Where it was acquired, or taken.</param>
/// <param name="MayWrite">Whether the storage may be written between the store and the end.</param>
internal sealed record KeptView(OriginFlow Store, Value Owner, Invalidate End, SyntaxNode? Acquired, bool MayWrite);

/// <summary>Looks at one body.</summary>
internal sealed class StoredViews
{
    private readonly SolvedBody _body;
    private readonly LastingPlaces _places;
    private readonly List<(OriginFlow Store, ValueSet Held)> _stores = new();
    private readonly List<(Use Use, ValueSet Held)> _uses = new();
    private readonly List<(Invalidate Advance, LoanSet Ended)> _advances = new();

    private StoredViews(SolvedBody body)
    {
        _body = body;
        _places = new LastingPlaces(body);
        body.Resolution.Solver.ReplayForward(Visit);
    }

    /// <summary>The stores whose views outlive their buffers, in source order.</summary>
    public static IEnumerable<KeptView> OutlivingIn(SolvedBody body)
    {
        var views = new StoredViews(body);
        return body.Graph.Nodes
            .Where(static node => node.Block.Kind == BasicBlockKind.Exit)
            .SelectMany(exit => body.Resolution.Solver.AtEndOf(exit) is { } end ? views.ReleasedAt(end).Concat(views.AdvancedAt(end, body.States.AtEndOf(exit))) : Enumerable.Empty<KeptView>())
            .OrderBy(static kept => kept.Store.Id).ThenBy(static kept => kept.End.Id);
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case OriginFlow { Dereferences: false, IsByHandler: false, Target: { IsTemporary: false, Step: not { IsOfPointers: true } } } store:
                _stores.Add((store, store.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_body.Resolution.Loans.Holds(state, source)))));
                break;
            case Invalidate { Effect.Kind: EffectKind.Advances } advance:
                _advances.Add((advance, _body.Breakage.LoansBrokenBy(node, advance)));
                break;
            case Use use:
                _uses.Add((use, _body.Resolution.Loans.Holds(state, use.Origin)));
                break;
        }
    }

    private IEnumerable<KeptView> ReleasedAt(HeldValues end) =>
        from held in LastingAt(end)
        let released = Released.In(held.Value)
        where released is not null && !IsToldOtherwise(held.Place, held.Value, released)
        from store in StoresInto(held.Place, stored => Became(stored, held.Value))
        select new KeptView(store, released.Of, released.Site, Acquisition.Of(released.Of, view: null), IsWrittenAfter(store, released.Of));

    /// <summary>What a reader lent, and ended by going on. Memory of a writer is kept from one call to the next by many, who see to it themselves.</summary>
    private IEnumerable<KeptView> AdvancedAt(HeldValues end, LoanState? loans) =>
        from held in _advances.Count > 0 && loans is not null ? LastingAt(end) : Enumerable.Empty<(Origin Place, Value Value)>()
        where held.Value is Loan { Site.Effect: { IsLease: true, IsReadOnly: true } } && loans!.HasSurelyMoved(held.Value.Id) && IsReadOnlyView(held.Place)
        let advance = _advances.FirstOrDefault(advance => advance.Ended.Contains(held.Value.Id)).Advance
        where advance is not null && !_uses.Any(use => use.Use.Origin == held.Place && use.Use.Id > advance.Id && use.Held.Contains(held.Value.Id))
        from store in StoresInto(held.Place, stored => stored == held.Value)
        where store.Id < advance.Id
        select new KeptView(store, ((Loan)held.Value).Owner, advance, ((Loan)held.Value).Site.Syntax, MayWrite: false);

    private IEnumerable<(Origin Place, Value Value)> LastingAt(HeldValues end) =>
        from entry in end.Sets
        let place = _body.Facts.Origins.All[entry.Key]
        let values = entry.Value.ToArray().Select(id => _body.Resolution.Values[id]).Where(static value => value is Loan || Released.In(value) is not null).ToArray()
        where !place.IsTemporary && values.Length > 0 && !WorkTypes.StandsForWork(place.Step?.Type ?? (place.Symbol as IFieldSymbol)?.Type) && _places.Outlives(place, end)
        from value in values
        select (place, value);

    private IEnumerable<OriginFlow> StoresInto(Origin place, System.Func<Value, bool> isKept) => _stores
        .Where(store => store.Store.Target == place && store.Held.ToArray().Any(id => isKept(_body.Resolution.Values[id])) && !MayBeTakenOut(store.Store))
        .Select(static store => store.Store);

    private static bool IsReadOnlyView(Origin place) => ViewTypes.IsReadOnlyView(place.Step?.Type ?? (place.Symbol as IFieldSymbol)?.Type);

    /// <summary>A lease of the place itself that is released by its name; an owner that may be disposed again; an address behind its fixed statement; what is used here, and so told there.</summary>
    private bool IsToldOtherwise(Origin place, Value value, Released released) =>
        Equals(released.Site.Effect.Family, ReleaseFamily.Fixed) ||
        (value is Released && (released.Site.Owner == place || released.Site.Effect.IsIdempotent)) ||
        _uses.Any(use => use.Use.Origin == place && use.Use.Kind != UseKind.Capture && use.Held.Contains(value.Id));

    /// <summary>Whether what was stored is what a place holds at the end, but for having been released.</summary>
    private static bool Became(Value stored, Value atEnd) => (stored, atEnd) switch
    {
        (Loan before, Loan after) => before.Site == after.Site && Became(before.Owner, after.Owner),
        (not Released, Released { Of: var of }) => stored == of || (stored is Created before && of is Created after && before.Site == after.Site),
        _ => false,
    };

    /// <summary>Whether a collection that got something is used again, or this object, whose methods may take it out.</summary>
    private bool MayBeTakenOut(OriginFlow store) => store.Target is { Step.IsElement: true, Parent: { } collection } &&
        _uses.Any(use => use.Use.Id > store.Id && use.Use.Syntax != store.Syntax && (use.Use.Origin == collection || use.Use.Origin == _body.Facts.Origins.This) && use.Use.Kind is UseKind.Pass or UseKind.PassToRead);

    private bool IsWrittenAfter(OriginFlow store, Value owner)
    {
        var repeats = store.Syntax.Ancestors().Any(static around => around is WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax);
        return _uses.Any(use => use.Use.MayWrite && (repeats || use.Use.Id > store.Id) && use.Held.ToArray().Select(id => _body.Resolution.Values[id]).Any(value => value == owner || (value is Loan loan && loan.Owner == owner)));
    }
}
