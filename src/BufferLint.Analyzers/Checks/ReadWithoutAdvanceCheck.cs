// BUF1004. At each read of a pipe: leases of the same reader that on some path have not ended yet.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReadWithoutAdvance"/>
internal sealed class ReadWithoutAdvanceCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReadWithoutAdvance,
        "Pipe is read again without advancing",
        "{0} reads again while what was read is not given back by AdvanceTo: (1) read at line {1}, (2) {2}, (3) read again {3}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every successful read of a PipeReader is to be followed by AdvanceTo, also where nothing was consumed. A second read before that throws an InvalidOperationException, or gives the same data again, depending on the reader.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReadWithoutAdvance),
        customTags: new[] { "CWE-664" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Advances;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        var found = new List<Finding>();
        foreach (var (node, read) in body.Resolution.Solver.Reached<Invalidate>())
        {
            if (read.Effect.Kind == EffectKind.ReadsOn && body.LoansBefore(node, read) is { } loans)
            {
                found.AddRange(loans.Open.ToArray()
                    .Select(id => (Loan)body.Resolution.Values[id])
                    .Where(loan => body.Breakage.Breaks(node, read, loan) && IsOneReader(body, node, read, loan))
                    .Select(loan => FindingOf(body, read, loan)));
            }
        }

        var readsTold = new HashSet<SyntaxNode>();
        var told = new List<Finding>();
        foreach (var finding in found.OrderBy(finding => finding.Broken.Id).ThenBy(finding => finding.Taken.SpanStart))
        {
            if (!IsKeptByOthers(body, finding.Owner) && readsTold.Add(finding.Broken.Syntax))
            {
                told.Add(finding);
            }
        }

        foreach (var finding in FindingFacts.AddTo(body, told))
        {
            report(finding);
        }
    }

    private static Finding FindingOf(SolvedBody body, Invalidate read, Loan loan)
    {
        var history = body.Histories.Of(loan);
        var lastUse = history.Uses.Where(use => use.TouchesElements).OrderBy(use => use.Id < read.Id).ThenBy(use => use.Id).LastOrDefault();
        return new Finding(Rule, loan.Site.Syntax, loan.Owner, read, history.Holder ?? loan.Site.Target, lastUse) { Loan = loan };
    }

    /// <summary>Whether it is surely the same reader: not one of several, nor what stands in another element under the same name.</summary>
    private static bool IsOneReader(SolvedBody body, FlowNode node, Invalidate read, Loan loan) =>
        (body.Resolution.OperandOf(node, read).Ids.Length == 1 && !IsInStorage(loan.Owner)) ||
        (loan.Site.Owner == read.Owner && !Correlation.IsAssignedBetween(body, read.Owner, loan.Site, read));

    /// <summary>Whether an object is reached through a reference into storage, which may mean each element in its turn.</summary>
    private static bool IsInStorage(Value reader) => reader is Part part && (part.Step.Equals(PathStep.Content) || IsInStorage(part.Of));

    /// <summary>Whether an object made here, or a lambda, was given the reader, and may advance it at any time.</summary>
    private static bool IsKeptByOthers(SolvedBody body, Value reader) => body.Graph.Nodes.Any(node => body.Facts.Of(node.Block)
        .Any(fact => fact is HandOver { IsKept: true } && body.Resolution.IsWithin(reader, body.Resolution.OperandOf(node, fact))));
}
