// BUF1001. At each invalidation that is not awaited: views whose storage just went.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ResizeUnderView"/>
internal sealed class ResizeUnderViewCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ResizeUnderView,
        "Buffer is resized while a view of it is still in use",
        "{0} while {1}: (1) taken at line {2}, (2) {3} at line {4}, (3) {5}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When a buffer grows, shrinks or is refilled, views taken before (spans, memories, references, raw arrays) keep the old storage: writes through them are lost and reads are stale, without an exception. Where views are counted, the resize is refused with an exception.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ResizeUnderView),
        customTags: new[] { "CWE-825" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Moves;

    public void Run(SolvedBody body, Action<Finding> report) => ResizedViews.Report(Rule, body, static finding => !Awaits.EndAView(finding), report);
}
