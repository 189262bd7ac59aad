// `Marshal.FreeHGlobal((nint)p)` becomes `NativeMemory.Free(p)` where that is how `p` was allocated.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Releases by the call, or to the pool, that the lease came from.</summary>
public sealed class MatchingReleaseFix : FindingFix
{
    private const string Interop = "System.Runtime.InteropServices.";
    private const string Return = nameof(Return);

    internal override string RuleId => RuleIds.MismatchedRelease;

    internal override string Title => "Release by the matching call";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.MatchingRelease is { } matching && site.Breaking is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var released }, ..] } call &&
        !OffLimits.IsConditional(Functions.MemberAround(call))
            ? matching.EndsWith("." + Return, System.StringComparison.Ordinal) ? ToPool(call, site, cancellation) : ToAllocator(call, released, matching, site, cancellation)
            : null;

    /// <summary>The pool is written as it was for the rent, where that can be written here and means the same.</summary>
    private static FixPlan? ToPool(InvocationExpressionSyntax call, FindingSite site, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Return, Expression: var other } &&
        Acquired(site) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var pool } } rent && Functions.Around(rent) == site.Function &&
        site.Model.GetSymbolInfo(pool, cancellation).Symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol
            ? FixPlan.Of(new Edit(other.Span, pool.ToString()))
            : null;

    /// <summary>A static call that takes the address, as a pointer or as a number.</summary>
    private static FixPlan? ToAllocator(InvocationExpressionSyntax call, ExpressionSyntax released, string matching, FindingSite site, CancellationToken cancellation)
    {
        var dot = matching.IndexOf('.');
        var type = dot < 0 ? null : site.Model.Compilation.GetTypeByMetadataName(Interop + matching.Substring(0, dot));
        if (call.ArgumentList.Arguments.Count != 1 || !IsReleaseOfInterop(call, site, cancellation) ||
            type?.GetMembers(matching.Substring(dot + 1)).OfType<IMethodSymbol>().FirstOrDefault() is not { IsStatic: true, Parameters: [{ Type: var wanted }] })
        {
            return null;
        }

        var bare = ReleaseCall.Bare(released);
        var argument = (site.Model.GetTypeInfo(released, cancellation).Type, site.Model.GetTypeInfo(bare, cancellation).Type, wanted) switch
        {
            (IPointerTypeSymbol, _, IPointerTypeSymbol) or ({ SpecialType: SpecialType.System_IntPtr }, _, { SpecialType: SpecialType.System_IntPtr }) => released.ToString(),
            (_, IPointerTypeSymbol, IPointerTypeSymbol) or (_, { SpecialType: SpecialType.System_IntPtr }, { SpecialType: SpecialType.System_IntPtr }) => bare.ToString(),
            (_, IPointerTypeSymbol, _) => "(nint)" + Operand(bare),
            (_, { SpecialType: SpecialType.System_IntPtr }, _) => "(void*)" + Operand(bare),
            _ => null,
        };
        return argument is null ? null : FixPlan.Of(new Edit(TextSpan.FromBounds(call.SpanStart, call.Span.End), $"{type.ToMinimalDisplayString(site.Model, call.SpanStart)}.{matching.Substring(dot + 1)}({argument})"));
    }

    /// <summary>Whether the call is itself one of an allocator's: who is called by way of a method of the user's own is not replaced.</summary>
    private static bool IsReleaseOfInterop(InvocationExpressionSyntax call, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { IsStatic: true, ContainingType: { Name: "Marshal" or "NativeMemory", ContainingNamespace.Name: "InteropServices" } };

    private static SyntaxNode? Acquired(FindingSite site) => site.Breaking.SyntaxTree.GetRoot().FindNode(site.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);

    private static string Operand(ExpressionSyntax value) => value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax ? value.ToString() : $"({value})";
}
