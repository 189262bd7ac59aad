// BUF4005. At each await: views of what a field holds that are used after it, where others can change the field meanwhile.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ViewAcrossAwait"/>
internal sealed class ViewAcrossAwaitCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ViewAcrossAwait,
        "View is held across an await while other members can change its buffer",
        "{0} lets {1} change {2} while {3}: (1) taken at line {4}, (2) awaited at line {5}, (3) {6}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "While a method waits, whoever has the object may call its other members. One of them replaces, refills or releases what the view was taken of, and no lock keeps it waiting: afterwards reads through the view are stale and writes are lost.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ViewAcrossAwait),
        customTags: new[] { "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Addresses | Signs.Waits;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (!body.Facts.Suspends || !body.Resolution.Values.AllLoans().ToArray().Any(id => FieldOf(body, id) is { } field && body.Outside.MayBreakMeanwhile(field)))
        {
            return;
        }

        var found = new List<Finding>();
        var states = Suspensions.Of(body);
        body.Resolution.Solver.ReplayForward<Suspend>((node, suspend, held) =>
        {
            if (states.LoansBefore(node, suspend) is { } loans && states.LiveAfter(node, suspend) is { } live)
            {
                found.AddRange(At(body, suspend, live, loans, held));
            }
        });

        // Once for each view: whatever is awaited after the first await finds it as doubtful as that left it.
        var loansTold = new HashSet<SyntaxNode>();
        var waitsTold = new HashSet<SyntaxNode>();
        var told = new List<Finding>();
        foreach (var finding in found.OrderBy(static finding => finding.Broken.Id).ThenBy(static finding => finding.Taken.SpanStart))
        {
            if (!loansTold.Contains(finding.Taken) && waitsTold.Add(finding.Broken.Syntax))
            {
                loansTold.Add(finding.Taken);
                told.Add(finding);
            }
        }

        foreach (var finding in FindingFacts.AddTo(body, told))
        {
            report(finding);
        }
    }

    private static IEnumerable<Finding> At(SolvedBody body, Suspend suspend, LiveSet live, LoanState loans, HeldValues held)
    {
        var member = ReentrancyGuards.MemberAround(suspend.Syntax);
        var guards = ReentrancyGuards.In(member);
        var holders = live.All
            .Where(static entry => entry.Value.Element is not null)
            .Select(entry => (Use: entry.Value.Element!, Origin: body.Facts.Origins.All[entry.Key]))
            .Where(static holder => IsOfTheBody(holder.Origin))
            .OrderBy(holder => holder.Use.Id < suspend.Id).ThenBy(static holder => holder.Use.Id).ThenBy(static holder => holder.Origin.IsTemporary).ThenBy(static holder => holder.Origin.Id);
        foreach (var (use, origin) in holders)
        {
            foreach (var id in body.Resolution.Loans.Holds(held, origin).ToArray())
            {
                if (FieldOf(body, id) is { } field && body.Resolution.Values[id] is Loan loan && !loans.HasSurelyMoved(id) && !(live[origin.Id].Write is null && CallbackReach.IsOfKeptArray(loan)) &&
                    body.Outside.BrokenMeanwhileBy(field, member, guards) is { } other)
                {
                    yield return new Finding(Rule, loan.Site.Syntax, loan.Owner, suspend.Presumed(loan.Site.Owner), origin, use) { Loan = loan, Meanwhile = other };
                }
            }
        }
    }

    /// <summary>Whether nobody but the body has a name: a view in a field is there for whoever changes the buffer to renew.</summary>
    private static bool IsOfTheBody(Origin name) => name.Parent is { } whole ? IsOfTheBody(whole) : name.IsTemporary || name.Symbol is ILocalSymbol or IParameterSymbol;

    /// <summary>The field of this object, or of its type, whose storage a loan is of. What stays in its place while the owner changes ends by a release alone.</summary>
    private static ISymbol? FieldOf(SolvedBody body, int id) =>
        body.Resolution.Values[id] is Loan { IsAmbiguous: false, Site.Effect.IsCounted: false } loan && !Leases.IsLease(loan) && FieldOf(body, loan.Owner) is { } field &&
        !(loan.Site.Effect.StaysInPlace && body.Outside.IsMutable((field as IFieldSymbol)?.Type ?? ((IPropertySymbol)field).Type))
            ? field
            : null;

    private static ISymbol? FieldOf(SolvedBody body, Value owner) => owner switch
    {
        Placeholder { Origin: { Symbol: (IFieldSymbol or IPropertySymbol) and var field, Parent: null } } => field,
        Part { Step: { IsStale: false, IsHandleOfView: true }, Of: var whole } => FieldOf(body, whole),
        Part { Step: { IsStale: false, Symbol: (IFieldSymbol or IPropertySymbol) and var field }, Of: Placeholder { Origin: var whole } } when whole == body.Facts.Origins.This => field,
        _ => null,
    };
}
