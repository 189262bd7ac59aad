// BUF4001. The same for code that is handed over and that nobody waits for: told where it gets the view.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ViewInUnwaitedWork"/>
internal sealed class ViewInUnwaitedWorkCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ViewInUnwaitedWork,
        "View escapes into work that can outlive its buffer",
        "{0} goes into work that {5}, and {1}: (1) {2}, (2) handed over at line {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Code that runs on another thread, or later, sees a buffer that by then was returned, freed or moved, and that somebody else may be filling.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ViewInUnwaitedWork),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Addresses | Signs.Refills;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        BrokenUnderWork.Report(Rule, body, (start, isAbandoned) => !isAbandoned && BrokenUnderWork.IsLetGo(body, start), report);
        if (body.Facts is { StartsWork: true, GivesBack: true })
        {
            StartedAfterRelease.Report(Rule, body, report);
        }
    }
}
