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

    private ReleasingNames(IEnumerable<string> names) => _names = new HashSet<string>(names, StringComparer.Ordinal);

    /// <summary>Those of some trees.</summary>
    /// <param name="trees">The words of the trees.</param>
    public static ReleasingNames Of(IEnumerable<TreeWords> trees) => new(trees
        .SelectMany(static tree => tree.Members)
        .Where(static member => member.PutsBack || (member.TakesStorage && member.Run.Any(static word => FieldProtocolNames.Releases.Contains(word.Name))))
        .Select(static member => member.Name));

    /// <summary>Whether a member of a name may.</summary>
    public bool Contain(string name) => _names.Contains(name);
}
