// How a function speaks of owners that its caller can name too.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>A parameter, captured variable, static field or this object, and members from there on.</summary>
/// <param name="Root">Where the path starts; the method itself for what it gives, <see langword="null"/> for this object.</param>
/// <param name="Steps">The members.</param>
internal sealed record NamedPath(ISymbol? Root, ImmutableArray<PathStep> Steps)
{
    public static NamedPath This { get; } = new(null, ImmutableArray<PathStep>.Empty);

    /// <summary>What the last part of the path is called.</summary>
    public string Name => Steps.IsEmpty ? Root?.Name ?? "this" : Steps[Steps.Length - 1].ToString();

    /// <summary>Whether it is what a handle has lent.</summary>
    public bool IsOfPointers => !Steps.IsEmpty && Steps[Steps.Length - 1].IsOfPointers;

    /// <summary>The path of an origin; <see langword="null"/> where it starts at something only the function has, or goes through an element.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="self">The origin of this object in the same body.</param>
    public static NamedPath? Of(Origin origin, Origin self) => origin switch
    {
        _ when origin == self => This,
        { Symbol: { } symbol } => new NamedPath(symbol, ImmutableArray<PathStep>.Empty),
        { Parent: { } parent, Step: { IsStale: false, IsElement: false } step } => Of(parent, self)?.To(step),
        _ => null,
    };

    /// <summary>The path one step on.</summary>
    public NamedPath To(PathStep step) => this with { Steps = Steps.Add(step) };

    /// <summary>Whether a path leads to another place, or on from there.</summary>
    public bool IsWithin(NamedPath place) =>
        SymbolEqualityComparer.Default.Equals(Root, place.Root) && Steps.Length >= place.Steps.Length && Steps.Take(place.Steps.Length).SequenceEqual(place.Steps);

    public bool Equals(NamedPath? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Root, other.Root) && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode()
    {
        var hash = SymbolEqualityComparer.Default.GetHashCode(Root);
        foreach (var step in Steps)
        {
            hash = unchecked((hash * 31) + step.GetHashCode());
        }

        return hash;
    }

    public override string ToString() => string.Concat(Root is IMethodSymbol ? "result" : Root?.Name ?? "this", string.Concat(Steps.Select(static step => "." + step)));
}
