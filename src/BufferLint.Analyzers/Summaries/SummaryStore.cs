// Stage 5, the seam: facts ask here what a callee written in source does. Until summaries are inferred, every such
// callee is unknown, and an unknown call is harmless.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Effects inferred from the source of callees.</summary>
internal sealed class SummaryStore : ICalleeEffects
{
    /// <inheritdoc/>
    public ImmutableArray<Effect> EffectsOf(ISymbol member) => ImmutableArray<Effect>.Empty;
}
