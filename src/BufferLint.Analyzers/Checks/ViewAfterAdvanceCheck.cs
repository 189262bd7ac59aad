// BUF1002. At each advance of a reader or writer: live origins, and the leases they hold that just ended.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ViewAfterAdvance"/>
internal sealed class ViewAfterAdvanceCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ViewAfterAdvance,
        "View is used after its reader or writer advanced",
        "{0} is used after {1} ended it: (1) taken at line {2}, (2) {3} at line {4}, (3) used {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a buffer writer hands out is good until it advances, flushes or is asked again; what a pipe reader read is good until it advances or completes. Afterwards the storage may be in the pool or belong to somebody else: writes are lost or corrupt other data, reads give what was read next.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ViewAfterAdvance),
        customTags: new[] { "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Advances;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        var found = new List<Finding>();
        body.Resolution.Solver.ReplayForward<Invalidate>(
            static fact => fact.Effect.Kind == EffectKind.Advances,
            (node, advance, held) => found.AddRange(BrokenViews.At(Rule, body, node, advance, held).Where(finding => !IsHandedOutAtTheEnd(body, finding))));

        // Once for each use, once for each lease that an advance ends under one name, and once a line, where several names
        // of one lease meet: a sequence and a position in it.
        var usesTold = new HashSet<SyntaxNode>();
        var viewsTold = new HashSet<(SyntaxNode, Origin)>();
        var linesTold = new HashSet<(SyntaxNode, SyntaxNode, int)>();
        var told = new List<Finding>();
        foreach (var finding in found.OrderBy(finding => finding.StillNeeded!.Id).ThenBy(finding => finding.Broken.Id).ThenBy(finding => finding.Taken.SpanStart))
        {
            var use = finding.StillNeeded!.Syntax;
            if (viewsTold.Add((finding.Broken.Syntax, finding.View)) & usesTold.Add(use) && linesTold.Add((finding.Broken.Syntax, finding.Taken, LineOf(use))))
            {
                told.Add(finding);
            }
        }

        foreach (var finding in FindingFacts.AddTo(body, told))
        {
            report(finding);
        }
    }

    private static int LineOf(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line;

    /// <summary>What was evaluated before and is handed out behind the finally blocks outlives its buffer: another rule.</summary>
    private static bool IsHandedOutAtTheEnd(SolvedBody body, Finding finding) =>
        body.Graph.Nodes.Any(node => node.Block.Kind == BasicBlockKind.Exit && body.Facts.Of(node.Block).Any(fact => ReferenceEquals(fact, finding.StillNeeded)));
}
