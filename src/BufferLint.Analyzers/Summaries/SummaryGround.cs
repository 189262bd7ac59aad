// What a summary rests on: trees whose bodies were read, and which names were worth a look.
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Summaries;

/// <summary>The ground of one summary; its sets are never written to once it is made.</summary>
/// <param name="Trees">The trees in which bodies were read.</param>
/// <param name="Names">The names of callees, and whether each was worth a look.</param>
internal sealed record SummaryGround(HashSet<TreeSummaries> Trees, Dictionary<string, bool> Names)
{
    /// <summary>What rests on more is made anew: to compare it would cost as much.</summary>
    private const int MaxNames = 400;

    /// <summary>The ground of something that rests on several; <see langword="null"/> if one is not known, or all are too much.</summary>
    public static SummaryGround? Union(IEnumerable<SummaryGround?> grounds)
    {
        var first = default(SummaryGround);
        var all = default(SummaryGround);
        foreach (var ground in grounds)
        {
            if (ground is null || ((all ?? first)?.Names.Count ?? 0) + ground.Names.Count > MaxNames)
            {
                return null;
            }

            if (first is null)
            {
                first = ground;
                continue;
            }

            all ??= new SummaryGround(new HashSet<TreeSummaries>(first.Trees), new Dictionary<string, bool>(first.Names));
            all.Trees.UnionWith(ground.Trees);
            foreach (var name in ground.Names)
            {
                all.Names[name.Key] = name.Value;
            }
        }

        return all ?? first ?? new SummaryGround(new HashSet<TreeSummaries>(), new Dictionary<string, bool>());
    }

    /// <summary>Whether it is still there.</summary>
    /// <param name="trees">The trees of the compilation at hand.</param>
    /// <param name="isWorthALook">Whether a name is worth a look in it.</param>
    public bool Holds(ISet<TreeSummaries> trees, System.Func<string, bool> isWorthALook) => Trees.All(trees.Contains) && Names.All(name => isWorthALook(name.Key) == name.Value);
}
