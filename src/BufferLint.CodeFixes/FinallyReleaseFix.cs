// `var p = NativeMemory.Alloc(8); Fill(p);` becomes `var p = NativeMemory.Alloc(8); try { Fill(p); } finally { NativeMemory.Free(p); }`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Releases a lease however its block is left: what comes behind the acquire goes into a <c>try</c>.</summary>
public sealed class FinallyReleaseFix : FindingFix
{
    internal override string RuleId => RuleIds.NativeLeak;

    internal override string Title => "Release in a finally block";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (HandlePlace.Of(site, cancellation) is { } handle)
        {
            return TryFinally.Around(handle.Behind, $"{handle.Handle}.ReleasePointer();", null, site.Text);
        }

        if (LeasePlace.Of(site, cancellation) is not { Statement.Parent: BlockSyntax block } place)
        {
            return null;
        }

        var behind = block.Statements.SkipWhile(statement => statement != place.Statement).Skip(1).ToArray();
        var calls = site.Function.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => ReleaseCall.Of(call, site.Model, cancellation))
            .OfType<ReleaseCall>()
            .Where(call => Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(call.Variable, place.Local))
            .ToArray();
        return (site.IsReleasedElsewhere, calls) switch
        {
            (false, _) when ReleaseText.Of(place, site, cancellation) is { } release => TryFinally.Around(behind, release, null, site.Text),
            (true, [var only]) when IsTheRelease(only, site) && System.Array.IndexOf(behind, only.Statement) is > 0 and var index =>
                TryFinally.Around(behind.Take(index).ToArray(), only.Statement.ToString(), only.Statement, site.Text),
            _ => null,
        };
    }

    /// <summary>Whether a call is the one by which leases of this family are released.</summary>
    private static bool IsTheRelease(ReleaseCall call, FindingSite site) =>
        call.Call.Expression is MemberAccessExpressionSyntax access && site.Release is { } release &&
        (release == access.Name.Identifier.ValueText || release.EndsWith("." + access.Name.Identifier.ValueText, System.StringComparison.Ordinal));
}
