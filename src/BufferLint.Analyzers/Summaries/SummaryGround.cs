// What a summary rests on: trees whose bodies were read, and which names were worth a look.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Summaries;

/// <summary>The ground of one summary.</summary>
/// <param name="Trees">The trees in which bodies were read.</param>
/// <param name="Names">The names of callees, and whether each was worth a look.</param>
internal sealed record SummaryGround(ImmutableHashSet<TreeSummaries> Trees, ImmutableDictionary<string, bool> Names)
{
    /// <summary>What rests on more is made anew: to compare it would cost as much.</summary>
    private const int MaxNames = 400;

    public static SummaryGround None { get; } = new(ImmutableHashSet<TreeSummaries>.Empty, ImmutableDictionary<string, bool>.Empty);

    /// <summary>The ground of something that rests on several; <see langword="null"/> if one is not known, or all are too much.</summary>
    public static SummaryGround? Union(IEnumerable<SummaryGround?> grounds)
    {
        var trees = ImmutableHashSet.CreateBuilder<TreeSummaries>();
        var names = ImmutableDictionary.CreateBuilder<string, bool>();
        foreach (var ground in grounds)
        {
            if (ground is null || names.Count + ground.Names.Count > MaxNames)
            {
                return null;
            }

            trees.UnionWith(ground.Trees);
            foreach (var name in ground.Names)
            {
                names[name.Key] = name.Value;
            }
        }

        return new SummaryGround(trees.ToImmutable(), names.ToImmutable());
    }

    /// <summary>Whether it is still there.</summary>
    /// <param name="trees">The trees of the compilation at hand.</param>
    /// <param name="isWorthALook">Whether a name is worth a look in it.</param>
    public bool Holds(ISet<TreeSummaries> trees, System.Func<string, bool> isWorthALook) => Trees.All(trees.Contains) && Names.All(name => isWorthALook(name.Key) == name.Value);
}
