// BUF2002. At each release that may not be repeated: what is released was given back before.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.DoubleRelease"/>
internal sealed class DoubleReleaseCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DoubleRelease,
        "Buffer is released twice",
        "{0} releases {1} a second time: (1) {2}, (2) {3}, (3) {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An array that is returned to its pool twice is handed to two renters at once, who then overwrite each other's data; memory that is freed twice corrupts the heap.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.DoubleRelease),
        customTags: new[] { "CWE-415" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Leases | Signs.Copies;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        var told = new HashSet<SyntaxNode>();
        if (body.Facts.GivesBack)
        {
            RunReleases(body, told, report);
        }

        foreach (var finding in SharedLeases.In(body).Concat(CopiedLeases.In(body)))
        {
            if (told.Add(finding.Broken.Syntax))
            {
                report(finding);
            }
        }
    }

    /// <summary>What is released in the body itself.</summary>
    private static void RunReleases(SolvedBody body, HashSet<SyntaxNode> told, Action<Finding> report)
    {
        var found = new List<Finding>();
        var needed = new HashSet<Fact>();
        foreach (var (node, again) in body.Resolution.Solver.Reached<Invalidate>())
        {
            if (again.Effect is { GivesBack: true, IsIdempotent: false, IsPossible: false })
            {
                if (again.Chain is not null || body.Resolution.OperandOf(node, again).ToArray().Any(id => body.Resolution.Values[id] is not Released { IsAmbiguous: false }))
                {
                    needed.Add(again);
                }

                foreach (var id in body.Resolution.OperandOf(node, again).ToArray())
                {
                    if (body.Resolution.Values[id] is Released { IsAmbiguous: false } released && !IsOneCall(released.Site, again) && !CountedTurns.KeepApart(released.Site, again) && !IsOneOfSeveral(released.Site, again, body.Resolution.OperandOf(node, again), body))
                    {
                        found.Add(new Finding(Rule, again.Syntax, released.Of, again, again.Owner, released.Site) { Acquired = Acquisition.Of(released.Of, view: null) });
                    }
                }
            }
        }

        var under = UnderOwnWork(body, found);
        foreach (var finding in found.Where(finding => !under.Contains(finding)).OrderBy(static finding => finding.Broken.Id).ThenBy(static finding => finding.StillNeeded!.Id))
        {
            if (told.Add(finding.Broken.Syntax))
            {
                report(LeaseFacts.AddTo(finding, (FindingProperties.Needless, !needed.Contains(finding.Broken))));
            }
        }
    }

    /// <summary>Those whose first release stands while the work is running that releases again when it is awaited: BUF4003 tells of that.</summary>
    private static HashSet<Finding> UnderOwnWork(SolvedBody body, List<Finding> found)
    {
        var late = found.Where(static finding => finding.Broken is { Chain: not null, Syntax: AwaitExpressionSyntax }).ToArray();
        var told = new HashSet<Fact>();
        if (late.Length > 0)
        {
            BrokenUnderWork.Report(ReleaseUnderWorkCheck.Rule, body, static (_, _) => true, finding => told.Add(finding.Broken));
        }

        return new HashSet<Finding>(late.Where(finding => told.Contains(finding.StillNeeded!)));
    }

    /// <summary>Whether both are what one callee does, on one of its ways each.</summary>
    private static bool IsOneCall(Invalidate first, Invalidate again) => first.Syntax == again.Syntax && first.Id != again.Id;

    /// <summary>Whether a call of a loop releases one of several things a turn, so that each may have its own.</summary>
    private static bool IsOneOfSeveral(Invalidate first, Invalidate again, ValueSet operand, SolvedBody body) =>
        first == again && operand.ToArray().Select(id => body.Resolution.Values[id]).Where(static value => value is not Loan).Select(static value => value is Released released ? released.Of : value).Distinct().Skip(1).Any();
}
