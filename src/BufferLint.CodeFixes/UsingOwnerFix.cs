// `var owner = pool.Rent(4);` becomes `using var owner = pool.Rent(4);`.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Disposes of what owns memory of a pool at the end of its scope.</summary>
public sealed class UsingOwnerFix : FindingFix
{
    internal override string RuleId => RuleIds.PoolLeak;

    internal override string Title => "Return it by a using declaration";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => UsingLeaseFix.Declare(site, cancellation);
}
