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
    public static IEnumerable<Finding> At(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate invalidate, HeldValues held) =>
        ByHolder(rule, body, node, invalidate, held).SelectMany(findings => findings);

    /// <summary>
    /// The same, holder by holder, each one's loans in the order of the source. The holders are found at once; whether a
    /// loan is broken is asked when its finding is wanted, which of many loans under one name is mostly the first.
    /// </summary>
    public static IEnumerable<IEnumerable<Finding>> ByHolder(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate invalidate, HeldValues held)
    {
        if (body.LoansBefore(node, invalidate) is not { } loans)
        {
            yield break;
        }

        // A call that shifts and moves, in this order, does not come after its own shift.
        var state = (Now: loans, BeforeCall: body.LoansBeforeCall(node, invalidate) ?? loans, Values: held);
        var live = body.LiveAfter(node, invalidate);
        foreach (var holder in LiveHolders(body, live, invalidate.Effect.Kind == EffectKind.Shifts, invalidate))
        {
            var values = body.Resolution.Loans.Holds(held, holder.Origin);
            if (HoldsLoan(body, values))
            {
                yield return Broken(rule, body, node, invalidate, state, holder, live[holder.Origin.Id], values);
            }
        }
    }

    private static IEnumerable<Finding> Broken(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate invalidate, (LoanState Now, LoanState BeforeCall, HeldValues Values) state, (Use Use, Origin Origin) holder, Liveness liveness, ValueSet held)
    {
        var (use, origin) = holder;
        var isShift = invalidate.Effect.Kind == EffectKind.Shifts;
        foreach (var loan in InSourceOrder(body, held))
        {
            if (!state.Now.HasSurelyMoved(loan.Id) &&
                !(isShift && state.Now.HasSurelyShifted(loan.Id)) &&
                !(loan.Site.Effect.IsCounted && !state.Now.Held.Contains(loan.Id)) &&
                body.Breakage.Breaks(node, invalidate, loan) &&
                !Correlation.IsLost(body, node, invalidate, loan, held) &&
                !(isShift && ManagedIndex.Covers(invalidate, origin, liveness.Any)) &&
                !(invalidate.Effect.RenewsVariable && StaleArrayNames.IsWiped(use)) &&
                !(invalidate.Effect.RenewsVariable && StaleArrayNames.IsKeptIn(body, state.Values, loan.Site.Owner, invalidate, loan.Owner.Id)) &&
                (!invalidate.Effect.RenewsVariable || IsTakenOf(invalidate.Owner, loan) || StaleArrayNames.IsWrittenWhileRenewed(body, node, invalidate, liveness)))
            {
                yield return new Finding(rule, loan.Site.Syntax, loan.Owner, invalidate, origin, use) { Loan = loan, ComesAfterShift = !isShift && state.BeforeCall.HasSurelyShifted(loan.Id) };
            }
        }
    }

    private static bool HoldsLoan(SolvedBody body, ValueSet held)
    {
        foreach (var id in held.Ids)
        {
            if (body.Resolution.Values[id] is Loan)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The loans among values, by where they were taken. Numbers mostly rise with the source, so that there is nothing to sort.</summary>
    private static IEnumerable<Loan> InSourceOrder(SolvedBody body, ValueSet held)
    {
        var loans = new List<Loan>(held.Count);
        var isSorted = true;
        foreach (var id in held.Ids)
        {
            if (body.Resolution.Values[id] is Loan loan)
            {
                isSorted &= loans.Count == 0 || loans[loans.Count - 1].Site.Syntax.SpanStart <= loan.Site.Syntax.SpanStart;
                loans.Add(loan);
            }
        }

        return isSorted ? loans : loans.OrderBy(loan => loan.Site.Syntax.SpanStart);
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
