// BUF4004. The same for work that was waited for only until something else came to its end.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReleaseUnderAbandonedWork"/>
internal sealed class ReleaseUnderAbandonedWorkCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReleaseUnderAbandonedWork,
        "A timed-out or abandoned operation may still use the buffer",
        "{0} while {1} may still use it: (1) started at line {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A wait that times out or is cancelled ends the waiting, not the operation: it goes on reading or filling its buffer. If the buffer goes back to its pool, is freed or moves then, the operation reads or writes memory that belongs to somebody else.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReleaseUnderAbandonedWork),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Ends | Signs.Addresses | Signs.Refills | Signs.WorkInFields;

    public void Run(SolvedBody body, Action<Finding> report) => BrokenUnderWork.Report(Rule, body, static (_, isAbandoned) => isAbandoned, report);
}
