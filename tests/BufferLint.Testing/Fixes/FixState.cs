// A project on its way from the test state to the fixed one, with its diagnostics.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

internal sealed record FixState(Project Project, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>How many documents have diagnostics, and at least one.</summary>
    internal int DocumentCount => Math.Max(1, Diagnostics
        .Select(static diagnostic => diagnostic.Location.SourceTree)
        .Where(static tree => tree is not null)
        .Distinct()
        .Count());
}
