// How far behind a statement, among its siblings, a lease and its views are used.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class LastUse
{
    /// <summary>
    /// The statements behind one up to the last that uses what a variable holds there;
    /// <see langword="null"/> if it is used where this cannot be followed: behind the block, in a lambda, in the next turn of a loop.
    /// </summary>
    public static IReadOnlyList<StatementSyntax>? Behind(StatementSyntax statement, ISymbol variable, FindingSite site, CancellationToken cancellation)
    {
        var model = site.Model;
        var holders = Holders.Of(variable, site.Function, model, cancellation);
        var following = StatementEdits.Siblings(statement).SkipWhile(sibling => sibling != statement).Skip(1).TakeWhile(sibling => !Renews(sibling, variable, model, cancellation)).ToArray();
        if (!StatementEdits.IsInList(statement) || !AllAreOfTheSameTurn(holders, statement, site, cancellation) ||
            holders.SelectMany(holder => Writes.Mentions(site.Function, holder, model, cancellation)).Any(mention =>
                Functions.Around(mention) != site.Function || !IsFollowed(mention, statement, following)))
        {
            return null;
        }

        var last = System.Array.FindLastIndex(following, sibling => Holders.AreUsedIn(sibling, holders, model, cancellation));
        return following.Take(last + 1).ToArray();
    }

    /// <summary>Whether a mention comes before the statement, or in one of those behind it, or when the variable holds something else.</summary>
    private static bool IsFollowed(SimpleNameSyntax mention, StatementSyntax statement, IReadOnlyList<StatementSyntax> following)
    {
        var end = following.Count == 0 ? statement.Span.End : following[following.Count - 1].Span.End;
        var isLastOfBlock = statement.Parent is not BlockSyntax block || block.Statements.Last().Span.End == end;
        return mention.Span.End <= end || (!isLastOfBlock && mention.SpanStart < statement.Parent!.Span.End) || (isLastOfBlock && LeavesForGood(following));
    }

    /// <summary>Whether nothing in the function is reached behind some statements.</summary>
    private static bool LeavesForGood(IReadOnlyList<StatementSyntax> statements) =>
        statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax &&
        !statements[0].Ancestors().TakeWhile(ancestor => ancestor != Functions.Around(statements[0])).Any(static ancestor => ancestor is TryStatementSyntax);

    private static bool Renews(StatementSyntax statement, ISymbol variable, SemanticModel model, CancellationToken cancellation) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) &&
        SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellation).Symbol, variable);

    /// <summary>Whether no loop around the statement brings a holder along into its next turn.</summary>
    private static bool AllAreOfTheSameTurn(IReadOnlyList<ISymbol> holders, StatementSyntax statement, FindingSite site, CancellationToken cancellation) =>
        Loops.Around(statement).FirstOrDefault() is not { } loop ||
        holders.All(holder => holder is ILocalSymbol && holder.DeclaringSyntaxReferences.Any(declared => loop.Span.Contains(declared.Span) && site.Function.Contains(declared.GetSyntax(cancellation))));
}
