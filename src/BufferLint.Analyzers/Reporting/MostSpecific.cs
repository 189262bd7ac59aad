// Where one mistake matches several rules the most specific speaks, once a line.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Checks;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

/// <summary>Chooses among the findings of one member.</summary>
internal static class MostSpecific
{
    /// <summary>The rules, those first that say more of what is wrong; what is only suggested comes last.</summary>
    public static ImmutableArray<string> Order { get; } = ImmutableArray.Create(
        RuleIds.DoubleRelease,
        RuleIds.MismatchedRelease,
        RuleIds.ReleaseUnderAbandonedWork,
        RuleIds.ReleaseUnderWork,
        RuleIds.ViewInUnwaitedWork,
        RuleIds.ReinterpretationMisfit,
        RuleIds.RefusedView,
        RuleIds.PartialRead,
        RuleIds.SizeMisfit,
        RuleIds.EscapingAddress,
        RuleIds.ReturnedViewOutlives,
        RuleIds.StoredViewOutlives,
        RuleIds.KeptLentMemory,
        RuleIds.ReadWithoutAdvance,
        RuleIds.ViewAfterAwait,
        RuleIds.ResizeUnderView,
        RuleIds.ViewAfterAdvance,
        RuleIds.UseAfterRelease,
        RuleIds.KeptReleasedField,
        RuleIds.ReadOnlyWrite,
        RuleIds.NativeLeak,
        RuleIds.ResizeInCallback,
        RuleIds.ViewAcrossAwait,
        RuleIds.KeptMemoryParameter,
        RuleIds.ReadOnlyHandedOut,
        RuleIds.PoolLeak);

    /// <summary>The findings that are told, in the order they came.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return findings;
        }

        var resizes = new HashSet<(SyntaxNode, Origin)>(findings.Where(static finding => finding.Rule.Id is RuleIds.ResizeUnderView or RuleIds.ViewAfterAwait).Select(Event));
        var kept = new HashSet<SyntaxNode>(findings.Where(static finding => finding is { Rule.Id: RuleIds.KeptReleasedField, Broken.Effect.GivesBack: true }).Select(static finding => finding.Broken.Syntax));
        var stored = new HashSet<SyntaxNode>(findings.Where(static finding => finding.Rule.Id == RuleIds.StoredViewOutlives).Select(static finding => finding.Broken.Syntax));
        var told = findings.Where(finding => finding.Rule.Id switch
        {
            RuleIds.UseAfterRelease => !resizes.Contains(Event(finding)),
            RuleIds.StoredViewOutlives => !kept.Contains(finding.Broken.Syntax),
            RuleIds.KeptReleasedField => finding.Broken.Effect.GivesBack || !stored.Contains(finding.Broken.Syntax),
            _ => true,
        }).ToArray();
        var rules = told
            .GroupBy(Line)
            .ToDictionary(static line => line.Key, static line => line.Select(static finding => finding.Rule.Id).OrderBy(static id => Order.IndexOf(id)).First());
        return told.Where(finding => rules[Line(finding)] == finding.Rule.Id);
    }

    /// <summary>What was done, and which name suffers: who replaces an array and returns the old one has resized it.</summary>
    private static (SyntaxNode Broken, Origin View) Event(Finding finding) => (finding.Broken.Syntax, RootOf(finding.View));

    private static Origin RootOf(Origin origin) => origin.Parent is { } parent ? RootOf(parent) : origin;

    private static (SyntaxTree, int) Line(Finding finding)
    {
        var squiggle = Layout.Of(finding).Squiggle(finding);
        return (squiggle.SyntaxTree, squiggle.SyntaxTree.GetLineSpan(squiggle.Span).StartLinePosition.Line);
    }
}
