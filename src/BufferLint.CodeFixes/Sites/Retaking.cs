// Whether a local can be given its view once more, by the same expression.
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Says whether and how a view is taken again.</summary>
internal static class Retaking
{
    /// <summary>The statement that takes the view again.</summary>
    public static string Statement(ViewPlace place) => $"{place.Name} = {(place.Local.IsRef ? "ref " : "")}{place.Value};";

    /// <summary>Whether the local never holds another view, and is not filled by reference.</summary>
    public static bool IsTheOnlyValue(FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        if (place.Value.DescendantTrivia().Any(trivia => trivia.IsDirective || trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) ||
            place.Declaration is null && InitializerOf(place.Local, cancellation) is { } initializer && !SyntaxFactory.AreEquivalent(initializer, place.Value))
        {
            return false;
        }

        return Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Where(Writes.IsWrite).All(name => name.Parent switch
        {
            AssignmentExpressionSyntax { Right: RefExpressionSyntax reseated } => SyntaxFactory.AreEquivalent(reseated.Expression, place.Value),
            AssignmentExpressionSyntax assignment when assignment.Left == name => place.Local.IsRef || (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && SyntaxFactory.AreEquivalent(assignment.Right, place.Value)),
            _ => place.Local.IsRef,
        });
    }

    /// <summary>Whether all that the expression names is in scope and unchanged behind a statement.</summary>
    public static bool IsPossibleAfter(StatementSyntax last, FindingSite site, ViewPlace place, CancellationToken cancellation) =>
        Repeatable.Inputs(place.Value, site.Taken, site.Model, cancellation) is { } inputs &&
        inputs.All(input => IsInScope(input, last, site.Model) && !Writes.MayChange(input, place.Statement, last, site.Breaking, site.Model, cancellation)) &&
        IsInScope(place.Local, last, site.Model);

    private static ExpressionSyntax? InitializerOf(ILocalSymbol local, CancellationToken cancellation) =>
        (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value;

    private static bool IsInScope(ISymbol symbol, StatementSyntax at, SemanticModel model) => symbol is not (ILocalSymbol or IParameterSymbol) ||
        model.LookupSymbols(at.SpanStart, name: symbol.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, symbol));
}
