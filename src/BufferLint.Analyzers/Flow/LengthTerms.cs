// Which lengths and numbers of a body are followed: those that what must fit depends on.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>The terms of one body, numbered; term zero is zero.</summary>
internal sealed class LengthTerms
{
    public const int Zero = 0;

    private const int MaxTerms = 24;
    private const int MaxThresholds = 48;

    private readonly Dictionary<Origin, int> _terms = new();

    private LengthTerms()
    {
    }

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Count + 1;

    /// <summary>Constants of the body, and their neighbours: where bounds in loops come to rest.</summary>
    public ImmutableArray<int> Thresholds { get; private set; }

    /// <summary>The term of a variable's number, or of the length of what it holds; <see langword="null"/> if it is not followed.</summary>
    public int? Of(Origin variable) => _terms.TryGetValue(variable, out var term) ? term : null;

    /// <summary>All that the demands of a body depend on, first what they name themselves.</summary>
    public static LengthTerms Of(FactTable facts)
    {
        var pending = new Queue<Origin>();
        var sources = new Dictionary<Origin, List<Extent>>();
        var constants = new SortedSet<int> { -1, 0, 1 };
        foreach (var fact in facts.All)
        {
            if (fact is Demand demand)
            {
                Note(demand.Needed);
                Note(demand.Available);
            }
            else if (fact is Measured { Extent: { } extent } measured)
            {
                if (!sources.TryGetValue(measured.Variable, out var given))
                {
                    sources.Add(measured.Variable, given = new List<Extent>());
                }

                given.Add(extent);
            }
        }

        foreach (var bounded in facts.AllLessons.OfType<Bounded>())
        {
            Note(bounded.Difference);
        }

        var terms = new LengthTerms();
        while (pending.Count > 0 && terms.Count <= MaxTerms)
        {
            var variable = pending.Dequeue();
            if (!terms._terms.ContainsKey(variable))
            {
                terms._terms.Add(variable, terms.Count);
                foreach (var extent in sources.TryGetValue(variable, out var given) ? given : Enumerable.Empty<Extent>())
                {
                    Note(extent);
                }
            }
        }

        terms.Thresholds = constants.Take(MaxThresholds).SelectMany(static constant => new[] { constant - 1, constant, constant + 1 }).Distinct().OrderBy(static constant => constant).ToImmutableArray();
        return terms;

        void Note(Extent extent)
        {
            foreach (var part in extent.Parts)
            {
                pending.Enqueue(part.Of);
            }

            if (extent.Constant is >= int.MinValue / 2 and <= int.MaxValue / 2)
            {
                constants.Add((int)extent.Constant);
                constants.Add(-(int)extent.Constant);
            }
        }
    }
}
