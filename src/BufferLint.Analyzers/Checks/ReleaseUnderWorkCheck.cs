// BUF4003. At each invalidation: the work that may still be running, and what it uses.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReleaseUnderWork"/>
internal sealed class ReleaseUnderWorkCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReleaseUnderWork,
        "Buffer is released, resized or reused while an operation on its view is running",
        "{0} while {1} may still use it: (1) started at line {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An operation that was started and not awaited goes on reading or filling its buffer. If the buffer goes back to its pool, is freed or moves meanwhile, the operation reads or writes memory that belongs to somebody else by then.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReleaseUnderWork),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Addresses | Signs.Refills | Signs.WorkInFields;

    public void Run(SolvedBody body, Action<Finding> report) => BrokenUnderWork.Report(Rule, body, (start, isAbandoned) => !isAbandoned && !BrokenUnderWork.IsLetGo(body, start), report);
}
