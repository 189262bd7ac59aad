// All of a compilation that code in one method can see, but for the bodies of others.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Equal for two compilations that bind every unchanged body alike.</summary>
internal sealed class CompilationWorld
{
    /// <summary>Held weakly: one may be another project's compilation.</summary>
    private readonly ImmutableArray<WeakReference<MetadataReference>> _references;
    private readonly CompilationOptions _options;
    private readonly long _declarations;

    private CompilationWorld(ImmutableArray<WeakReference<MetadataReference>> references, CompilationOptions options, long declarations)
    {
        _references = references;
        _options = options;
        _declarations = declarations;
    }

    public static CompilationWorld Of(Compilation compilation, IEnumerable<TreeSummaries> trees) =>
        new(compilation.References.Select(static reference => new WeakReference<MetadataReference>(reference)).ToImmutableArray(), compilation.Options, trees.Aggregate(7L, static (hash, tree) => unchecked((hash * 1_000_003) + tree.Declarations)));

    public bool IsLike(CompilationWorld other) =>
        ReferenceEquals(this, other) ||
        (_declarations == other._declarations && _options.Equals(other._options) && AreSame(_references, other._references));

    private static bool AreSame(ImmutableArray<WeakReference<MetadataReference>> left, ImmutableArray<WeakReference<MetadataReference>> right) =>
        left.Length == right.Length && left.Zip(right, static (one, other) => one.TryGetTarget(out var here) && other.TryGetTarget(out var there) && ReferenceEquals(here, there)).All(static same => same);
}
