// Bodies of which their summary showed already that no rule has anything to ask: they are not looked at a second time.
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>
/// The bodies of one compilation whose facts no rule asks for. Facts for a summary and facts for findings are the same but for
/// sizes; those of methods that call each other in a circle are made of approximations, and are not noted.
/// </summary>
internal sealed class QuietBodies
{
    private readonly ConcurrentDictionary<SyntaxNode, bool> _bodies = new();

    /// <summary>Takes note of a body without findings.</summary>
    /// <param name="root">The root of its graph.</param>
    public void Add(SyntaxNode root) => _bodies.TryAdd(root, true);

    /// <summary>Whether a body is known to have no findings, sizes left out.</summary>
    /// <param name="root">The root of its graph.</param>
    public bool Contain(SyntaxNode root) => _bodies.ContainsKey(root);
}
