// BUF2004. At each release, and each reallocation: what it gets was leased from another family, or from another pool.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.MismatchedRelease"/>
internal sealed class MismatchedReleaseCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MismatchedRelease,
        "Release does not match the acquire",
        "{0} does not match how {1} was acquired: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each allocator keeps books of its own: memory that is given to another one's release corrupts a heap or is lost, an array that is given to another pool is lent out twice or refused.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.MismatchedRelease),
        customTags: new[] { "CWE-762" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (!body.Facts.All.Any(static fact => fact is Invalidate { Effect: { DemandsFamily: true, IsPossible: false } }))
        {
            return;
        }

        var told = new HashSet<SyntaxNode>();
        var found = new List<Finding>();
        foreach (var (node, release) in body.Resolution.Solver.Reached<Invalidate>())
        {
            if (release.Effect is { DemandsFamily: true, IsPossible: false } && ReleasedLeases.Mismatched(node, release, body) is { } lease)
            {
                found.Add(new Finding(Rule, release.Syntax, lease.Value, release, release.Owner, null) { Acquired = lease.Acquired, Lease = lease.Lease });
            }
        }

        foreach (var finding in found.OrderBy(static finding => finding.Broken.Id).ThenBy(static finding => finding.Acquired!.SpanStart))
        {
            if (told.Add(finding.Broken.Syntax))
            {
                report(LeaseFacts.AddTo(finding));
            }
        }
    }
}
