// What a body put into places that outlive it, and released before it ended.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>A store of which the place is not emptied.</summary>
/// <param name="Store">The store.</param>
/// <param name="Released">What the place holds at the end, or holds a view of.</param>
/// <param name="MayWrite">Whether the storage may be written between the store and the end.</param>
internal sealed record KeptView(OriginFlow Store, Released Released, bool MayWrite);

/// <summary>Looks at one body.</summary>
internal sealed class StoredViews
{
    private readonly SolvedBody _body;
    private readonly LastingPlaces _places;
    private readonly List<(OriginFlow Store, ValueSet Held)> _stores = new();
    private readonly List<(Use Use, ValueSet Held)> _uses = new();

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
            .Select(body.Resolution.Solver.AtEndOf)
            .OfType<HeldValues>()
            .SelectMany(views.At)
            .OrderBy(static kept => kept.Store.Id).ThenBy(static kept => kept.Released.Site.Id);
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case OriginFlow { Dereferences: false, Target.IsTemporary: false } store:
                _stores.Add((store, store.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_body.Resolution.Loans.Holds(state, source)))));
                break;
            case Use use:
                _uses.Add((use, _body.Resolution.Loans.Holds(state, use.Origin)));
                break;
        }
    }

    private IEnumerable<KeptView> At(HeldValues end)
    {
        foreach (var entry in end.Sets)
        {
            var place = _body.Facts.Origins.All[entry.Key];
            if (place.IsTemporary || !entry.Value.ToArray().Any(id => Released.In(_body.Resolution.Values[id]) is not null) || !_places.Outlives(place, end))
            {
                continue;
            }

            foreach (var value in entry.Value.ToArray().Select(id => _body.Resolution.Values[id]))
            {
                if (Released.In(value) is { } released && !IsToldOtherwise(place, value, released))
                {
                    foreach (var store in _stores.Where(store => store.Store.Target == place && store.Held.ToArray().Any(id => Became(_body.Resolution.Values[id], value)) && !MayBeTakenOut(store.Store)).Select(static store => store.Store))
                    {
                        yield return new KeptView(store, released, IsWrittenAfter(store, released.Of));
                    }
                }
            }
        }
    }

    /// <summary>A lease of the place itself that is released by its name; an owner that may be disposed again; what is used here, and so told there.</summary>
    private bool IsToldOtherwise(Origin place, Value value, Released released) =>
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
