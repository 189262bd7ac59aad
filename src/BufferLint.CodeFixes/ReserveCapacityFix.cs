// `var s = …` becomes `list.EnsureCapacity(list.Count + 1); var s = …`: the growth under the view then moves nothing.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Makes room for all that is added under the view before it is taken.</summary>
public sealed class ReserveCapacityFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeUnderView;

    internal override string Title => "Reserve capacity before the view is taken";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsCounted || site.Growth is not { } growth || OwnerOf(site, cancellation) is not { } owner ||
            Functions.StatementAround(site.Taken) is not { } statement || !StatementEdits.HasRoomBeside(statement) || !IsEvaluatedAtOnce(site.Taken, statement) ||
            Repeatable.Inputs(owner, null, site.Model, cancellation) is not { } inputs ||
            !inputs.All(input => IsThereBefore(input, statement, site.Model) && !ChangesUnder(input, site, statement, cancellation)))
        {
            return null;
        }

        // Where taking the view adds an element itself, there must be room for that too.
        return new Reservation(owner.ToString(), site.IsImpure ? growth + 1 : growth, statement, site.Text).ToPlan();
    }

    /// <summary>The one buffer in the acquire that can reserve.</summary>
    private static ExpressionSyntax? OwnerOf(FindingSite site, CancellationToken cancellation)
    {
        var owners = OwnerPath.Candidates(site.Taken, site.Model, cancellation).Where(candidate => CanReserve(candidate, site.Model, cancellation)).ToArray();
        return owners is [var only] && OwnerPath.Variable(only, site.Model, cancellation) is not null ? only : null;
    }

    private static bool CanReserve(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(expression, cancellation).Type is { } type &&
        model.LookupSymbols(expression.SpanStart, type, "EnsureCapacity").OfType<IMethodSymbol>().Any(method => !method.IsStatic && method.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }]) &&
        model.LookupSymbols(expression.SpanStart, type, "Count").OfType<IPropertySymbol>().Any(property => !property.IsStatic && property.Type.SpecialType == SpecialType.System_Int32);

    /// <summary>Whether a node is evaluated once, when its statement begins.</summary>
    private static bool IsEvaluatedAtOnce(ExpressionSyntax taken, StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax => true,
        IfStatementSyntax branch => branch.Condition.Span.Contains(taken.Span),
        SwitchStatementSyntax choice => choice.Expression.Span.Contains(taken.Span),
        CommonForEachStatementSyntax each => each.Expression.Span.Contains(taken.Span),
        _ => false,
    };

    private static bool IsThereBefore(ISymbol input, StatementSyntax statement, SemanticModel model) => input is not ILocalSymbol local ||
        (local.DeclaringSyntaxReferences is [var declared] && declared.Span.Start < statement.SpanStart &&
         model.LookupSymbols(statement.SpanStart, name: local.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, local)));

    private static bool ChangesUnder(ISymbol input, FindingSite site, StatementSyntax statement, CancellationToken cancellation) =>
        Writes.Mentions(statement, input, site.Model, cancellation).Any(Writes.IsWrite) ||
        Writes.MayChange(input, site.Taken, site.Breaking, site.Breaking, site.Model, cancellation);
}
