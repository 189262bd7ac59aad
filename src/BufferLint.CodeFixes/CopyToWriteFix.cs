// `var rest = MemoryMarshal.AsMemory(data);` becomes `var rest = data.ToArray().AsMemory();` where what is written is read by
// the new name alone.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Writes into a copy. Not where the writes would be lost: somebody must still read the copy, and nobody what was copied.</summary>
public sealed class CopyToWriteFix : FindingFix
{
    internal override string RuleId => RuleIds.ReadOnlyWrite;

    internal override string Title => "Copy into a writable buffer";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Needed is { } write && WritableCopy.SourceOf(site.Breaking) is { } source && HolderOf(site.Breaking) is { } holder && Functions.Around(write) == site.Function &&
        !OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) &&
        IsReadAfter(holder, write, site, cancellation) && !IsNamedAgain(source, site, cancellation) &&
        WritableCopy.Of(site.Breaking, isArray: false, site, cancellation) is { } copy
            ? FixPlan.Of(copy)
            : null;

    /// <summary>The one variable that what was cast is put into, as a whole or in part.</summary>
    private static VariableDeclaratorSyntax? HolderOf(SyntaxNode cast) => cast.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call, Name.Identifier.ValueText: "Slice" } access when access.Expression == cast => HolderOf(call),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span" } access when access.Expression == cast => HolderOf(access),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => HolderOf(sure),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable,
        _ => null,
    };

    /// <summary>Whether what is written is looked at afterwards by the name of the copy.</summary>
    private static bool IsReadAfter(VariableDeclaratorSyntax holder, SyntaxNode write, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetDeclaredSymbol(holder, cancellation) is { } variable &&
        Mentions(variable, site, cancellation).Any(mention => mention.SpanStart > write.Span.End && !IsOnlyWritten(mention));

    private static bool IsOnlyWritten(SyntaxNode mention) =>
        mention.Ancestors().TakeWhile(static node => node is ExpressionSyntax).Any(static node => node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == node) ||
        mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" };

    /// <summary>Whether what was copied is looked at afterwards, or by others, who rely on what is written.</summary>
    private static bool IsNamedAgain(ExpressionSyntax source, FindingSite site, CancellationToken cancellation)
    {
        var root = source.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault();
        var symbol = root is null ? null : site.Model.GetSymbolInfo(root, cancellation).Symbol;
        return symbol is not (ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None or RefKind.In }) ||
            site.Breaking.Ancestors().Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) ||
            Mentions(symbol, site, cancellation).Any(mention => mention.SpanStart > site.Breaking.Span.End && mention.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" });
    }

    private static System.Collections.Generic.IEnumerable<IdentifierNameSyntax> Mentions(ISymbol symbol, FindingSite site, CancellationToken cancellation) => site.Function
        .DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(mention => mention.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(mention, cancellation).Symbol, symbol));
}
