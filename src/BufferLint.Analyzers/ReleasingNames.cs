// The names of a compilation's own members that may give back what they are given.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Protocols;
using BufferLint.Screen;

namespace BufferLint;

/// <summary>Names of members that take storage and hand it to a release, or put it back into a pool written by hand.</summary>
internal sealed class ReleasingNames
{
    private readonly HashSet<string> _names;

    private ReleasingNames(HashSet<string> names) => _names = names;

    /// <summary>Those of some trees; who hands what he is given to one of them is one too.</summary>
    /// <param name="trees">The words of the trees.</param>
    public static ReleasingNames Of(IEnumerable<TreeWords> trees)
    {
        var members = trees.SelectMany(static tree => tree.Members).Where(static member => member.PutsBack || member.TakesStorage).ToArray();
        var names = new HashSet<string>(members.Where(static member => member.PutsBack).Select(static member => member.Name), StringComparer.Ordinal);
        for (var known = -1; known != names.Count;)
        {
            known = names.Count;
            names.UnionWith(members.Where(member => !names.Contains(member.Name) && member.Run.Any(word => FieldProtocolNames.Releases.Contains(word.Name) || names.Contains(word.Name))).Select(static member => member.Name).ToArray());
        }

        return new ReleasingNames(names);
    }

    /// <summary>Whether a member of a name may.</summary>
    public bool Contain(string name) => _names.Contains(name);
}
