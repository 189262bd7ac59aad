// A struct that owns a lease, and is copied twice into something that others get: whoever ends all of it ends each copy.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>Two copies of a struct that release one lease.</summary>
/// <param name="Copy">The copies.</param>
/// <param name="Release">How each of them releases.</param>
internal sealed record CopiedLease(RepeatedCopy Copy, AdoptedRelease Release);

internal static class CopiedLeases
{
    /// <summary>Those of a body, at the second copy each.</summary>
    public static IEnumerable<Finding> In(SolvedBody body)
    {
        foreach (var copy in body.RepeatedCopies.ToArray())
        {
            if (Leaves(body, copy) && body.ReleaseOf(copy) is { } release)
            {
                var owner = copy.Second.Sources[0];
                yield return new Finding(DoubleReleaseCheck.Rule, copy.First.Syntax, copy.Owner, new Invalidate(copy.Second.Syntax, owner, release.Effect, null, null, 1), owner, new Invalidate(copy.First.Syntax, owner, release.Effect, null, null, 1))
                {
                    Acquired = Acquisition.Of(copy.Owner, view: null),
                    Copied = new CopiedLease(copy, release),
                };
            }
        }
    }

    /// <summary>Whether others have what the copies are in, when the body has ended.</summary>
    private static bool Leaves(SolvedBody body, RepeatedCopy copy)
    {
        var isReturned = false;
        body.Resolution.Solver.ReplayForward<Use>(
            static use => use.Kind == UseKind.Return,
            (_, use, state) => isReturned |= body.Resolution.Loans.Holds(state, use.Origin).ToArray().Any(copy.Holders.Contains) ||
                use.Origin.Children.Count(part => part.Step is { Symbol: IFieldSymbol { ContainingType.IsTupleType: true } } && body.Resolution.Loans.Holds(state, part).Contains(copy.Owner.Id)) > 1);
        return isReturned || (!copy.Into.IsTemporary && body.Graph.Nodes
            .Where(static node => node.Block.Kind == BasicBlockKind.Exit)
            .Any(exit => body.Resolution.Solver.AtEndOf(exit) is { } end && new LastingPlaces(body).Outlives(copy.Second.Target, end)));
    }
}
