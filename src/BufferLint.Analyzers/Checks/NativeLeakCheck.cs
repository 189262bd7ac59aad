// BUF2003. Where the body ends: leases that some way there neither released nor gave to anybody.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.NativeLeak"/>
internal sealed class NativeLeakCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NativeLeak,
        "Lease of pinned or native memory is never released",
        "{0} is {1}: (1) {3}, (2) left behind {4}, (3) without '{2}'",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Native memory that is not freed is lost to the process, and a pin that is not released keeps the collector from moving an object for as long as it lives.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.NativeLeak),
        customTags: new[] { "CWE-401" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases;

    public void Run(SolvedBody body, Action<Finding> report) => LostLeases.Report(Rule, body, Leak.Lost, report);
}
