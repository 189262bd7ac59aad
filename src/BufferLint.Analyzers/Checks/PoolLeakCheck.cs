// BUF2006. Where the body ends: leases that some way there neither released nor gave to anybody.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.PoolLeak"/>
internal sealed class PoolLeakCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PoolLeak,
        "Pooled buffer is never returned",
        "{0} is {1}: (1) {3}, (2) left behind {4}, (3) without '{2}'",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An array that is not returned makes the pool allocate another: no memory is lost, but what the pool is there for is.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.PoolLeak),
        customTags: new[] { "CWE-772" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (body.PoolLeaks != PoolLeaks.Off)
        {
            LostLeases.Report(Rule, body, Leak.Pooled, report);
        }
    }
}
