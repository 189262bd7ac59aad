// A lease that two objects were made with, each of which releases it when it is ended, and which both went to others.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>Two objects that release one lease.</summary>
/// <param name="First">How the first was made.</param>
/// <param name="FirstRelease">How it releases.</param>
/// <param name="Second">How the second was made; the same place in a loop.</param>
/// <param name="SecondRelease">How it releases.</param>
internal sealed record SharedLease(Adoption First, AdoptedRelease FirstRelease, Adoption Second, AdoptedRelease SecondRelease);

internal static class SharedLeases
{
    /// <summary>Those of a body, at the second object each.</summary>
    public static IEnumerable<Finding> In(SolvedBody body)
    {
        foreach (var (first, second) in body.SharedLeases)
        {
            if ((first == second && MayComeOnce(second)) || body.ReleaseOf(second) is not { } later || (first == second ? later : body.ReleaseOf(first)) is not { } earlier)
            {
                continue;
            }

            var owner = second.Lease.Site.Target;
            var release = new Invalidate(second.Call, owner, later.Effect, null, null, 1);
            yield return new Finding(DoubleReleaseCheck.Rule, first.Call, second.Lease, release, owner, new Invalidate(first.Call, owner, earlier.Effect, null, null, 1))
            {
                Acquired = Acquisition.Of(second.Lease, view: null),
                Shared = new SharedLease(first, earlier, second, later),
            };
        }
    }

    /// <summary>Whether something in the loop decides if the place is reached, so that one turn alone may come to it.</summary>
    private static bool MayComeOnce(Adoption adoption) => adoption.Call.Ancestors()
        .TakeWhile(around => !around.Span.Contains(adoption.Lease.Site.Syntax.Span) && around is not (ForStatementSyntax or CommonForEachStatementSyntax))
        .Any(static around => around is IfStatementSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or BinaryExpressionSyntax or WhileStatementSyntax or DoStatementSyntax or TryStatementSyntax or
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression });
}
