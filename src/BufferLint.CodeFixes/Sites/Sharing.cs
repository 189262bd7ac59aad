// Whether threads may meet in an object, by the words of its type.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.CodeFixes.Sites;

internal static class Sharing
{
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create("Interlocked", "Volatile", "Monitor", "SemaphoreSlim", "Semaphore", "Mutex", "SpinLock", "ReaderWriterLockSlim");

    /// <summary>Whether a type locks or exchanges anything, in any of its parts.</summary>
    public static bool IsExpectedBy(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax(cancellation).DescendantTokens())
        .Any(static token => token.Kind() is SyntaxKind.LockKeyword or SyntaxKind.VolatileKeyword ||
            (token.IsKind(SyntaxKind.IdentifierToken) && (Words.Contains(token.ValueText) || token.ValueText.StartsWith("Concurrent", StringComparison.Ordinal))));
}
