// What the oracle says.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

/// <summary>How calls divide what is due between the caller and the called.</summary>
internal enum Across
{
    /// <summary>Each of the three happens in the caller, or in a call of its own.</summary>
    Nothing,

    /// <summary>The called method uses the caller's view after it has broken it.</summary>
    UsedByBreaker,

    /// <summary>The called method hands out a view that it has broken: told there.</summary>
    BrokenByTaker,

    /// <summary>The called method breaks the view and leaves by an exception.</summary>
    BrokenByThrower,
}

/// <summary>A view taken at one line, broken at another, and used at a third, on a path that can be.</summary>
/// <param name="Taken">The line of the acquisition.</param>
/// <param name="Broken">The line that broke it first.</param>
/// <param name="Used">The line of the use.</param>
/// <param name="Holder">The variable that held it when it broke; empty for the enumerator of a loop.</param>
/// <param name="IsShift">Whether only its contents shifted.</param>
internal readonly record struct Due(int Taken, int Broken, int Used, string Holder, bool IsShift)
{
    public Across Across { get; init; }
}

/// <summary>A view used after an event that may have broken it, the first or a later one.</summary>
internal readonly record struct StaleUse(int Taken, int Broken, int Used);

/// <summary>What is due on one path, or on all paths of a program.</summary>
internal sealed class Verdict
{
    public HashSet<Due> Dues { get; } = [];

    public HashSet<StaleUse> StaleUses { get; } = [];

    /// <summary>Which variables held a view when it broke.</summary>
    public HashSet<(int Taken, int Broken, string Holder)> Holders { get; } = [];

    public void Add(Verdict other)
    {
        Dues.UnionWith(other.Dues);
        StaleUses.UnionWith(other.StaleUses);
        Holders.UnionWith(other.Holders);
    }
}

/// <summary>One path.</summary>
/// <param name="Verdict">What is due on it.</param>
/// <param name="Trace">The plain statements along it.</param>
/// <param name="Inputs">What makes a run take it.</param>
internal sealed record Path(Verdict Verdict, ImmutableArray<Statement> Trace, Inputs Inputs)
{
    /// <summary>The lines passed from the acquisition of a view, the last before it broke, to the break.</summary>
    public IEnumerable<int> BetweenTakenAndBroken(Due due)
    {
        var lines = Trace.Select(statement => statement.Line).ToArray();
        var broken = System.Array.LastIndexOf(lines, due.Broken);
        var taken = broken < 0 ? -1 : System.Array.LastIndexOf(lines, due.Taken, broken);
        return taken < 0 ? [] : lines[taken..broken];
    }
}
