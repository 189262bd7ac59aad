// Which sizes of a body are followed: those of owners whose views a growth may break, and the number variables that
// conditions and amounts speak of. Where there is no such owner nothing is followed, and it costs nothing.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>The terms of one body, numbered. An owner has four, a number variable two: itself and its negative.</summary>
internal sealed class SizeTerms
{
    public const int Zero = 0;

    private const int MaxOwners = 8;
    private const int MaxNumbers = 8;
    private const int MaxThresholds = 24;

    private readonly Dictionary<int, int> _owners = new();
    private readonly Dictionary<Origin, int> _numbers = new();

    private SizeTerms(IEnumerable<int> owners, IEnumerable<Origin> numbers, ImmutableArray<int> thresholds)
    {
        Count = 1;
        Thresholds = thresholds;
        foreach (var owner in owners.Take(MaxOwners))
        {
            _owners.Add(owner, Count);
            Count += 4;
        }

        foreach (var number in numbers.Take(MaxNumbers))
        {
            _numbers.Add(number, Count);
            Count += 2;
        }
    }

    /// <summary>How many terms there are.</summary>
    public int Count { get; }

    /// <summary>Whether there is no owner to follow.</summary>
    public bool IsEmpty => _owners.Count == 0;

    /// <summary>Constants of the body, and their neighbours: where bounds in loops come to rest.</summary>
    public ImmutableArray<int> Thresholds { get; }

    /// <summary>The first of the terms of a followed owner: its count, its capacity, the elements added since room was made, that room.</summary>
    public OwnerTerms? Of(int owner) => _owners.TryGetValue(owner, out var first) ? new OwnerTerms(first) : null;

    /// <summary>All followed owners.</summary>
    public IEnumerable<OwnerTerms> Owners => _owners.Values.Select(first => new OwnerTerms(first));

    /// <summary>All followed owners, with the values that they are.</summary>
    public IEnumerable<(int Id, OwnerTerms Terms)> OwnersById => _owners.Select(owner => (owner.Key, new OwnerTerms(owner.Value)));

    /// <summary>The owner that a term measures; <see langword="null"/> if it measures none.</summary>
    public OwnerTerms? OwnerOf(int term) => term > Zero && term <= _owners.Count * 4 ? new OwnerTerms(((term - 1) / 4 * 4) + 1) : null;

    /// <summary>The term of a followed number variable; the next one is its negative.</summary>
    public int? Of(Origin number) => _numbers.TryGetValue(number, out var term) ? term : null;

    /// <summary>The negative of a term; <see langword="null"/> of one that has none.</summary>
    public int? Negative(int term)
    {
        var firstNumber = 1 + (_owners.Count * 4);
        return term == Zero ? Zero : term < firstNumber ? null : ((term - firstNumber) % 2 == 0 ? term + 1 : term - 1);
    }

    public static SizeTerms Of(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        var viewed = new HashSet<int>();
        for (var id = 0; id < resolution.Values.Count; id++)
        {
            if (resolution.Values[id] is Loan { Owner: { IsAmbiguous: false } owner })
            {
                viewed.Add(owner.Id);
            }
        }

        var owners = new SortedSet<int>();
        var numbers = new SortedDictionary<int, Origin>();
        var constants = new SortedSet<int>();
        foreach (var node in viewed.Count == 0 && !graph.Nodes.Any(node => facts.Of(node.Block).Any(IsReservedArray)) ? ImmutableArray<FlowNode>.Empty : graph.Nodes)
        {
            foreach (var fact in facts.Of(node.Block))
            {
                if (fact is Invalidate invalidate)
                {
                    owners.UnionWith(resolution.OperandOf(node, fact).ToArray().Where(owner => viewed.Contains(owner) || IsReservedArray(invalidate)));
                }

                if (AmountOf(fact) is { } amount)
                {
                    Note(amount.Base, amount.Value);
                }
            }
        }

        foreach (var comparison in owners.Count == 0 ? Enumerable.Empty<Comparison>() : facts.AllLessons.OfType<Comparison>())
        {
            Note(comparison.Left, comparison.Offset);
            Note(comparison.Right, -comparison.Offset);
        }

        foreach (var room in owners.Count == 0 ? Enumerable.Empty<HasRoom>() : facts.AllLessons.OfType<HasRoom>())
        {
            Note(null, room.Elements ?? 0);
        }

        var thresholds = constants.SelectMany(constant => new[] { constant - 1, constant, constant + 1, -constant - 1, -constant, 1 - constant }).Concat(new[] { -1, 0, 1 });
        return new SizeTerms(owners, numbers.Values, thresholds.Distinct().OrderBy(threshold => threshold).ToImmutableArray());

        void Note(Measure? measure, int constant)
        {
            if (measure is { Kind: MeasureKind.Number })
            {
                numbers[measure.Of.Id] = measure.Of;
            }

            if (constants.Count < MaxThresholds && constant != int.MaxValue)
            {
                constants.Add(constant);
            }
        }
    }

    /// <summary>Other names of an array are followed like views where room is made for it.</summary>
    public static bool IsReservedArray(Fact fact) => fact is Invalidate { Effect: { RenewsVariable: true, Growth: Model.Growth.CapacityIsAmount } };

    private static Quantity? AmountOf(Fact fact) => fact switch
    {
        Invalidate invalidate => invalidate.Amount,
        Reserve reserve => reserve.Amount,
        _ => null,
    };
}

/// <summary>The four terms of an owner.</summary>
/// <param name="Count">How many elements it has.</param>
internal readonly record struct OwnerTerms(int Count)
{
    /// <summary>For how many it has room.</summary>
    public int Capacity => Count + 1;

    /// <summary>How many were added since room was last made.</summary>
    public int Added => Count + 2;

    /// <summary>How many can be added in all since then.</summary>
    public int Room => Count + 3;
}
