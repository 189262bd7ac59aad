// Summaries from one compilation to the next.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Finds and remembers the summaries of one compilation's methods.</summary>
internal sealed class SummaryMemory
{
    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, TreeSummaries?> _ofTree;
    private readonly Func<string, bool> _isWorthALook;
    private readonly Func<SyntaxTree, object> _optionsOf;
    private readonly Lazy<(HashSet<TreeSummaries> Trees, CompilationWorld World)> _now;

    /// <summary>Makes the memory; nothing is read before it is asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="ofTree">What is remembered of a tree.</param>
    /// <param name="isWorthALook">Whether a call of a name is looked into.</param>
    /// <param name="optionsOf">The options of a tree, equal where they say the same.</param>
    public SummaryMemory(Compilation compilation, Func<SyntaxTree, TreeSummaries?> ofTree, Func<string, bool> isWorthALook, Func<SyntaxTree, object> optionsOf)
    {
        _optionsOf = optionsOf;
        _compilation = compilation;
        var known = new ConcurrentDictionary<SyntaxTree, TreeSummaries?>();
        _ofTree = tree => known.TryGetValue(tree, out var summaries) ? summaries : known.GetOrAdd(tree, ofTree);
        _isWorthALook = isWorthALook;
        _now = new Lazy<(HashSet<TreeSummaries> Trees, CompilationWorld World)>(() =>
        {
            var trees = compilation.SyntaxTrees.Select(ofTree).OfType<TreeSummaries>().ToArray();
            return (new HashSet<TreeSummaries>(trees), CompilationWorld.Of(compilation, trees));
        });
    }

    /// <summary>The summary of a method as it was in an earlier compilation, if all it rests on is as it was.</summary>
    public (FunctionSummary Summary, SummaryGround Ground)? Recall(IMethodSymbol method)
    {
        if (TreeOf(method) is not ({ } tree, var reference) || tree.Find(reference.Span, method.MethodKind) is not { } remembered ||
            !remembered.World.IsLike(_now.Value.World) || !remembered.Options.Equals(_optionsOf(reference.SyntaxTree)) || !remembered.Ground.Holds(_now.Value.Trees, _isWorthALook) ||
            remembered.Summary.In(_compilation, method) is not { } summary)
        {
            return null;
        }

        return (summary, remembered.Ground);
    }

    /// <summary>Remembers a summary.</summary>
    public void Remember(IMethodSymbol method, FunctionSummary summary, SummaryGround ground)
    {
        if (TreeOf(method) is ({ } tree, var reference) && StoredSummary.Of(method, summary) is { } stored)
        {
            tree.Remember(reference.Span, method.MethodKind, new RememberedSummary(stored, ground, _now.Value.World, _optionsOf(reference.SyntaxTree)));
        }
    }

    /// <summary>What the code of a method itself rests on, its callees left out: its own tree and those of its type, and the trees of all it calls.</summary>
    public SummaryGround? GroundOf(IMethodSymbol method, IEnumerable<IMethodSymbol> callees, Func<IMethodSymbol, string> nameOf)
    {
        var names = new Dictionary<string, bool>();
        var trees = new HashSet<TreeSummaries>();
        for (var type = method.ContainingType; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            Add(type);
        }

        Add(method);
        foreach (var callee in callees)
        {
            Add(callee);
            names[nameOf(callee)] = _isWorthALook(nameOf(callee));
        }

        return new SummaryGround(trees, names);

        void Add(ISymbol symbol)
        {
            foreach (var reference in symbol.DeclaringSyntaxReferences)
            {
                if (_compilation.ContainsSyntaxTree(reference.SyntaxTree) && _ofTree(reference.SyntaxTree) is { } tree)
                {
                    trees.Add(tree);
                }
            }
        }
    }

    private (TreeSummaries? Tree, SyntaxReference Reference)? TreeOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences is [var reference] && _compilation.ContainsSyntaxTree(reference.SyntaxTree) ? (_ofTree(reference.SyntaxTree), reference) : null;
}
