// What rules about ended views share: at an invalidation, the live origins and the loans they hold that it ends.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class BrokenViews
{
    /// <summary>A finding for each loan that an invalidation breaks and that something still live holds.</summary>
    /// <param name="rule">The rule that is asked.</param>
    /// <param name="body">The body.</param>
    /// <param name="node">Where the invalidation is.</param>
    /// <param name="invalidate">The invalidation.</param>
    /// <param name="held">What every origin holds just before it.</param>
    public static IEnumerable<Finding> At(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate invalidate, HeldValues held)
    {
        if (body.LoansBefore(node, invalidate) is not { } loans)
        {
            yield break;
        }

        var live = body.LiveAfter(node, invalidate);
        var isShift = invalidate.Effect.Kind == EffectKind.Shifts;

        // A call that shifts and moves, in this order, does not come after its own shift.
        var before = body.LoansBeforeCall(node, invalidate) ?? loans;
        foreach (var (use, origin) in LiveHolders(body, live, isShift, invalidate))
        {
            foreach (var id in body.Resolution.Loans.Holds(held, origin).ToArray())
            {
                if (body.Resolution.Values[id] is Loan loan &&
                    !loans.HasSurelyMoved(id) &&
                    !(isShift && loans.HasSurelyShifted(id)) &&
                    !(loan.Site.Effect.IsCounted && !loans.Held.Contains(id)) &&
                    body.Breakage.Breaks(node, invalidate, loan) &&
                    !Correlation.IsLost(body, node, invalidate, loan, body.Resolution.Loans.Holds(held, origin)) &&
                    !(isShift && ManagedIndex.Covers(invalidate, origin, live[origin.Id].Any)) &&
                    !(invalidate.Effect.RenewsVariable && StaleArrayNames.IsWiped(use)) &&
                    (!invalidate.Effect.RenewsVariable || IsTakenOf(invalidate.Owner, loan) || StaleArrayNames.IsWrittenWhileRenewed(body, node, invalidate, live[origin.Id])))
                {
                    yield return new Finding(rule, loan.Site.Syntax, loan.Owner, invalidate, origin, use) { Loan = loan, ComesAfterShift = !isShift && before.HasSurelyShifted(id) };
                }
            }
        }
    }

    /// <summary>Whether a view was taken of a variable: by its name, or by none, as in <c>(flag ? a : b).AsSpan()</c>. Under another name it may be kept on purpose.</summary>
    private static bool IsTakenOf(Origin variable, Loan loan) => loan.Site.Owner == variable || loan.Site.Owner is { Symbol: null, Parent: null };

    /// <summary>Live origins, named ones and nearest uses ahead first.</summary>
    private static IEnumerable<(Use Use, Origin Origin)> LiveHolders(SolvedBody body, LiveSet live, bool onlyElements, Invalidate invalidate)
    {
        var holders = new List<(Use Use, Origin Origin)>();
        foreach (var entry in live.All)
        {
            if ((onlyElements ? entry.Value.Element : entry.Value.Any) is { } use)
            {
                holders.Add((use, body.Facts.Origins.All[entry.Key]));
            }
        }

        return holders.OrderBy(holder => holder.Use.Id < invalidate.Id).ThenBy(holder => holder.Use.Id).ThenBy(holder => holder.Origin.IsTemporary).ThenBy(holder => holder.Origin.Id);
    }
}
