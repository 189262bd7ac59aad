// The field that keeps what is released, as the code that releases it names it.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>A field or property of this object, and where a release names it.</summary>
/// <param name="Symbol">The field.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Text">The field, as it is written.</param>
/// <param name="Code">The statement of the release, or the expression that is the whole body.</param>
/// <param name="Mentions">Where that names the field; nowhere if it releases a local that has what the field has.</param>
internal sealed record KeptField(ISymbol Symbol, ITypeSymbol Type, string Text, SyntaxNode Code, ImmutableArray<ExpressionSyntax> Mentions)
{
    /// <summary>The local that is released in place of the field.</summary>
    public ILocalSymbol? Local { get; private init; }

    /// <summary>The statement of the release; <see langword="null"/> if an expression is the whole body.</summary>
    public ExpressionStatementSyntax? Statement => Code as ExpressionStatementSyntax;

    /// <summary>The field of a finding; <see langword="null"/> if the release does not stand by itself, or no name says which field it is.</summary>
    public static KeptField? Of(FindingSite site, CancellationToken cancellation)
    {
        if (CodeOf(site.Breaking) is not { } code)
        {
            return null;
        }

        var names = NamesIn(code, site, cancellation).ToArray();
        if (names.Length == 0)
        {
            return OfLocal(code, site, cancellation);
        }

        var mentions = names.Select(Writes.Whole).ToImmutableArray();
        var text = ReleaseCall.Bare(mentions[0]).ToString();
        return !names.Any(Writes.IsWrite) && !mentions.Any(static mention => mention.Parent is ElementAccessExpressionSyntax element && element.Expression == mention) && mentions.All(mention => ReleaseCall.Bare(mention).ToString() == text) && !code.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Any()
            ? Of(names[0], text, code, mentions, site, cancellation)
            : null;
    }

    /// <summary>Whether an expression is the field.</summary>
    public bool Is(ExpressionSyntax expression) => ReleaseCall.Bare(expression).ToString() == Text;

    /// <summary>Whether the function needs the field once more after the release, other than to ask whether it has anything, or to fill it.</summary>
    public bool IsUsedAfter(FindingSite site, CancellationToken cancellation) => NamesIn(site.Function, site, cancellation).Any(name =>
        !Code.Span.Contains(name.Span) && MayFollow(name, site.Function) &&
        !(Writes.IsWrite(name) && Writes.Whole(name).Parent.IsKind(SyntaxKind.SimpleAssignmentExpression)) && !NullTests.IsOne(Writes.Whole(name).Parent));

    private bool MayFollow(SyntaxNode node, SyntaxNode function)
    {
        if (Functions.Around(node) != function || Loops.Around(Code).Any(loop => loop.Span.Contains(node.Span)))
        {
            return true;
        }

        return node.SpanStart > Code.Span.End && !Code.Ancestors().TakeWhile(around => around != function).Any(around => around switch
        {
            IfStatementSyntax { Else: { } other } => other.Span.Contains(node.Span) && !other.Span.Contains(Code.Span),
            SwitchSectionSyntax section => section.Parent!.Span.Contains(node.Span) && !section.Span.Contains(node.Span),
            BlockSyntax block => !block.Span.Contains(node.Span) && block.Statements is [.., var last] && NullTests.Leaves(last) && !IsInTry(block, node),
            _ => false,
        });
    }

    /// <summary>Whether a node stands in the <c>finally</c> or <c>catch</c> of a statement that a block belongs to.</summary>
    private static bool IsInTry(BlockSyntax block, SyntaxNode node) => block.AncestorsAndSelf().Any(around => around.Parent is TryStatementSyntax attempt && attempt.Span.Contains(node.Span));

    private static SyntaxNode? CodeOf(SyntaxNode release)
    {
        if (Functions.StatementAround(release) is { } statement)
        {
            return statement as ExpressionStatementSyntax;
        }

        return release.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { } arrow && arrow.Parent == Functions.Around(release) ? arrow.Expression : null;
    }

    private static IEnumerable<SimpleNameSyntax> NamesIn(SyntaxNode code, FindingSite site, CancellationToken cancellation) => code.DescendantNodesAndSelf()
        .OfType<SimpleNameSyntax>()
        .Where(name => name.Identifier.ValueText == site.KeptField && IsOwn(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name, site, cancellation));

    /// <summary>Whether a path goes from this object through its fields.</summary>
    private static bool IsOwn(ExpressionSyntax path, FindingSite site, CancellationToken cancellation) => path switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsField(access.Name, site, cancellation) && IsOwn(access.Expression, site, cancellation),
        SimpleNameSyntax name => name.Parent is not (NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax) && IsField(name, site, cancellation),
        _ => false,
    };

    private static bool IsField(SimpleNameSyntax name, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false, IsIndexer: false };

    private static KeptField? Of(SimpleNameSyntax name, string text, SyntaxNode code, ImmutableArray<ExpressionSyntax> mentions, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            IFieldSymbol { IsReadOnly: false } field => new KeptField(field, field.Type, text, code, mentions),
            IPropertySymbol { SetMethod: not null } property => new KeptField(property, property.Type, text, code, mentions),
            _ => null,
        };

    /// <summary>The field that a local was read from and that is released by that name.</summary>
    private static KeptField? OfLocal(SyntaxNode code, FindingSite site, CancellationToken cancellation)
    {
        if (ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { Variable: ILocalSymbol local } || local.DeclaringSyntaxReferences is not [var declared] ||
            Writes.Mentions(site.Function, local, site.Model, cancellation).Any(Writes.IsWrite))
        {
            return null;
        }

        var read = declared.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            SingleVariableDesignationSyntax { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax asked } } => asked.Expression,
            _ => null,
        };
        var name = read is null ? null : NamesIn(read, site, cancellation).FirstOrDefault();
        return name is not null && Functions.Around(name) == site.Function && Writes.Whole(name).Span == read!.Span && ReleaseCall.Bare(read).ToString() is var text &&
            Of(name, text, code, ImmutableArray<ExpressionSyntax>.Empty, site, cancellation) is { } field
            ? field with { Local = local }
            : null;
    }
}
