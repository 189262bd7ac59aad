// Which types name which others as their base, by words alone: a first guess that symbols confirm.
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Screen;

/// <summary>The base lists of a compilation.</summary>
internal sealed class DerivedNames
{
    private readonly ILookup<string, string> _types;
    private readonly ILookup<string, string> _aliases;

    public DerivedNames(IReadOnlyCollection<TreeWords> trees)
    {
        _types = trees.SelectMany(static tree => tree.Bases).ToLookup(static named => named.Base, static named => named.Type);
        _aliases = trees.SelectMany(static tree => tree.Aliases).ToLookup(static alias => alias.Of, static alias => alias.Name);
    }

    /// <summary>The metadata names of types in whose base list a name, or an alias of it, stands.</summary>
    public IEnumerable<string> NamedAsBase(string name) => _types[name].Concat(_aliases[name].SelectMany(alias => _types[alias])).Distinct();
}
