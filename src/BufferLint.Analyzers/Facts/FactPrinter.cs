// Facts as text: one line each, for people who debug and for tests. Nothing in the pipeline reads it.
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>Prints facts and origins.</summary>
internal static class FactPrinter
{
    private const int MaxNameLength = 44;

    /// <summary>What an origin is called: the user's name, or the expression whose result it holds, in ‹›.</summary>
    public static string Print(Origin origin) => origin.IsTemporary ? "‹" + OneLine(origin.Name) + "›" : OneLine(origin.Name);

    /// <summary>A fact without its number.</summary>
    public static string Print(Fact fact) => fact switch
    {
        Issue issue => $"{Print(issue.Target)} = view of {Print(issue.Owner)}{Key(issue.Key)}{Traits(issue.Effect)}",
        Create create => $"{Print(create.Target)} = new object{(create.NeverMoves ? ", its storage never moves" : string.Empty)}{(create.Lease is { Family: { } family } ? ", " + family.Name : string.Empty)}",
        OriginFlow flow => $"{Print(flow.Target)} {(flow.Adds ? "+=" : "=")} {Sources(flow)}",
        Use use => $"use {Print(use.Origin)}: {Words(use.Kind.ToString())}",
        Invalidate invalidate => $"{Words(invalidate.Effect.Kind.ToString())} {Print(invalidate.Owner)}{Key(invalidate.Key)}{Growth(invalidate)}",
        Reserve reserve => $"room in {Print(reserve.Owner)}: {Print(reserve.Amount)}",
        FindKey find => $"{Print(find.Owner)} has {(find.Key as ISymbol)?.Name ?? find.Key}",
        Reorder reorder => $"elements of {Print(reorder.Owner)} change places",
        Rewind rewind => $"rewind {Print(rewind.Owner)}",
        Fill fill => $"fill {Print(fill.Owner)}: {(fill.Amount is { } amount ? Print(amount) : "?")}",
        Release { IsHandedOver: true } handed => $"hand over {Print(handed.View)}",
        HandOver { IsKept: true } kept => $"hand over owner {Print(kept.Owner)}, kept",
        HandOver handed => $"hand over owner {Print(handed.Owner)}",
        Release release => $"release {Print(release.View)}",
        Callback { IsOverridable: true } => "call back: what a derived type may override",
        Callback callback => $"call back {Print(callback.Called)}",
        Suspend => "await: others may run",
        Forget forget => $"{Print(forget.Index)} = {Print(forget.Value)}, another index",
        Measured measured => $"{Print(measured.Variable)} measures {measured.Extent?.ToString() ?? "?"}",
        Demand demand => $"{demand.Needed} must fit into {demand.Available}",
        Validity validity => $"{Print(validity.Buffer)}: {Words(validity.Part.ToString())} of it is data",
        WholeRead read => $"all of {Print(read.Buffer)} is read",
        Kill => "the statement's temporaries hold nothing",
        Start start => $"{Print(start.Task)} = work on what {Print(start.Work)} holds",
        Join join => $"{Print(join.Task)} is over{(join.HasReturned ? " or was waited for" : string.Empty)}",
        Abandon abandon => $"{Print(abandon.Task)} may go on",
        MayThrow => "may throw",
        End => "end: does not return",
        _ => fact.GetType().Name,
    };

    /// <summary>A number of elements.</summary>
    public static string Print(Quantity quantity) => quantity switch
    {
        { IsComputed: true } => "computed",
        { Base: { } measure, Value: 0 } => Print(measure),
        { Base: { } measure } => $"{Print(measure)} {(quantity.Value < 0 ? "-" : "+")} {System.Math.Abs((long)quantity.Value)}",
        { Value: int.MaxValue } => "any number",
        _ => quantity.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>What a branch teaches.</summary>
    public static string Print(Lesson lesson) => lesson switch
    {
        IsNull empty => $"{Print(empty.Holder)} holds nothing",
        GaveNothing nothing => $"{Print(nothing.Given)} was given nothing",
        IsSame same => $"{Print(same.Old)} is {(same.AreSame ? string.Empty : "not ")}{Print(same.Fresh)}",
        IsHeld held => $"{Print(held.Holder)} is not released",
        IsOver over => $"{Print(over.Wait.Task)} is over",
        EndsFixed left => $"{Print(left.Pin.Owner)} is unpinned",
        IsZero zero => $"{Print(zero.Address)} is null",
        IsSameAddress same => $"{Print(same.One)} is the address {Print(same.Other)}",
        HasRoom room => $"{Print(room.Storage)} has {(room.IsSo ? string.Empty : "no ")}room{(room.Elements is { } elements ? $" for {elements}" : string.Empty)}",
        HasKey present => $"{Print(present.Owner)} has {(present.Key as ISymbol)?.Name ?? present.Key}",
        Bounded bounded => $"{bounded.Difference} {bounded.Kind switch { ComparisonKind.AtLeast => ">=", ComparisonKind.Equal => "=", _ => "<>" }} 0",
        Comparison comparison => $"{Sum(comparison)} {comparison.Kind switch { ComparisonKind.AtLeast => ">=", ComparisonKind.Equal => "=", _ => "<>" }} {(comparison.Right is { } right ? Print(right) : "0")}",
        _ => lesson.GetType().Name,
    };

    private static string Sum(Comparison comparison) =>
        Print(new Quantity(comparison.Left, comparison.Offset)) + (comparison.HasComputedPart ? " + computed" : string.Empty);

    private static string Print(Measure measure) => measure.Kind switch
    {
        MeasureKind.Length => $"length of {Print(measure.Of)}",
        MeasureKind.Count => $"count of {Print(measure.Of)}",
        MeasureKind.Capacity => $"capacity of {Print(measure.Of)}",
        _ => Print(measure.Of),
    };

    private static string Sources(OriginFlow flow)
    {
        var sources = flow.Sources.IsEmpty ? "nothing" : string.Join(" or ", flow.Sources.Select(Print));
        return flow.Dereferences ? "what " + sources + " refers to" : sources;
    }

    private static string Growth(Invalidate invalidate)
    {
        var amount = invalidate.Amount is { } known ? Print(known) : "?";
        var growth = (invalidate.Effect.Kind, invalidate.Effect.Growth) switch
        {
            (EffectKind.Moves, Model.Growth.CapacityIsAmount) => ", capacity = " + amount,
            (EffectKind.Moves, Model.Growth.CapacityIsCount) => ", capacity = count",
            (EffectKind.Moves, Model.Growth.CapacityAtLeastAmount) => ", capacity >= " + amount,
            (EffectKind.Moves, Model.Growth.CountIsAmount) => ", count = " + amount,
            (EffectKind.Moves, Model.Growth.HintInAmount) => ", room for " + amount,
            (EffectKind.Moves, Model.Growth.Unknown) when invalidate.Amount is null => string.Empty,
            (EffectKind.Moves, _) => ", +" + amount,
            _ => string.Empty,
        };
        return invalidate.Trips == 1 ? growth : $"{growth}, {invalidate.Trips} times";
    }

    private static string Traits(Effect effect) =>
        (effect.IsReadOnly ? ", read-only" : string.Empty) + (effect.CastsAwayReadOnly ? ", casts away read-only" : string.Empty) + (effect.IsCounted ? ", counted" : string.Empty) + (effect.IsLease ? ", leased" : string.Empty) + (effect.Addressing == Addressing.Followed ? string.Empty : ", " + Words(effect.Addressing.ToString())) + (effect.IsImpure ? ", changes the owner" : string.Empty);

    private static string Key(object? key) => key is null ? string.Empty : $" under {(key as ISymbol)?.Name ?? key}";

    /// <summary>«PassToRead» as «pass to read».</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    /// <summary>A name as it can stand in a line; the hidden flag of a <c>lock</c> has none at all.</summary>
    private static string OneLine(string? text)
    {
        if (text is null)
        {
            return "unnamed";
        }

        var line = string.Join(" ", text.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxNameLength ? line : line.Substring(0, MaxNameLength - 1) + "…";
    }
}
