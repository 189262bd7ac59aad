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
public sealed class ReacquireViewFix : ResizeFix
{
    internal override string Title => "Take the view again after the resize";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsCounted || site.IsImpure || site.ViewLocal is not { } name ||
            ViewPlace.Of(site, cancellation) is not { } place || place.Local.Name != name ||
            !MeansTheSameAfter(site, place) ||
            Functions.StatementAround(site.Resize) is not { } statement || !CanBeFollowed(statement))
        {
            return null;
        }

        var last = LastOfRun(OutOfLoops(statement, site, place, cancellation), site, place, cancellation);
        return IsOnlyEverTakenSo(site, place, cancellation) &&
            !Loops.Around(site.Resize).SelectMany(Loops.Header).Any(header => Writes.Mentions(header, place.Local, site.Model, cancellation).Any()) &&
            CanBeTakenAgain(site, place, last, cancellation)
            ? new FixPlan(StatementEdits.After(last, Retaking(place), site.Text))
            : null;
    }

    private static string Retaking(ViewPlace place) => $"{place.Name} = {(place.Local.IsRef ? "ref " : "")}{place.Value};";

    /// <summary>
    /// Whether the same expression means the same elements after the resize. Where elements shift, an index means
    /// another one; what was cleared or removed is not there again.
    /// </summary>
    private static bool MeansTheSameAfter(FindingSite site, ViewPlace place) => site.Ending switch
    {
        EffectKind.Moves => true,
        EffectKind.Shifts => !place.Local.IsRef && place.Value == site.Taken && site.Resize is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" } },
        _ => false,
    };

    private static bool CanBeFollowed(StatementSyntax statement) => StatementEdits.HasRoomBeside(statement) &&
        statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None };

    /// <summary>Whether the local never holds another view, and is not filled by reference.</summary>
    private static bool IsOnlyEverTakenSo(FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        if (place.Value.DescendantTrivia().Any(trivia => trivia.IsDirective || trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) ||
            place.Declaration is null && InitializerOf(place.Local, cancellation) is { } initializer && !IsTheSame(initializer, place.Value))
        {
            return false;
        }

        return Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Where(Writes.IsWrite).All(name => name.Parent switch
        {
            AssignmentExpressionSyntax { Right: RefExpressionSyntax reseated } => IsTheSame(reseated.Expression, place.Value),
            AssignmentExpressionSyntax assignment when assignment.Left == name => place.Local.IsRef || (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsTheSame(assignment.Right, place.Value)),
            _ => place.Local.IsRef,
        });
    }

    private static ExpressionSyntax? InitializerOf(ILocalSymbol local, CancellationToken cancellation) =>
        (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value;

    private static bool IsTheSame(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.AreEquivalent(left, right);

    private static bool CanBeTakenAgain(FindingSite site, ViewPlace place, StatementSyntax last, CancellationToken cancellation) =>
        Repeatable.Inputs(place.Value, site.Taken, site.Model, cancellation) is { } inputs &&
        inputs.All(input => IsInScope(input, last, site.Model) && !Writes.MayChange(input, place.Statement, last, site.Resize, site.Model, cancellation)) &&
        IsInScope(place.Local, last, site.Model);

    private static bool IsInScope(ISymbol symbol, StatementSyntax at, SemanticModel model) => symbol is not (ILocalSymbol or IParameterSymbol) ||
        model.LookupSymbols(at.SpanStart, name: symbol.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, symbol));

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

    /// <summary>Whether a statement takes another view in the same way.</summary>
    private static bool IsRetaking(StatementSyntax statement, FindingSite site) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: var value } } &&
        value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => IsTheSame(Callee(part), Callee(site.Taken)));

    private static ExpressionSyntax Callee(ExpressionSyntax taken) => taken is InvocationExpressionSyntax call ? call.Expression : taken;
}
