// BUF5001. Where the caller gets its result, after the finally blocks: it is, or views, what those gave back. Where an
// iterator yields what it gives back later, and somebody collects that.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReturnedViewOutlives"/>
internal sealed class ReturnedViewOutlivesCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReturnedViewOutlives,
        "Returned view outlives its buffer",
        "{0} is {1}, but {2} releases its buffer first: (1) {3}, (2) {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A view that is returned out of a using statement, or past a finally block that releases its buffer, reaches the caller when the storage belongs to somebody else already; so does one that an iterator yields and its caller collects.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReturnedViewOutlives),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases | Signs.Addresses;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        ReleasedUses.Report(Rule, body, ReleasedUse.HandedOutAtTheEnd, report);
        YieldedPages.Report(Rule, body, report);
    }
}
