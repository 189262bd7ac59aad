// `Unsafe.As<byte[]>(items)` becomes `MemoryMarshal.AsBytes(items.AsSpan())` where a span of bytes is wanted.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Views the elements of an array as their bytes, all of them.</summary>
public sealed class ViewAsBytesFix : FindingFix
{
    private const string Byte = "byte";

    internal override string RuleId => RuleIds.ReinterpretationMisfit;

    internal override string Title => "View as bytes";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Breaking is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "As", TypeArgumentList.Arguments: [.., ArrayTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.ValueText: Byte } }] } }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax items }] } call ||
            site.Model.Compilation.GetTypeByMetadataName("System.Runtime.InteropServices.MemoryMarshal") is not { } marshal || site.Model.Compilation.GetTypeByMetadataName("System.MemoryExtensions") is null)
        {
            return null;
        }

        ExpressionSyntax whole = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } view } ? view : call;
        return FixPlan.Of(new Edit(whole.Span, $"{marshal.ToMinimalDisplayString(site.Model, call.SpanStart)}.AsBytes({items}.AsSpan())"));
    }
}
