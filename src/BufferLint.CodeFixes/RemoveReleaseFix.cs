// `pool.Return(array); … pool.Return(array);` loses the second.
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Removes a release that comes, whichever way led there, after another one.</summary>
public sealed class RemoveReleaseFix : FindingFix
{
    internal override string RuleId => RuleIds.DoubleRelease;

    internal override string Title => "Remove the second release";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.IsNeedless && ReleaseCall.Of(site.Breaking, site.Model, cancellation) is { } release &&
        release.Statement != site.Needed?.Parent && StatementEdits.IsInList(release.Statement) &&
        !OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) && !release.Statement.ContainsDirectives &&
        release.IsPure(site.Model, cancellation)
            ? FixPlan.Of(StatementMove.Removal(release.Statement, site.Text))
            : null;
}
