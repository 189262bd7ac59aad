// `using var owner = pool.Rent(4); … return owner;` loses its `using`: the caller disposes of the owner.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Leaves the release to the caller, who gets the owner as it is.</summary>
public sealed class HandOwnerOverFix : FindingFix
{
    internal override string RuleId => RuleIds.ReturnedViewOutlives;

    internal override string Title => "Hand the owner over";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Needed is IdentifierNameSyntax { Parent: not YieldStatementSyntax } returned && site.Model.GetSymbolInfo(returned, cancellation).Symbol is ILocalSymbol { IsUsing: true } local &&
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax
        {
            Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword: { RawKind: not 0 } word, AwaitKeyword.RawKind: 0 } statement },
        } &&
        Functions.Around(statement) == site.Function && !OffLimits.IsConditional(Functions.MemberAround(statement))
            ? FixPlan.Of(new Edit(TextSpan.FromBounds(word.SpanStart, word.GetNextToken().SpanStart), ""))
            : null;
}
