// The seam between the rule about running work and the other members of a type: what they begin with the buffers in its
// fields, and leave running in a field.
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Work that a member begins with a buffer of its object and leaves running, its task in another field.</summary>
/// <param name="Buffer">The field or property with the buffer.</param>
/// <param name="Task">The field or property with the task, or with the collection that the task is in.</param>
/// <param name="IsView">Whether the work was given a view of the buffer, which ends where that moves.</param>
/// <param name="Begin">Where the work begins.</param>
/// <param name="Member">The member that begins it.</param>
/// <param name="Through">The functions in which it begins, where that member calls others.</param>
internal sealed record WorkInField(ISymbol Buffer, ISymbol Task, bool IsView, SyntaxNode Begin, IMethodSymbol Member, ImmutableArray<string> Through);

/// <summary>Finds what the members of a type leave running.</summary>
internal interface IWorkInFields
{
    /// <summary>Whether a body of a type names a buffer that other members may have left in use.</summary>
    bool MayMatter(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation);

    /// <summary>The work that may be running when a member is called, and that it alone answers for.</summary>
    ImmutableArray<WorkInField> RunningAtStartOf(IMethodSymbol member, CancellationToken cancellation);

    /// <summary>Whether a call of a name, on the object itself, may wait for what is in a field.</summary>
    bool MayWait(INamedTypeSymbol type, ISymbol task, string called);
}
