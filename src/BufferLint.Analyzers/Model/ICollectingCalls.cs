// The seam between the rule about yielded views and those who ask for them, wherever in the compilation.
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Says whether somebody collects what an iterator yields.</summary>
internal interface ICollectingCalls
{
    /// <summary>Where elements of an iterator are kept beyond the next turn; <see langword="null"/> if no call in the compilation does that.</summary>
    SyntaxNode? Of(IMethodSymbol iterator, CancellationToken cancellation);
}
