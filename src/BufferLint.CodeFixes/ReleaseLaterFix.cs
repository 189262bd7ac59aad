// `pool.Return(array); Read(array);` becomes `Read(array); pool.Return(array);`, and `pool.Return(array); return array[0];`
// becomes `var result = array[0]; pool.Return(array); return result;`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Moves the release behind the last statement of its block that uses what it releases, or a view of that.</summary>
public sealed class ReleaseLaterFix : FindingFix
{
    internal override string RuleId => RuleIds.UseAfterRelease;

    internal override string Title => "Release after the last use";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsAskedOfHandle || site.Needed is not { } use || ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { } release ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ||
            LastUse.Behind(release.Statement, release.Variable, site, cancellation) is not { } crossed ||
            !crossed.Any(statement => statement.Span.Contains(use.Span)) || !release.MeansTheSameAfter(crossed, site.Model, cancellation) ||
            IsReleasedIn(crossed, release, site, cancellation))
        {
            return null;
        }

        var last = crossed[crossed.Count - 1];
        var within = crossed.SelectMany(statement => statement.DescendantNodesAndSelf()).Where(Borders.IsOne);
        return last is ReturnStatementSyntax leaving && IsAnswer(leaving, site, cancellation)
            ? within.All(node => node == leaving) ? StatementMove.IntoReturn(leaving, FreeNames.For("result", Functions.MemberAround(leaving)), release.Statement, site.Text) : null
            : within.Any() ? null : StatementMove.After(last, release.Statement, site.Text);
    }

    /// <summary>Whether what is released is released once more, by this name or another one.</summary>
    private static bool IsReleasedIn(IReadOnlyList<StatementSyntax> crossed, ReleaseCall release, FindingSite site, CancellationToken cancellation)
    {
        var holders = Holders.Of(release.Variable, site.Function, site.Model, cancellation);
        return crossed.Any(statement => release.IsRepeatedIn(statement, holders, site.Model, cancellation));
    }

    /// <summary>Whether a statement returns a value that can be kept in a variable while the release is made.</summary>
    private static bool IsAnswer(ReturnStatementSyntax leaving, FindingSite site, CancellationToken cancellation) =>
        leaving.Expression is { } value and not RefExpressionSyntax && site.Model.GetTypeInfo(value, cancellation) is { Type: { } type, ConvertedType: var converted } &&
        SymbolEqualityComparer.Default.Equals(type, converted) && Holders.IsIndependent(value, type);
}
