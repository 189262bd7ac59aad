// BUF5002. Where the body ends: places that live on and hold, or view, what was released since it was put there.
using System;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.StoredViewOutlives"/>
internal sealed class StoredViewOutlivesCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.StoredViewOutlives,
        "Stored view outlives its buffer",
        "{0} keeps what {1} releases: (1) {2}, (2) stored at line {4}, (3) {3}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A field or collection that keeps a view, or a rented array, which the same method releases is read later, when the storage belongs to somebody else.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.StoredViewOutlives),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases | Signs.Advances;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (!body.Facts.GivesBack && !body.Facts.All.Any(static fact => fact is Invalidate { Effect.Kind: EffectKind.Advances }))
        {
            return;
        }

        foreach (var kept in StoredViews.OutlivingIn(body).GroupBy(static kept => kept.Store.Syntax).Select(static same => same.First()))
        {
            var finding = new Finding(Rule, kept.Store.Syntax, kept.Owner, kept.End, kept.Store.Target, kept.Store) { Acquired = kept.Acquired };
            report(LeaseFacts.AddTo(finding, (FindingProperties.MayWrite, kept.MayWrite)));
        }
    }
}
