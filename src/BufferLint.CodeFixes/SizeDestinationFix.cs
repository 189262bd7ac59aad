// `var copy = new byte[4];` becomes `var copy = new byte[source.Length];` where all of `source` is copied into it.
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Allocates what is written to as long as it must be.</summary>
public sealed class SizeDestinationFix : FindingFix
{
    internal override string RuleId => RuleIds.SizeMisfit;

    internal override string Title => "Allocate enough room";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        var place = site.Model.SyntaxTree.GetRoot(cancellation).FindNode(site.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        return place is VariableDeclaratorSyntax { Initializer.Value: { } allocation, Identifier.ValueText: var name } declarator &&
            SizeOf(allocation) is { } size && Functions.Around(declarator) == site.Function && !OffLimits.IsConditional(Functions.StatementAround(declarator) ?? (SyntaxNode)declarator) &&
            IsDestination(site.Breaking, name) && IsUntouched(declarator, name, site) &&
            Needed(site, allocation, declarator, name, cancellation) is { } needed
            ? FixPlan.Of(new Edit(size.Span, needed))
            : null;
    }

    /// <summary>The number that says how much is allocated; none where elements are listed.</summary>
    private static ExpressionSyntax? SizeOf(ExpressionSyntax allocation) => allocation switch
    {
        ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] } => size,
        StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } } => size,
        _ => null,
    };

    /// <summary>The length of what is copied; the number of elements, where that is a constant.</summary>
    private static string? Needed(FindingSite site, ExpressionSyntax allocation, VariableDeclaratorSyntax declarator, string name, CancellationToken cancellation)
    {
        if (allocation is ArrayCreationExpressionSyntax && SourceOf(site.Breaking, name) is { } source && IsThereBefore(source, declarator, site, cancellation))
        {
            return source.Identifier.Text + ".Length";
        }

        return site.Diagnostic.Properties.TryGetValue(FindingProperties.NeededElements, out var elements) ? elements : null;
    }

    /// <summary>Whether a call writes to a variable, not to a part of it.</summary>
    private static bool IsDestination(SyntaxNode call, string name) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }, ArgumentList.Arguments: var arguments } &&
        (method.StartsWith("Write", System.StringComparison.Ordinal) || method is "CopyTo" or "Copy" or "BlockCopy" or "GetBytes" or "HashData") &&
        arguments.Any(argument => Whole(argument.Expression) is IdentifierNameSyntax { Identifier.ValueText: var given } && given == name);

    /// <summary>What all of is copied from the beginning of one to that of the other.</summary>
    private static IdentifierNameSyntax? SourceOf(SyntaxNode call, string name) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo", Expression: var source }, ArgumentList.Arguments: [var destination] } when Whole(source) is IdentifierNameSyntax copied => copied,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo", Expression: var source }, ArgumentList.Arguments: [var destination, { Expression: LiteralExpressionSyntax { Token.Value: 0 } }] } when Whole(source) is IdentifierNameSyntax copied => copied,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Copy" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax copied }, { Expression: IdentifierNameSyntax { Identifier.ValueText: var given } }, { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax counted } }] }
            when given == name && counted.Identifier.ValueText == copied.Identifier.ValueText => copied,
        _ => null,
    };

    /// <summary>A variable, or a view of all of it.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Whole(parenthesized.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "AsMemory", Expression: var whole }, ArgumentList.Arguments.Count: 0 } => Whole(whole),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span", Expression: var memory } => Whole(memory),
        _ => expression,
    };

    /// <summary>Whether a variable holds already, where the room is made, what is copied later.</summary>
    private static bool IsThereBefore(IdentifierNameSyntax source, VariableDeclaratorSyntax declarator, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(source, cancellation).Symbol is ILocalSymbol or IParameterSymbol && site.Model.LookupSymbols(declarator.SpanStart, name: source.Identifier.ValueText).Length == 1 &&
        site.Model.GetSymbolInfo(source, cancellation).Symbol is { DeclaringSyntaxReferences: [var declared] } && declared.Span.End <= declarator.SpanStart &&
        !MentionsOf(source.Identifier.ValueText, site).Any(mention => mention.SpanStart > declarator.SpanStart && Writes.IsWrite(mention));

    /// <summary>Whether nothing is made of the room before it proves too small.</summary>
    private static bool IsUntouched(VariableDeclaratorSyntax declarator, string name, FindingSite site) =>
        !MentionsOf(name, site).Any(mention => mention.SpanStart > declarator.Span.End && (mention.SpanStart < site.Breaking.SpanStart || Writes.IsWrite(mention)));

    private static System.Collections.Generic.IEnumerable<IdentifierNameSyntax> MentionsOf(string name, FindingSite site) =>
        site.Function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name);
}
