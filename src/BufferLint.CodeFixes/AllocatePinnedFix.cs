// `private readonly byte[] _data = new byte[n];` becomes `… = GC.AllocateArray<byte>(n, pinned: true);` where addresses of
// the array leave: it never moves then, and nobody has to release it.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Allocates the array of a field among the pinned objects.</summary>
public sealed class AllocatePinnedFix : FindingFix
{
    internal override string RuleId => RuleIds.EscapingAddress;

    internal override string Title => "Allocate the array pinned";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        var root = site.Model.SyntaxTree.GetRoot(cancellation);
        var taken = root.FindNode(site.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        return ArrayIn(taken) is { } array && site.Model.GetSymbolInfo(array, cancellation).Symbol is IFieldSymbol { IsReadOnly: true, Type: IArrayTypeSymbol { Rank: 1, ElementType.IsUnmanagedType: true }, DeclaringSyntaxReferences: [var declaration] } field &&
            declaration.SyntaxTree == site.Model.SyntaxTree &&
            declaration.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: ArrayCreationExpressionSyntax { Initializer: null, Type: { ElementType: var element, RankSpecifiers: [{ Sizes: [var size] }] } } creation } &&
            !IsAssignedAgain(field, site, cancellation) && !OffLimits.IsConditional(creation) &&
            site.Model.Compilation.GetTypeByMetadataName("System.GC") is { } collector && collector.GetMembers("AllocateArray").Length > 0
            ? FixPlan.Of(new Edit(creation.Span, $"{collector.ToMinimalDisplayString(site.Model, creation.SpanStart)}.AllocateArray<{element}>({size}, pinned: true)"))
            : null;
    }

    /// <summary>The array whose address is taken: of the value of a fixed statement, or of the first argument of a call.</summary>
    private static ExpressionSyntax? ArrayIn(SyntaxNode? taken) => taken switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => ArrayIn(value),
        PrefixUnaryExpressionSyntax { Operand: var operand } => ArrayIn(operand),
        ElementAccessExpressionSyntax { Expression: var array } => array,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }, ..] } => ArrayIn(first),
        ExpressionSyntax expression => expression,
        _ => null,
    };

    /// <summary>Whether a constructor gives the field another array.</summary>
    private static bool IsAssignedAgain(IFieldSymbol field, FindingSite site, CancellationToken cancellation) => field.ContainingType.DeclaringSyntaxReferences.Length > 1 ||
        field.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(cancellation).DescendantNodes().OfType<ConstructorDeclarationSyntax>()
            .SelectMany(static constructor => constructor.DescendantNodes().OfType<SimpleNameSyntax>())
            .Any(name => name.Identifier.ValueText == field.Name && Writes.IsWrite(name));
}
