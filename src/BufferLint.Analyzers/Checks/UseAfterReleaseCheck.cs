// BUF2001. At each use: what the name holds was given back, or is a view of what was.
using System;
using System.Collections.Generic;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.UseAfterRelease"/>
internal sealed class UseAfterReleaseCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.UseAfterRelease,
        "Buffer or view is used after release",
        "{0} is used after {1} released it: (1) {2}, (2) {3}, (3) used {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What was returned to a pool, freed or disposed belongs to somebody else: reads give another's data, writes corrupt it, native memory crashes the process.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.UseAfterRelease),
        customTags: new[] { "CWE-416" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases | Signs.Addresses;

    public void Run(SolvedBody body, Action<Finding> report) => ReleasedUses.Report(Rule, body, ReleasedUse.Plain, report);
}
