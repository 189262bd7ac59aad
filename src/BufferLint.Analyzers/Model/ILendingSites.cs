// The seam between the rule about lent memory and the source that lends: who calls a handler, and what becomes of the
// memory then.
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>One call by which memory is lent.</summary>
/// <param name="Lender">The method that calls.</param>
/// <param name="End">What takes the memory back: a release, an advance, or the next fill.</param>
/// <param name="Effect">How the release does that; <see langword="null"/> if the memory is only filled again.</param>
internal sealed record LendingSite(IMethodSymbol Lender, SyntaxNode End, Effect? Effect);

/// <summary>Finds in the source of a compilation who lends memory to a handler.</summary>
internal interface ILendingSites
{
    /// <summary>The first site that lends what a parameter gets; <see langword="null"/> if none is found.</summary>
    /// <param name="parameter">The parameter of a method or lambda.</param>
    /// <param name="givenTo">Of a lambda: the parameter, event, field or property that gets it.</param>
    /// <param name="cancellation">Stops the work.</param>
    LendingSite? Of(IParameterSymbol parameter, ISymbol? givenTo, CancellationToken cancellation);
}
