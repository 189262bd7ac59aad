// One step of an access path: a field, a getter, or an element under an index that has a name.
using System;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>
/// A step from an object to something in it. Two paths are equal if they start at the same origin and take equal
/// steps: <c>this._a</c> is not <c>this._b</c>; <c>lists[0]</c> is not <c>lists[1]</c>; <c>lists[i]</c> is
/// <c>lists[i]</c> until <c>i</c> is assigned.
/// </summary>
internal sealed class PathStep : IEquatable<PathStep>
{
    private readonly ISymbol? _member;
    private readonly object? _index;

    private PathStep(ISymbol? member, object? index, bool isStale, bool reachesView = true)
    {
        ReachesView = reachesView;
        _member = member;
        _index = index;
        IsStale = isStale;
    }

    /// <summary>Whether it is an element under an index.</summary>
    public bool IsElement => _index is not null;

    /// <summary>Whether it leads to what a handle has lent, by whatever name the handle goes.</summary>
    public bool IsOfPointers { get; private init; }

    /// <summary>Whether views that are taken through it end with the whole.</summary>
    public bool IsHandleOfView => MappedViewApis.IsHandleOfView(_member);

    /// <summary>What a reference points at.</summary>
    public static PathStep Content { get; } = new(null, null, isStale: false);

    /// <summary>The pointers that a handle has lent, and counts.</summary>
    public static PathStep Pointers { get; } = new(null, null, isStale: false) { IsOfPointers = true };

    /// <summary>Whatever was added to a collection, at a place that nobody knows.</summary>
    public static PathStep Added { get; } = Element("added");

    /// <summary>Whether the index has been assigned since, so that the step may mean any element.</summary>
    public bool IsStale { get; }

    /// <summary>Whether what is reached is itself a view where the whole holds one; an array or list in a viewed element is an owner of its own.</summary>
    public bool ReachesView { get; }

    /// <summary>The name of the field or property, where it can be assigned again.</summary>
    public string? Assignable => _member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { IsReadOnly: false } or IParameterSymbol ? _member.Name : null;

    /// <summary>The field, property, event, or parameter of a type's own constructor; <see langword="null"/> for an element.</summary>
    public ISymbol? Symbol => _member;

    /// <summary>The type of the field or property; <see langword="null"/> for an element.</summary>
    public ITypeSymbol? Type => _member is null ? null : TypeOf(_member);

    /// <summary>The local or parameter that is the index; <see langword="null"/> if it is none.</summary>
    public ISymbol? IndexSymbol => _index as ISymbol;

    /// <summary>A field, by its own name or by that of the tuple field behind it, a getter, or a parameter that the object keeps.</summary>
    public static PathStep Member(ISymbol member) =>
        new((member is IFieldSymbol { CorrespondingTupleField: { } field } ? field : member).OriginalDefinition, null, isStale: false, ViewTypes.IsView(TypeOf(member)) || TypeOf(member) is ITypeParameterSymbol);

    public static PathStep Element(object index) => new(null, index, isStale: false);

    public PathStep ToStale() => new(_member, _index, isStale: true, ReachesView);

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type ?? (member as IParameterSymbol)?.Type;

    public bool Equals(PathStep? other) =>
        other is not null &&
        IsStale == other.IsStale &&
        IsOfPointers == other.IsOfPointers &&
        SymbolEqualityComparer.Default.Equals(_member, other._member) &&
        (_index is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other._index as ISymbol) : Equals(_index, other._index));

    public override bool Equals(object? obj) => Equals(obj as PathStep);

    public override int GetHashCode() => _member is not null
        ? SymbolEqualityComparer.Default.GetHashCode(_member)
        : _index is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : _index?.GetHashCode() ?? 0;

    public override string ToString() => (_member?.Name ?? (IsOfPointers ? "pointers" : _index is null ? "*" : "[" + ((_index as ISymbol)?.Name ?? _index) + "]")) + (IsStale ? "'" : string.Empty);
}
