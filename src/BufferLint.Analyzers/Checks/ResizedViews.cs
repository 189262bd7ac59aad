// What rules about resized buffers share. At each invalidation: live origins, and the loans they hold whose storage just
// went. For counted views: loans that are not released, used again or not.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

internal static class ResizedViews
{
    /// <summary>Reports each view once, at the resize that ends it.</summary>
    /// <param name="rule">The rule that is asked.</param>
    /// <param name="body">The body.</param>
    /// <param name="isWanted">Which of them the rule speaks of.</param>
    /// <param name="report">Receives the findings.</param>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, Func<Finding, bool> isWanted, Action<Finding> report)
    {
        var found = new List<FindingsOfView>();
        body.Resolution.Solver.ReplayForward<Invalidate>((node, invalidate, held) =>
        {
            if (invalidate.Effect.Kind is EffectKind.Advances or EffectKind.ReadsOn or EffectKind.Releases || body.LoansBefore(node, invalidate) is not { } loans)
            {
                return;
            }

            var findings = invalidate.Effect.Kind == EffectKind.RefusesWhileViewed
                ? Each(RefusedFor(rule, body, node, invalidate, loans))
                : BrokenViews.ByHolder(rule, body, node, invalidate, held);
            var stale = invalidate.Effect.RenewsVariable ? Each(StaleArrayNames.Of(rule, body, node, invalidate, held)) : Enumerable.Empty<IEnumerable<Finding>>();
            var addresses = invalidate.Effect.EndsNames ? Each(StaleAddresses.Of(rule, body, node, invalidate, held)) : Enumerable.Empty<IEnumerable<Finding>>();
            found.AddRange(findings.Concat(stale).Concat(addresses).Select(ofView => new FindingsOfView(invalidate, ofView)));
        });

        foreach (var finding in FindingFacts.AddTo(body, OncePerView.Of(found).Where(isWanted).ToList()))
        {
            report(finding);
        }
    }

    private static IEnumerable<IEnumerable<Finding>> Each(IEnumerable<Finding> findings) => findings.Select(finding => new[] { finding });

    private static IEnumerable<Finding> RefusedFor(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate invalidate, LoanState loans)
    {
        if (IsCaught(node.Block, invalidate.Effect.Exception))
        {
            yield break;
        }

        foreach (var id in loans.Held.ToArray())
        {
            if (body.Resolution.Values[id] is Loan loan && body.Breakage.Breaks(node, invalidate, loan))
            {
                var view = body.Histories.Of(loan).Holder ?? loan.Site.Target;
                var use = body.LiveAfter(node, invalidate)[view.Id].Any;
                yield return new Finding(rule, loan.Site.Syntax, loan.Owner, invalidate, view, (Fact?)use ?? body.Histories.Of(loan).ReleaseAfter(invalidate)) { Loan = loan };
            }
        }
    }

    /// <summary>Whether the code around expects the refusal.</summary>
    private static bool IsCaught(BasicBlock block, ITypeSymbol? exception)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch } guarded &&
                guarded.NestedRegions.Any(handler => handler != region && Takes(handler.ExceptionType, exception)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Takes(ITypeSymbol? caught, ITypeSymbol? thrown)
    {
        if (caught is null or { SpecialType: SpecialType.System_Object })
        {
            return true;
        }

        for (var type = thrown; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, caught))
            {
                return true;
            }
        }

        return false;
    }
}
