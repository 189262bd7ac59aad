// BUF1003. At each callback: live origins, and the loans they hold of collections that the code called back can reach.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ResizeInCallback"/>
internal sealed class ResizeInCallbackCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ResizeInCallback,
        "A callback may resize the buffer while a view of it is in use",
        "{0} calls code that may resize {1} while {2}: (1) taken at line {3}, (2) called at line {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A delegate that the caller supplied, the subscribers of an event, or an override in a derived type may call back into the object and grow the very collection that is viewed: writes through the view are lost then, and reads are stale.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ResizeInCallback),
        customTags: new[] { "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Addresses | Signs.Callbacks;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        var found = new List<Finding>();
        body.Resolution.Solver.ReplayForward<Callback>((node, callback, held) =>
        {
            if (body.LoansBefore(node, callback) is { } loans && CallbackReach.Of(body, callback, held) is { } reach)
            {
                found.AddRange(At(body, node, callback, held, loans, reach));
            }
        });

        // Once for each view: whatever is called after the first call finds it as doubtful as that left it.
        var loansTold = new HashSet<SyntaxNode>();
        var callsTold = new HashSet<SyntaxNode>();
        var told = new List<Finding>();
        foreach (var finding in found.OrderBy(finding => finding.Broken.Id).ThenBy(finding => finding.Taken.SpanStart))
        {
            if (!loansTold.Contains(finding.Taken) && callsTold.Add(finding.Broken.Syntax))
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

    private static IEnumerable<Finding> At(SolvedBody body, FlowNode node, Callback callback, HeldValues held, LoanState loans, CallbackReach reach)
    {
        var live = body.LiveAfter(node, callback);
        var holders = live.All
            .Where(entry => entry.Value.Element is not null)
            .Select(entry => (Use: entry.Value.Element!, Origin: body.Facts.Origins.All[entry.Key]))
            .OrderBy(holder => holder.Use.Id < callback.Id).ThenBy(holder => holder.Use.Id).ThenBy(holder => holder.Origin.IsTemporary).ThenBy(holder => holder.Origin.Id);
        foreach (var (use, origin) in holders)
        {
            foreach (var id in body.Resolution.Loans.Holds(held, origin).ToArray())
            {
                if (body.Resolution.Values[id] is Loan { IsAmbiguous: false, Site.Effect: { IsCounted: false, StaysInPlace: false } } loan && !Leases.IsLease(loan) && !IsOnlyATarget(loan.Site.Syntax) &&
                    !loans.HasSurelyMoved(id) && reach.Covers(loan) && !(live[origin.Id].Write is null && CallbackReach.IsOfKeptArray(loan)) && !IsBrokenAnyway(body, node, callback, loan))
                {
                    yield return new Finding(Rule, loan.Site.Syntax, loan.Owner, callback.Presumed(loan.Site.Owner), origin, use) { Loan = loan };
                }
            }
        }
    }

    /// <summary>Whether it is an element that is chosen before the value for it is computed: nobody took a view of it.</summary>
    private static bool IsOnlyATarget(SyntaxNode taken) => taken is ElementAccessExpressionSyntax && taken.Parent is AssignmentExpressionSyntax { Right: not RefExpressionSyntax } assignment && assignment.Left == taken;

    /// <summary>Whether the call breaks the view whatever it calls back: that is a mistake of its own.</summary>
    private static bool IsBrokenAnyway(SolvedBody body, FlowNode node, Callback callback, Loan loan) => body.Facts.Of(node.Block)
        .OfType<Invalidate>()
        .Any(other => callback.Syntax.Span.Contains(other.Syntax.Span) && body.Breakage.Breaks(node, other, loan));
}
