// BUF4002. At each awaited call that ends views of what it is given or works on, and at each await for what the thread owns.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ViewAfterAwait"/>
internal sealed class ViewAfterAwaitCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ViewAfterAwait,
        "View is used after an await that changed its buffer",
        "{0} while {1}: (1) taken at line {2}, (2) awaited at line {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A view on the heap survives an await, its storage may not: what is awaited grows, refills or releases the buffer, or other code of the thread uses what the thread owns. Afterwards reads are stale and writes are lost, or go to somebody else.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ViewAfterAwait),
        customTags: new[] { "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Waits;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (Awaits.AreIn(body))
        {
            var resized = new List<Finding>();
            ResizedViews.Report(Rule, body, Awaits.EndAView, resized.Add);
            resized.ForEach(report);
            ReportReleased(body, resized, report);
        }

        if (ThreadBoundBuffers.In(body) is { } buffers)
        {
            ReportThreadBound(body, buffers, report);
        }
    }

    /// <summary>Once for each await, at the first use after it; what replaces an array and returns the old one has resized it.</summary>
    private static void ReportReleased(SolvedBody body, List<Finding> resized, Action<Finding> report)
    {
        var told = new List<Finding>();
        ReleasedUses.Report(Rule, body, ReleasedUse.AfterAwait, finding =>
        {
            if (resized.Concat(told).All(other => other.Broken.Syntax != finding.Broken.Syntax))
            {
                told.Add(finding with { Taken = finding.Loan!.Site.Syntax, Loan = BeforeRelease(body, finding.Loan!) });
            }
        });

        foreach (var finding in FindingFacts.AddTo(body, told))
        {
            report(finding);
        }
    }

    /// <summary>The loan as it was taken, before its owner was released.</summary>
    private static Loan BeforeRelease(SolvedBody body, Loan loan) =>
        body.Resolution.Values.AllLoans().ToArray().Select(id => (Loan)body.Resolution.Values[id]).FirstOrDefault(other => other.Site == loan.Site && Released.In(other) is null) ?? loan;

    private static void ReportThreadBound(SolvedBody body, ThreadBoundBuffers buffers, Action<Finding> report)
    {
        var found = new List<Finding>();
        var states = Suspensions.Of(body);
        body.Resolution.Solver.ReplayForward<Suspend>((node, suspend, held) =>
        {
            if (states.LiveAfter(node, suspend) is { } live)
            {
                found.AddRange(buffers.At(Rule, suspend, live, held));
            }
        });

        // Once for each name and each wait: whatever is awaited next finds it as doubtful as that left it.
        var waitsTold = new HashSet<SyntaxNode>();
        var namesTold = new HashSet<Origin>();
        foreach (var finding in found.OrderBy(static finding => finding.Broken.Id))
        {
            if (!namesTold.Contains(finding.View) && waitsTold.Add(finding.Broken.Syntax))
            {
                namesTold.Add(finding.View);
                report(finding);
            }
        }
    }
}
