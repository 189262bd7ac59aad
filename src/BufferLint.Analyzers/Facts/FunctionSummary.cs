// What a lambda or local function does to owners that its caller can name: its parameters, what it captured, this object.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>A parameter, captured variable or field, and members from there on.</summary>
/// <param name="Root">Where the path starts; <see langword="null"/> for this object.</param>
/// <param name="Steps">The members.</param>
internal sealed record NamedPath(ISymbol? Root, ImmutableArray<PathStep> Steps);

/// <summary>Something that is done to what a path names.</summary>
/// <param name="Effect">What is done.</param>
/// <param name="Owner">To what.</param>
/// <param name="Amount">How many elements are added each time it is called; <see langword="null"/> if not known.</param>
internal sealed record FunctionEffect(Effect Effect, NamedPath Owner, Quantity? Amount);

/// <summary>What a call of a function comes to.</summary>
/// <param name="Breaks">Whose views it may break before it returns.</param>
/// <param name="Views">Of whose storage its result may be a view.</param>
internal sealed record FunctionSummary(ImmutableArray<FunctionEffect> Breaks, ImmutableArray<FunctionEffect> Views)
{
    public static FunctionSummary None { get; } = new(ImmutableArray<FunctionEffect>.Empty, ImmutableArray<FunctionEffect>.Empty);
}

/// <summary>Finds what a lambda or local function of the body at hand does.</summary>
internal interface IFunctionSummaries
{
    /// <returns>Nothing for a function that is being looked into already: it calls itself.</returns>
    FunctionSummary Of(IMethodSymbol function);
}
