// `var p = NativeMemory.Alloc(8); Fill(p);` gets a `NativeMemory.Free(p);` behind that.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Releases a lease behind the last statement of its block that uses it, or a view of it.</summary>
public sealed class ReleaseAfterLastUseFix : FindingFix
{
    internal override string RuleId => RuleIds.NativeLeak;

    internal override string Title => "Release after the last use";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => Release(site, cancellation);

    /// <summary>The plan, for leases of whatever kind.</summary>
    internal static FixPlan? Release(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsReleasedElsewhere || LeasePlace.Of(site, cancellation) is not { } place ||
            ReleaseText.Of(place, site, cancellation) is not { } release ||
            LastUse.Behind(place.Statement, place.Local, site, cancellation) is not { } uses ||
            HandsOn(uses, place, site, cancellation))
        {
            return null;
        }

        // What was acquired last is released first.
        return new FixPlan(StatementEdits.After(uses.LastOrDefault() ?? place.Statement, release, site.Text, rank: -place.Statement.SpanStart));
    }

    /// <summary>Whether what holds the lease leaves the method, is disposed of at the end of its block, or nothing is reached behind its last use.</summary>
    private static bool HandsOn(IReadOnlyList<StatementSyntax> uses, ViewPlace place, FindingSite site, CancellationToken cancellation)
    {
        var holders = Holders.Of(place.Local, site.Function, site.Model, cancellation);
        return uses.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax ||
            holders.Any(holder => holder is Microsoft.CodeAnalysis.ILocalSymbol { IsUsing: true }) ||
            uses.SelectMany(statement => statement.DescendantNodesAndSelf())
                .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax && Holders.AreUsedIn(node, holders, site.Model, cancellation));
    }
}
