// The seam between the rule about fields that keep what was released and the runs of a type's members in the order in
// which others can call them.
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>A release after which the field still has what was released, and a member that is called later and falls for it.</summary>
/// <param name="Field">The field or automatic property.</param>
/// <param name="Release">The release, or the call of a helper that is given what it releases.</param>
/// <param name="Effect">What is done.</param>
/// <param name="First">The member that outsiders call, and that comes to the release.</param>
/// <param name="Next">The member that is called after that; it may be the same.</param>
/// <param name="Again">What that does: another release, or a use.</param>
/// <param name="IsRelease">Whether it is a release.</param>
/// <param name="Acquired">Where the field is given what is released; <see langword="null"/> if nobody sees it.</param>
internal sealed record KeptRelease(ISymbol Field, SyntaxNode Release, Effect Effect, IMethodSymbol First, IMethodSymbol Next, SyntaxNode Again, bool IsRelease, SyntaxNode? Acquired)
{
    /// <summary>Whether it is the same call that comes to both: another field has the same.</summary>
    public bool IsSameCall { get; init; }
}

/// <summary>The release by which an object gives back what it was given.</summary>
/// <param name="Ending">The member that ends the object, and comes to the release.</param>
/// <param name="Effect">What is done.</param>
internal sealed record AdoptedRelease(IMethodSymbol Ending, Effect Effect);

/// <summary>Finds the fields of a type that keep what was released, and what a type releases that its objects are given.</summary>
internal interface IFieldProtocols
{
    /// <summary>The releases in a body after which a field keeps what was released.</summary>
    /// <param name="body">The declaration of a member.</param>
    /// <param name="type">The type that it is a member of.</param>
    /// <param name="cancellation">Stops the work.</param>
    ImmutableArray<KeptRelease> In(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation);

    /// <summary>How an object releases what it is given, whatever else it was told; <see langword="null"/> if it may not, or may do so twice.</summary>
    /// <param name="given">The argument of its constructor, of a method that only makes it or of one that is called on it, or the assignment to a member of it.</param>
    /// <param name="made">The expression that makes it.</param>
    /// <param name="cancellation">Stops the work.</param>
    AdoptedRelease? ReleaseOf(SyntaxNode given, SyntaxNode made, CancellationToken cancellation);

    /// <summary>How a copy of a struct releases what the struct owns; <see langword="null"/> if it may not.</summary>
    /// <param name="type">A struct of the compilation.</param>
    /// <param name="cancellation">Stops the work.</param>
    AdoptedRelease? ReleaseOf(INamedTypeSymbol type, CancellationToken cancellation);
}
