// Something that surely does not fit.
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>A demand that is not met on any way that leads to it.</summary>
/// <param name="Demand">What must fit.</param>
/// <param name="Needed">How much is needed at least; <see langword="null"/> if only the difference is known.</param>
/// <param name="Available">How much there is at most; <see langword="null"/> if only the difference is known.</param>
/// <param name="Lack">How much is lacking at least.</param>
internal sealed record Misfit(Demand Demand, long? Needed, long? Available, long Lack)
{
    private static readonly ImmutableDictionary<string, string?> Told = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Ending, nameof(EffectKind.Snapshot));

    /// <summary>Where the sizes come from, as far as they are assigned: of what there is first.</summary>
    public ImmutableArray<Measured> Sites { get; init; } = ImmutableArray<Measured>.Empty;

    /// <summary>Whether there is exactly so much.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether it fits if there is nothing at all: a count of none.</summary>
    public bool FitsNone { get; init; }

    /// <summary>Whether exactly so much is needed.</summary>
    public bool NeedIsExact { get; init; }

    /// <summary>The misfit at a demand; <see langword="null"/> if it may be met.</summary>
    public static Misfit? Of(Demand demand, Lengths state)
    {
        if (demand.Needed.Minus(demand.Available) is not { } difference || (demand.AllowsNone && !(state.AtLeast(demand.Available) > 0)))
        {
            return null;
        }

        var known = state.AtLeast(difference) is > 0 and var least ? least : (long?)null;
        var lack = known ?? LackOfCount(demand, difference, state);
        return lack > 0 ? new Misfit(demand, state.AtLeast(demand.Needed), state.AtMost(demand.Available), lack.Value) { FitsNone = known is null, IsExact = state.AtLeast(demand.Available) == state.AtMost(demand.Available), NeedIsExact = state.AtLeast(demand.Needed) == state.AtMost(demand.Needed) } : null;
    }

    /// <summary>The finding of a rule.</summary>
    public Finding ToFinding(DiagnosticDescriptor rule)
    {
        var container = Demand.Available.Parts.Concat(Demand.Needed.Parts).Select(static part => part.Of).FirstOrDefault() ?? new Origin(-1, Demand.Container ?? Demand.Syntax);
        var made = new Created(new Create(Demand.Syntax, container, NeverMoves: false), IsOlder: false);
        var call = new Invalidate(Demand.Syntax, container, Effect.Snapshot(Slot.This), null, null, 1) { Id = Demand.Id };
        return new Finding(rule, Sites.FirstOrDefault()?.Syntax ?? Demand.Container ?? Demand.Syntax, made, call, container, null)
        {
            Misfit = this,
            Properties = Needed is { } needed && NeedIsExact && Demand.UnitsPerElement is { } size && needed % size == 0
                ? Told.Add(FindingProperties.NeededElements, (needed / size).ToString(CultureInfo.InvariantCulture))
                : Told,
        };
    }

    /// <summary>A block of as many bytes as there should be elements is too small for any number of them but none.</summary>
    private static long? LackOfCount(Demand demand, Extent difference, Lengths state) =>
        state.AtMost(difference) is null or > 0 && difference is { Parts: [{ Times: > 0 and var times, Of: var count }], Constant: >= 0 } && demand.Available.Parts.Any(part => part.Of == count && part.Times > 0) ? times + difference.Constant : null;
}
