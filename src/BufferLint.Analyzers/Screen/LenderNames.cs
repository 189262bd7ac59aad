// Which names may have to do with lending, by words alone: members that have memory and release or refill it, and whom they
// may call meanwhile.
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Screen;

/// <summary>The members of a compilation that may lend memory.</summary>
/// <param name="Lenders">What they are called by.</param>
/// <param name="Called">All names in their code.</param>
internal sealed record LenderNames(ISet<string> Lenders, ISet<string> Called)
{
    private static readonly HashSet<string> Memory = ["AsMemory", "Memory", "ReadOnlyMemory", "ReadOnlySequence", "Buffer", "ArraySegment"];

    private static readonly HashSet<string> Endings =
    [
        "Return", "Dispose", "AdvanceTo", "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "ReadAtLeast", "ReadAtLeastAsync", "Receive", "ReceiveAsync", "ReceiveFrom", "ReceiveFromAsync",
    ];

    /// <summary>Reads the words of all trees.</summary>
    public static LenderNames Of(IEnumerable<TreeWords> trees)
    {
        var lenders = new HashSet<string>();
        var called = new HashSet<string>();
        foreach (var member in trees.SelectMany(static tree => tree.Members).Where(static member => (member.MakesArrays || member.Words.Any(Memory.Contains)) && member.Words.Any(Endings.Contains)))
        {
            lenders.Add(member.Name);
            called.UnionWith(member.Words);
        }

        return new LenderNames(lenders, called);
    }
}
