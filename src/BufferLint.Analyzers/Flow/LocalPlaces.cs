// Which places nobody but one body sees, so that what is put there is still its own to release.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>The places of one body by who sees them.</summary>
internal sealed class LocalPlaces
{
    private readonly FactTable _facts;

    /// <summary>The variables that a lambda or local function reads and writes too.</summary>
    private readonly HashSet<Origin> _captured;

    public LocalPlaces(FactTable facts)
    {
        _facts = facts;
        _captured = new HashSet<Origin>(facts.All.OfType<Use>().Where(static use => use.Kind == UseKind.Capture).Select(static use => use.Origin));
    }

    /// <summary>The variable, temporary or object that a path begins with.</summary>
    public static Origin RootOf(Origin path) => path.Parent is { } parent ? RootOf(parent) : path;

    /// <summary>Whether nobody but this body sees what is put into a place. Fields of objects, of structs too, are theirs to release.</summary>
    public bool Contain(Origin place) => place switch
    {
        { Parent: { } parent } => place.Step!.Symbol is IFieldSymbol { ContainingType.IsTupleType: true } && Contain(parent),
        { IsTemporary: true } or { IsCapture: true } => true,
        { Symbol: not null } when _captured.Contains(place) => false,
        { Symbol: ILocalSymbol local } => _facts.IsOfBody(local) && !local.IsRef,
        { Symbol: IParameterSymbol { RefKind: RefKind.None } parameter } => _facts.IsOfBody(parameter),
        { Symbol: null } => place != _facts.Origins.This,
        _ => false,
    };
}
