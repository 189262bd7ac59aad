// `pool.Return(array); … pool.Return(array);` becomes `pool.Return(array); array = null; … if (array != null) { pool.Return(array); }`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Forgets what was released, and releases only what is not forgotten.</summary>
public sealed class GuardReleaseFix : FindingFix
{
    internal override string RuleId => RuleIds.DoubleRelease;

    internal override string Title => "Set to null after the first release and test before the second";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsAskedOfHandle || ReleaseCall.Of(site.Needed, site.Model, cancellation) is not { } first || ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { } second ||
            first.Statement == second.Statement || !SymbolEqualityComparer.Default.Equals(first.Variable, second.Variable) ||
            Functions.Around(first.Call) != site.Function || OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ||
            !StatementEdits.HasRoomBeside(first.Statement) || second.Call.SpanStart < first.Call.SpanStart || IsSeenInTheNextTurn(first, cancellation) || IsUsedAgainBetween(first, second, site, cancellation) ||
            Nulling.Of(first.Variable, site, cancellation) is not { } nulling)
        {
            return null;
        }

        // Whatever else releases it later must not meet the null either.
        var edits = StatementEdits.After(first.Statement, $"{first.Released} = null;", site.Text).AddRange(nulling.Edits);
        foreach (var later in Later(first, site, cancellation).Where(later => !IsTested(later, site, cancellation)))
        {
            if (!StatementEdits.IsInList(later.Statement) || later.Statement.ContainsDirectives)
            {
                return null;
            }

            edits = edits.AddRange(StatementEdits.Under($"if ({later.Released} != null)", later.Statement, site.Text));
        }

        return new FixPlan(edits);
    }

    private static IEnumerable<ReleaseCall> Later(ReleaseCall first, FindingSite site, CancellationToken cancellation) => site.Function.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.SpanStart > first.Statement.Span.End)
        .Select(call => ReleaseCall.Of(call, site.Model, cancellation))
        .OfType<ReleaseCall>()
        .Where(later => SymbolEqualityComparer.Default.Equals(later.Variable, first.Variable));

    /// <summary>Whether an earlier statement may see the variable after the release, in the next turn of a loop.</summary>
    private static bool IsSeenInTheNextTurn(ReleaseCall first, CancellationToken cancellation) => Loops.Around(first.Statement).FirstOrDefault() is { } loop &&
        !first.Variable.DeclaringSyntaxReferences.Any(declared => loop.Contains(declared.GetSyntax(cancellation)));

    /// <summary>Whether null would be met where what is released is used once more, which has a rule of its own, or in a lambda.</summary>
    private static bool IsUsedAgainBetween(ReleaseCall first, ReleaseCall second, FindingSite site, CancellationToken cancellation) =>
        Writes.Mentions(site.Function, first.Variable, site.Model, cancellation).Any(name => Functions.Around(name) != site.Function ||
            (name.SpanStart > first.Statement.Span.End && !second.Statement.Span.Contains(name.Span) && !Writes.IsWrite(name) &&
            !IsNullTest(Writes.Whole(name).Parent) && ReleaseCall.Of(name.FirstAncestorOrSelf<InvocationExpressionSyntax>(), site.Model, cancellation) is null));

    /// <summary>Whether the release stands under a test of its variable already.</summary>
    private static bool IsTested(ReleaseCall release, FindingSite site, CancellationToken cancellation) => release.Statement.Ancestors()
        .TakeWhile(ancestor => ancestor != site.Function)
        .OfType<IfStatementSyntax>()
        .Any(branch => branch.Statement.Span.Contains(release.Statement.Span) && IsNullTest(branch.Condition) &&
            Writes.Mentions(branch.Condition, release.Variable, site.Model, cancellation).Any());

    private static bool IsNullTest(SyntaxNode? condition) => condition switch
    {
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.NotEqualsExpression) && (binary.Left.IsKind(SyntaxKind.NullLiteralExpression) || binary.Right.IsKind(SyntaxKind.NullLiteralExpression)),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } => true,
        IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax { PropertyPatternClause.Subpatterns.Count: 0 } } => true,
        _ => false,
    };
}
