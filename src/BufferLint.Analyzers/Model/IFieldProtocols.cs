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
internal sealed record KeptRelease(ISymbol Field, SyntaxNode Release, Effect Effect, IMethodSymbol First, IMethodSymbol Next, SyntaxNode Again, bool IsRelease, SyntaxNode? Acquired);

/// <summary>Finds the fields of a type that keep what was released.</summary>
internal interface IFieldProtocols
{
    /// <summary>The releases in a body after which a field keeps what was released.</summary>
    /// <param name="body">The declaration of a member.</param>
    /// <param name="type">The type that it is a member of.</param>
    /// <param name="cancellation">Stops the work.</param>
    ImmutableArray<KeptRelease> In(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation);
}
