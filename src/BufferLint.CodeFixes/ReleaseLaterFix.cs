// `pool.Return(array); Read(array);` becomes `Read(array); pool.Return(array);`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;

namespace BufferLint.CodeFixes;

/// <summary>Moves the release behind the last statement of its block that uses what it releases, or a view of that.</summary>
public sealed class ReleaseLaterFix : FindingFix
{
    internal override string RuleId => RuleIds.UseAfterRelease;

    internal override string Title => "Release after the last use";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Needed is not { } use || ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { } release ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ||
            LastUse.Behind(release.Statement, release.Variable, site, cancellation) is not { } crossed)
        {
            return null;
        }

        return crossed.Any(statement => statement.Span.Contains(use.Span)) &&
            !crossed.SelectMany(statement => statement.DescendantNodesAndSelf()).Any(Borders.IsOne) &&
            !crossed.Any(statement => release.IsRepeatedIn(statement, site.Model, cancellation)) &&
            release.MeansTheSameAfter(crossed, site.Model, cancellation)
            ? StatementMove.After(crossed[crossed.Count - 1], release.Statement, site.Text)
            : null;
    }
}
