// What rules about leaks share: the leases that are still owed where a body ends, each once.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

internal static class LostLeases
{
    /// <summary>Reports the leases whose loss is of a kind.</summary>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, Leak leak, Action<Finding> report)
    {
        if (!body.Facts.AcquiresLeases)
        {
            return;
        }

        // One exit for each way a condition that is asked more than once turned out.
        var told = new HashSet<Create>();
        foreach (var exit in body.Graph.Nodes.Where(static node => node.Block.Kind == BasicBlockKind.Exit))
        {
            foreach (var lease in body.Owed.Solver.AtEndOf(exit)?.All.ToArray() ?? Array.Empty<int>())
            {
                Report(rule, body, leak, lease, () => LastBefore(body, exit, lease), isByException: false, told, report);
            }
        }

        ReportKeptForEver(rule, body, leak, report);

        // What a pool lends may be lost by an exception, .NET's guidance says, unless the user asks for more.
        if (leak == Leak.Lost || body.PoolLeaks == PoolLeaks.AllPaths)
        {
            foreach (var (lease, raised) in ExceptionExits.Of(body))
            {
                Report(rule, body, leak, lease, () => raised, isByException: true, told, report);
            }
        }
    }

    /// <summary>Reports what a constructor or initialiser puts into a field of which nobody ever takes it to release it.</summary>
    private static void ReportKeptForEver(DiagnosticDescriptor rule, SolvedBody body, Leak leak, Action<Finding> report)
    {
        if (body.Facts.Owner is not (null or { MethodKind: MethodKind.Constructor }) || body.Graph.Nodes.FirstOrDefault(static node => node.Block.Kind == BasicBlockKind.Exit) is not { } exit || body.Resolution.Solver.AtEndOf(exit) is not { } state)
        {
            return;
        }

        foreach (var origin in body.Facts.Origins.All)
        {
            if (origin is not { Step: { IsStale: false, Symbol: IFieldSymbol field } } || origin.Parent != body.Facts.Origins.This || !state.Sets.TryGetValue(origin.Id, out var held))
            {
                continue;
            }

            foreach (var id in held.ToArray())
            {
                if (body.Resolution.Values[id] is Created { Site: { Lease.Family: { IsOnlyCounted: false } family } site } made && family.Leak == leak && FieldsNobodyReleases.Has(field))
                {
                    var finding = new Finding(rule, site.Syntax, made, new Invalidate(site.Syntax, origin, site.Lease!, null, null, 1), origin, null) { Acquired = site.Syntax };
                    report(LeaseFacts.AddTo(finding, (FindingProperties.HandedOn, true)));
                }
            }
        }
    }

    private static void Report(DiagnosticDescriptor rule, SolvedBody body, Leak leak, int lease, Func<SyntaxNode?> end, bool isByException, HashSet<Create> told, Action<Finding> report)
    {
        if (body.Resolution.Values[lease] is not Created { Site: { Lease.Family: { } family } site } made || family.Leak != leak || told.Contains(site))
        {
            return;
        }

        // The end of the way is told as if it were an event.
        var ending = new Invalidate(end() ?? site.Syntax, site.Target, site.Lease!, null, null, 1);
        var settled = body.Owed.SettledAt(site).ToArray();
        if (!IsAskedFor(body, site.Syntax, ending.Syntax, settled, isByException) && !settled.Any(CountedTurns.AreAskedFor) && told.Add(site))
        {
            var isReleased = IsReleased(body, site);
            if (family.IsOnlyCounted && (!isReleased || settled.All(static place => place.Ancestors().Any(static around => around is CatchClauseSyntax))))
            {
                return;
            }

            var finding = new Finding(rule, site.Syntax, made, ending, HolderOf(body, made) ?? site.Target, null)
            {
                Acquired = site.Syntax,
                IsReleasedElsewhere = isReleased || (isByException && settled.Length > 0),
                IsLeftByException = isByException,
            };
            report(LeaseFacts.AddTo(finding, (FindingProperties.ReleasedElsewhere, isReleased), (FindingProperties.HandedOn, IsHandedOn(body, settled))));
        }
    }

    /// <summary>What is done last on a way out on which a lease is still owed.</summary>
    private static SyntaxNode? LastBefore(SolvedBody body, FlowNode exit, int lease) =>
        body.Graph.Nodes
            .Where(node => node.Successors.Any(edge => edge.To == exit) && body.Owed.Solver.AtEndOf(node) is { } state && state.Contains(lease))
            .Select(node => LastOf(node.Block))
            .OfType<SyntaxNode>()
            .OrderBy(static syntax => syntax.SpanStart)
            .FirstOrDefault();

    /// <summary>Whether what settles the matter somewhere is no release. A helper that releases is one.</summary>
    private static bool IsHandedOn(SolvedBody body, SyntaxNode[] settled)
    {
        var releases = body.Facts.All.OfType<Invalidate>().Where(static fact => fact.Effect.GivesBack).Select(static fact => fact.Syntax).ToArray();
        return settled.Any(place => !releases.Any(release => release.Span.Contains(place.Span)));
    }

    private static bool IsReleased(SolvedBody body, Create site) => body.Graph.Nodes.Any(node => body.Facts.Of(node.Block).Any(fact =>
        fact is Invalidate { Effect.GivesBack: true } release && body.Resolution.OperandOf(node, release).ToArray().Any(id => body.Resolution.Values[id] is Created made && made.Site == site)));

    /// <summary>
    /// Whether what settles the matter on other ways is handed on turn by turn of a loop, or stands behind a question for null,
    /// which may be the very question whether there is anything to release. A <c>return</c> or exception further up is not answered by it.
    /// </summary>
    private static bool IsAskedFor(SolvedBody body, SyntaxNode acquired, SyntaxNode ending, SyntaxNode[] settled, bool isByException)
    {
        var asking = settled.Where(place => GuardsOf(place, acquired).Any(AsksForNull) || (IsInALoop(place, acquired) && IsHandedOn(body, new[] { place }))).ToArray();
        var isLeftEarly = (isByException || IsReturn(ending)) && settled.Any(place => place.SpanStart > ending.SpanStart);
        return asking.Length > 0 && (!isLeftEarly || asking.Any(place => IsOnTheWayOut(place, ending)));
    }

    /// <summary>Whether a place stands in a loop that the acquire is before: that such a loop has no turn at all is mostly nobody's case.</summary>
    private static bool IsInALoop(SyntaxNode place, SyntaxNode acquired) =>
        place.Ancestors().TakeWhile(around => !around.Span.Contains(acquired.Span)).Any(static around => around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax);

    /// <summary>Whether a place stands in the <c>finally</c> or a <c>catch</c> of a <c>try</c> that is left.</summary>
    private static bool IsOnTheWayOut(SyntaxNode place, SyntaxNode ending) =>
        place.Ancestors().Any(around => around is FinallyClauseSyntax or CatchClauseSyntax && ((TryStatementSyntax)around.Parent!).Block.Span.Contains(ending.Span));

    /// <summary>The conditions under which a place is reached, of the statements and expressions that do not hold another one as well.</summary>
    private static IEnumerable<SyntaxNode> GuardsOf(SyntaxNode place, SyntaxNode other) =>
        place.Ancestors().TakeWhile(around => !around.Span.Contains(other.Span)).Select(static around => around switch
        {
            IfStatementSyntax test => test.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or ConditionalAccessExpressionSyntax => around,
            _ => null,
        }).OfType<SyntaxNode>();

    private static bool AsksForNull(SyntaxNode condition) =>
        condition is AssignmentExpressionSyntax or ConditionalAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } ||
        condition.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.NullLiteralExpression) || node is IsPatternExpressionSyntax || node.IsKind(SyntaxKind.IsExpression));

    private static bool IsReturn(SyntaxNode ending) =>
        ending.AncestorsAndSelf().TakeWhile(static node => node is not BlockSyntax).Any(static node => node is ReturnStatementSyntax) ||
        ending.Parent is IfStatementSyntax { Statement: ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] } } ||
        ending.FirstAncestorOrSelf<StatementSyntax>()?.Parent is BlockSyntax { Statements: [.., ReturnStatementSyntax] };

    private static SyntaxNode? LastOf(BasicBlock block) => block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax;

    /// <summary>The variable that holds a lease, by which the user knows it.</summary>
    private static Origin? HolderOf(SolvedBody body, Created lease)
    {
        Origin? holder = null;
        body.Resolution.Solver.ReplayForward<Kill>((_, _, held) =>
            holder ??= body.Facts.Origins.All.FirstOrDefault(origin => origin is { IsTemporary: false, IsCapture: false, Symbol: not null } && held.Sets.TryGetValue(origin.Id, out var values) && values.Contains(lease.Id)));
        return holder;
    }
}
