// `var array = pool.Rent(4); Read(array);` gets a `pool.Return(array);` behind that.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Returns a buffer to its pool behind the last statement of its block that uses it, or a view of it.</summary>
public sealed class ReturnLaterFix : FindingFix
{
    internal override string RuleId => RuleIds.PoolLeak;

    internal override string Title => "Return after the last use";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Release == "Dispose" ? null : ReleaseAfterLastUseFix.Release(site, cancellation);
}
