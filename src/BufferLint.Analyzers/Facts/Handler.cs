// How a lambda is called when it is not called by name.
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>A lambda as a delegate.</summary>
/// <param name="Delegate">The type of the delegate.</param>
/// <param name="GivenTo">The parameter, event, field or property that gets it; <see langword="null"/> if that is something else.</param>
internal sealed record Handler(INamedTypeSymbol Delegate, ISymbol? GivenTo);
