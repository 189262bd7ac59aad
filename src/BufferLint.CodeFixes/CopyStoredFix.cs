// `_data = owner.Memory;` becomes `_data = owner.Memory.ToArray();` where the owner is disposed before the method ends.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Stores a copy of what a view shows, where nobody writes it any more.</summary>
public sealed class CopyStoredFix : FindingFix
{
    internal override string RuleId => RuleIds.StoredViewOutlives;

    internal override string Title => "Copy what is stored";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        !site.MayWrite && Stored(site.Needed, site.Model, cancellation) is { } value && Functions.Around(value) == site.Function &&
        !OffLimits.IsConditional((SyntaxNode?)Functions.StatementAround(value) ?? value) &&
        site.Model.GetTypeInfo(value, cancellation) is { Type: { IsRefLikeType: false } type, ConvertedType: not { IsRefLikeType: true } } &&
        LeaseCopy.Of(value, type, site.Model) is { } copy
            ? FixPlan.Of(new Edit(value.Span, copy))
            : null;

    /// <summary>The one value that a store puts somewhere: the right side, or what a collection or a new object is given.</summary>
    private static ExpressionSyntax? Stored(SyntaxNode? store, SemanticModel model, CancellationToken cancellation) => store switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: var value } => value,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList: var given } when Collecting.Adds(name) => OnlyView(given, model, cancellation),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } given } => OnlyView(given, model, cancellation),
        _ => null,
    };

    private static ExpressionSyntax? OnlyView(ArgumentListSyntax given, SemanticModel model, CancellationToken cancellation) =>
        given.Arguments.Select(static argument => argument.Expression)
            .Where(value => model.GetTypeInfo(value, cancellation).Type is { } type && LeaseCopy.IsCopied(type))
            .ToArray() is [var only] ? only : null;
}
