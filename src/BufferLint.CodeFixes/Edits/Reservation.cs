// Reservations of several plans: one call, early and large enough, serves all views of a buffer.
using System.Collections.Generic;
using System.Linq;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Room to be made for a buffer.</summary>
/// <param name="Owner">The buffer, as it is written.</param>
/// <param name="Amount">The number of elements.</param>
/// <param name="Before">The statement before which the room is made.</param>
/// <param name="Text">The text that statement stands in.</param>
internal sealed record Reservation(string Owner, int Amount, StatementSyntax Before, SourceText Text)
{
    /// <summary>The plan that makes this room and nothing else.</summary>
    public FixPlan ToPlan() => new(StatementEdits.Before(Before, $"{Owner}.EnsureCapacity({Owner}.Count + {Amount});", Text)) { Reservation = this };

    /// <summary>The plans, where those that reserve for one buffer among the same statements are one.</summary>
    public static IEnumerable<FixPlan> Joined(IEnumerable<FixPlan> plans) => plans
        .GroupBy(plan => plan.Reservation is { } reservation ? (object)(reservation.Owner, reservation.Before.Parent, Functions.Around(reservation.Before)) : plan)
        .Select(group => group.First().Reservation is null ? group.First() : Largest(group.Select(plan => plan.Reservation!).ToArray()).ToPlan());

    private static Reservation Largest(Reservation[] reservations)
    {
        var first = reservations.OrderBy(reservation => reservation.Before.SpanStart).First();
        return first with { Amount = reservations.Max(reservation => reservation.Amount) };
    }
}
