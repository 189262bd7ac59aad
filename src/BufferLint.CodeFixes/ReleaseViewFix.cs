// `data.Append(1);` becomes `view.Release(); data.Append(1);` where an unreleased view forbids the resize.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Releases a counted view before the resize, or moves the release that comes too late.</summary>
public sealed class ReleaseViewFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeUnderView;

    internal override string Title => "Release the view before the resize";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (!site.IsCounted || site.IsUsedAfter || site.ViewLocal is not { } name ||
            ViewPlace.Of(site, cancellation) is not { } place || place.Local.Name != name || place.Value != site.Taken || !IsAlwaysTheView(site, place, cancellation) ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ||
            Functions.StatementAround(site.Breaking) is not { } statement || !IsReachedAtOnce(site.Breaking, statement) ||
            Writes.Mentions(statement, place.Local, site.Model, cancellation).Any() ||
            ViewRelease.Of(place.Local.Type, site.Model, statement.SpanStart) is not { } release)
        {
            return null;
        }

        if (LaterRelease(statement, site, place, release, cancellation) is { } later)
        {
            return StatementMove.Before(statement, later, site.Text) with { Release = new EarlyRelease(place.Statement.Span, statement) };
        }

        return StatementEdits.HasRoomBeside(statement) && (release.IsIdempotent || !MayBeReleasedAgain(site, place, release, cancellation))
            ? new FixPlan(StatementEdits.Before(statement, $"{place.Name}.{release.Name}();", site.Text, rank: -place.Statement.SpanStart)) { Release = new EarlyRelease(place.Statement.Span, statement) }
            : null;
    }

    /// <summary>Whether the local holds this view from its declaration on, in no other function and under no other name.</summary>
    private static bool IsAlwaysTheView(FindingSite site, ViewPlace place, CancellationToken cancellation) =>
        place.Declaration is not null &&
        !Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(name => Writes.IsWrite(name) || Functions.Around(name) != site.Function);

    /// <summary>Whether the statement resizes without a condition before it, and without a loop.</summary>
    private static bool IsReachedAtOnce(SyntaxNode resize, StatementSyntax statement) =>
        statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax &&
        !resize.Ancestors().TakeWhile(ancestor => ancestor != statement).Any(ancestor =>
            ancestor is ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax ||
            ancestor.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression);

    /// <summary>The release in the same block that comes too late, if nothing on the way there leaves the block or touches the view.</summary>
    private static StatementSyntax? LaterRelease(StatementSyntax statement, FindingSite site, ViewPlace place, ViewRelease release, CancellationToken cancellation)
    {
        if (statement.Parent is not BlockSyntax)
        {
            return null;
        }

        foreach (var next in StatementEdits.Siblings(statement).SkipWhile(sibling => sibling != statement).Skip(1))
        {
            if (next is ExpressionStatementSyntax expression && release.IsCallOn(expression.Expression, place.Local, site.Model, cancellation))
            {
                return next;
            }

            if (Writes.Mentions(next, place.Local, site.Model, cancellation).Any() || next.DescendantNodesAndSelf().Any(Borders.IsOne))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether the view may be released a second time: by its <c>using</c>, by a statement, or in the next turn of a loop.</summary>
    private static bool MayBeReleasedAgain(FindingSite site, ViewPlace place, ViewRelease release, CancellationToken cancellation) =>
        place.Statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not (int)SyntaxKind.None } ||
        Loops.Around(site.Breaking).Any(loop => !loop.Span.Contains(place.Statement.Span)) ||
        site.Function.DescendantNodes().OfType<ExpressionSyntax>().Any(call => release.IsCallOn(call, place.Local, site.Model, cancellation)) ||
        Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(name => name.Parent is UsingStatementSyntax);
}
