// Values, sets of them, liveness and room as text, for people who debug and for tests. Nothing in the pipeline reads it.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>Prints what the analyses find.</summary>
internal static class ValuePrinter
{
    /// <summary>A value: an object <c>P(list)</c> or <c>new@3</c>, a part <c>P(this)._items</c>, or a loan <c>L1(P(list))</c> taken by fact 1.</summary>
    public static string Print(Value value) => value switch
    {
        Placeholder placeholder => $"P({FactPrinter.Print(placeholder.Origin)})",
        Created created => (created.IsOlder ? "older@" : "new@") + created.Site.Id,
        Part part => $"{Print(part.Of)}.{part.Step}",
        Loan loan => $"L{loan.Site.Id}({Print(loan.Owner)})",
        _ => value.ToString(),
    };

    /// <summary>A set of values in the order of their numbers.</summary>
    public static string Print(ValueSet values, ValueTable table) => "{" + string.Join(", ", values.ToArray().Select(id => Print(table[id]))) + "}";

    /// <summary>Why an origin is live: the number of the nearest use of each sort.</summary>
    public static string Print(Liveness liveness) => string.Join(", ", Causes(liveness));

    /// <summary>What is sure of an owner's room.</summary>
    public static string Print(Room room) =>
        $"spare {(room.Spare == Room.Unbounded ? "enough" : room.Spare)}, count {(room.Count is { } count ? "<= " + count : "?")}, capacity >= {room.Capacity}";

    private static IEnumerable<string> Causes(Liveness liveness)
    {
        if (liveness.Any is { } any)
        {
            yield return "any #" + any.Id;
        }

        if (liveness.Element is { } element)
        {
            yield return "element #" + element.Id;
        }

        if (liveness.Write is { } write)
        {
            yield return "write #" + write.Id;
        }
    }
}
