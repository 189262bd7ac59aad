// Which types' members a name without anything before it can mean, by the words of base lists alone.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>The names of the types around some code.</summary>
/// <param name="Names">From the innermost outwards; none for code that stands in no type.</param>
/// <param name="Key">All of them, as one text.</param>
internal sealed record EnclosingTypes(ImmutableArray<string> Names, string Key)
{
    public static EnclosingTypes None { get; } = new(ImmutableArray<string>.Empty, string.Empty);

    /// <summary>Those around a node.</summary>
    public static EnclosingTypes Of(SyntaxNode? node)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var around = node; around is not null; around = around.Parent)
        {
            if (around is BaseTypeDeclarationSyntax { Identifier.ValueText: { Length: > 0 } name })
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? None : new EnclosingTypes(names.ToImmutable(), string.Join(".", names));
    }
}

/// <summary>Types by name; those of one name are one.</summary>
internal sealed class TypeFamilies
{
    private readonly ILookup<string, string> _bases;
    private readonly ILookup<string, string> _derived;
    private readonly string[] _static;
    private readonly ILookup<string, string> _values;
    private readonly ConcurrentDictionary<string, HashSet<string>> _families = new(StringComparer.Ordinal);

    /// <param name="trees">The words of all trees.</param>
    public TypeFamilies(IReadOnlyCollection<TreeWords> trees)
    {
        var named = trees.SelectMany(static tree => tree.Bases).Select(static pair => (Base: pair.Base, Type: SimpleName(pair.Type)))
            .Concat(trees.SelectMany(static tree => tree.Aliases).Select(static alias => (Base: alias.Of, Type: alias.Name)))
            .Distinct()
            .ToArray();
        _bases = named.ToLookup(static pair => pair.Type, static pair => pair.Base, StringComparer.Ordinal);
        _derived = named.ToLookup(static pair => pair.Base, static pair => pair.Type, StringComparer.Ordinal);
        _values = trees.SelectMany(static tree => tree.Values).Distinct().ToLookup(static value => value.Name, static value => value.Type, StringComparer.Ordinal);
        _static = trees.SelectMany(static tree => tree.Statics).Distinct().ToArray();
    }

    /// <summary>Whether a name may stand for something else than a type in some types: for a member of theirs, or of one of their relatives.</summary>
    public bool MayBeValue(string name, EnclosingTypes types) => _values.Contains(name) && (types.Names.IsEmpty || _values[name].Any(type => type.Length == 0 || Of(types).Contains(type)));

    /// <summary>
    /// The types in which a name is found that stands in some types without anything before it: these, what they derive from,
    /// what derives from them, since that may override it, and what that derives from in turn, since it may implement it.
    /// </summary>
    public HashSet<string> Of(EnclosingTypes types) => _families.GetOrAdd(types.Key, _ =>
    {
        var derived = new HashSet<string>(types.Names, StringComparer.Ordinal);
        Close(derived, _derived);
        derived.UnionWith(_static);
        Close(derived, _bases);
        return derived;
    });

    private static void Close(HashSet<string> names, ILookup<string, string> next)
    {
        var open = new Stack<string>(names);
        while (open.Count > 0)
        {
            foreach (var name in next[open.Pop()])
            {
                if (names.Add(name))
                {
                    open.Push(name);
                }
            }
        }
    }

    /// <summary>The name of a type as code says it, of <c>Space.Outer+Type`1</c>.</summary>
    private static string SimpleName(string metadataName)
    {
        var start = metadataName.LastIndexOfAny(Separators) + 1;
        var end = metadataName.IndexOf('`', start);
        return end < 0 ? metadataName.Substring(start) : metadataName.Substring(start, end - start);
    }

    private static readonly char[] Separators = { '.', '+' };
}
