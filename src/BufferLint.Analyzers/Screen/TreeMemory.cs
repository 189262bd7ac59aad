// What was read of all trees of a compilation, for the next compilation of the same trees. A host that asks file by file, as an
// editor does, makes one for every file, and what their words come to is the same each time.
using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Screen;

/// <summary>Keeps what is known of the latest set of trees, for each first tree as long as that lives.</summary>
internal sealed class TreeMemory
{
    private readonly ConditionalWeakTable<SyntaxTree, KnownOfTrees> _latest = new();

    /// <summary>What is known of the trees of a compilation.</summary>
    public KnownOfTrees Of(Compilation compilation)
    {
        var trees = compilation is CSharpCompilation own ? own.SyntaxTrees : compilation.SyntaxTrees.ToImmutableArray();
        if (trees.IsEmpty)
        {
            return new KnownOfTrees(trees);
        }

        lock (_latest)
        {
            if (_latest.TryGetValue(trees[0], out var known) && (known.Trees == trees || known.Trees.SequenceEqual(trees)))
            {
                return known;
            }

            _latest.Remove(trees[0]);
            return _latest.GetValue(trees[0], _ => new KnownOfTrees(trees));
        }
    }
}

/// <summary>What is known of some trees, one thing of each type. It rests on their text alone, never on symbols.</summary>
internal sealed class KnownOfTrees
{
    private readonly ConcurrentDictionary<Type, object> _known = new();

    /// <param name="trees">The trees.</param>
    public KnownOfTrees(ImmutableArray<SyntaxTree> trees) => Trees = trees;

    /// <summary>The trees.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>What is known, or is found out now. Who asks meanwhile finds it out as well: nobody waits for another.</summary>
    /// <param name="read">Finds it out.</param>
    /// <param name="holds">Whether what is known holds here too, where it rests on more than the trees.</param>
    public T Of<T>(Func<T> read, Func<T, bool>? holds = null)
        where T : class
    {
        if (_known.TryGetValue(typeof(T), out var known) && holds?.Invoke((T)known) != false)
        {
            return (T)known;
        }

        var now = read();
        _known[typeof(T)] = now;
        return now;
    }
}

/// <summary>The calls of a compilation, with the gates that they were asked for.</summary>
/// <param name="Gates">The gates.</param>
/// <param name="Calls">What members may do by them.</param>
internal sealed record GatedCalls(ImmutableArray<NameGate> Gates, CallNames Calls);
