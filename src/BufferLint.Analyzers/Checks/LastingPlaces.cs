// Which places are there when the body has ended: fields of this object, of parameters, static ones, of what is handed out.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>Tells places that others can still look into from those that nobody has any more.</summary>
internal sealed class LastingPlaces
{
    private readonly SolvedBody _body;

    /// <summary>What the body returns.</summary>
    private readonly HashSet<int> _returned = new();

    public LastingPlaces(SolvedBody body)
    {
        _body = body;
        body.Resolution.Solver.ReplayForward<Use>(
            static use => use.Kind == UseKind.Return,
            (_, use, state) => _returned.UnionWith(body.Resolution.Loans.Holds(state, use.Origin).ToArray()));
    }

    /// <summary>Whether a place outlives the body. A variable itself never does: what leaves by it is returned.</summary>
    public bool Outlives(Origin place, HeldValues end) => RootOf(place) switch
    {
        var root when root == _body.Facts.Origins.This => place != root,
        { Symbol: IFieldSymbol or IPropertySymbol } => true,
        _ when place.Parent is null => false,
        { Symbol: IParameterSymbol { RefKind: RefKind.None, Type.IsValueType: true } } => false,
        { Symbol: IParameterSymbol } => true,
        { Symbol: ILocalSymbol { Type.IsReferenceType: false } } => false,
        { Symbol: null } root when IsInStruct(place, root) => false,
        var root => _body.Resolution.Loans.Holds(end, root).ToArray() is { Length: > 0 } holders && holders.All(id => IsKnownOutside(_body.Resolution.Values[id], end)),
    };

    private bool IsKnownOutside(Value holder, HeldValues end) => holder switch
    {
        Placeholder { Origin: { IsCapture: false, IsTemporary: false, Symbol: not ILocalSymbol } } => true,
        Part part => IsKnownOutside(part.Of, end),
        Created => _returned.Contains(holder.Id) || end.Sets.Any(entry => entry.Value.Contains(holder.Id) && _body.Facts.Origins.All[entry.Key] is { IsTemporary: false } keeper && IsOfOthers(keeper)),
        _ => false,
    };

    /// <summary>Whether a place is one that the body found, not one in an object that it made.</summary>
    private bool IsOfOthers(Origin keeper) => RootOf(keeper) is var root && (
        root == _body.Facts.Origins.This ||
        root.Symbol is IFieldSymbol or IPropertySymbol ||
        (root.Symbol is IParameterSymbol parameter && (parameter.RefKind != RefKind.None || (keeper != root && parameter.Type.IsReferenceType))));

    /// <summary>Whether a place lies in a struct that has no name of its own.</summary>
    private static bool IsInStruct(Origin place, Origin root) => place.Parent == root ? place.Step is { Symbol.ContainingType.IsValueType: true } : IsInStruct(place.Parent!, root);

    private static Origin RootOf(Origin place) => place.Parent is { } parent ? RootOf(parent) : place;
}
