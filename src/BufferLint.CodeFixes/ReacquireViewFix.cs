// `list.Add(1);` becomes `list.Add(1); s = CollectionsMarshal.AsSpan(list);`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Takes the view again once the buffer has its new storage.</summary>
public sealed class ReacquireViewFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeUnderView;

    internal override string Title => "Take the view again after the resize";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => Retake(site, cancellation);

    /// <summary>The plan, for whatever it is that ends the view.</summary>
    internal static FixPlan? Retake(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsCounted || site.IsImpure || site.ViewLocal is not { } name ||
            ViewPlace.Of(site, cancellation) is not { } place || place.Local.Name != name ||
            !MeansTheSameAfter(site, place) ||
            Functions.StatementAround(site.Breaking) is not { } statement || !CanBeFollowed(statement))
        {
            return null;
        }

        var last = LastOfRun(OutOfLoops(statement, site, place, cancellation), site, place, cancellation);
        return Retaking.IsTheOnlyValue(site, place, cancellation) &&
            !Loops.Around(site.Breaking).SelectMany(Loops.Header).Any(header => Writes.Mentions(header, place.Local, site.Model, cancellation).Any()) &&
            Retaking.IsPossibleAfter(last, site, place, cancellation)
            ? new FixPlan(StatementEdits.After(last, Retaking.Statement(place), site.Text))
            : null;
    }

    /// <summary>
    /// Whether the same expression means the same elements after the resize. Where elements shift, an index means
    /// another one; what was cleared or removed is not there again.
    /// </summary>
    private static bool MeansTheSameAfter(FindingSite site, ViewPlace place) => site.Ending switch
    {
        EffectKind.Moves => true,
        EffectKind.Shifts => !place.Local.IsRef && place.Value == site.Taken && site.Breaking is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" } },
        _ => false,
    };

    private static bool CanBeFollowed(StatementSyntax statement) => StatementEdits.HasRoomBeside(statement) &&
        statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None };

    /// <summary>The outermost loop around a statement that neither takes nor uses the view: it is enough to take it again behind that.</summary>
    private static StatementSyntax OutOfLoops(StatementSyntax statement, FindingSite site, ViewPlace place, CancellationToken cancellation) => Loops.Around(statement)
        .OfType<StatementSyntax>()
        .TakeWhile(loop => !loop.Span.Contains(site.Taken.Span) && !loop.ContainsDirectives && !Writes.Mentions(loop, place.Local, site.Model, cancellation).Any())
        .LastOrDefault(StatementEdits.IsInList) ?? statement;

    /// <summary>
    /// The last of several calls in a row on the same buffer, <c>list.Add(1); list.Add(2);</c>, which need one
    /// re-taking; and of the re-takings that stand there already.
    /// </summary>
    private static StatementSyntax LastOfRun(StatementSyntax statement, FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        var last = statement;
        var isAmongResizes = Receiver(statement) is not null;
        foreach (var next in StatementEdits.Siblings(statement).SkipWhile(sibling => sibling != statement).Skip(1))
        {
            isAmongResizes = isAmongResizes && Receiver(next) is { } receiver && IsTheSame(receiver, Receiver(statement)!);
            if (!(isAmongResizes || IsRetaking(next, site)) || next.ContainsDirectives || Writes.Mentions(next, place.Local, site.Model, cancellation).Any())
            {
                break;
            }

            last = next;
        }

        return last;
    }

    private static ExpressionSyntax? Receiver(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } ? access.Expression : null;

    private static bool IsTheSame(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.AreEquivalent(left, right);

    /// <summary>Whether a statement takes another view in the same way.</summary>
    private static bool IsRetaking(StatementSyntax statement, FindingSite site) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: var value } } &&
        value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => IsTheSame(Callee(part), Callee(site.Taken)));

    private static ExpressionSyntax Callee(ExpressionSyntax taken) => taken is InvocationExpressionSyntax call ? call.Expression : taken;
}
