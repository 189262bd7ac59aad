// Two names that each may be several objects are not for that the same one: after `(cur, next) = (next, cur)` in a loop
// both may be either list, and never are the same. Only one name, not assigned in between, vouches for itself.
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;

namespace BufferLint.Checks;

internal static class Correlation
{
    /// <summary>Whether an invalidation and a loan meet only because both stand for several objects.</summary>
    /// <param name="body">The body.</param>
    /// <param name="node">Where the invalidation is.</param>
    /// <param name="invalidate">The invalidation.</param>
    /// <param name="loan">One of the loans that are held.</param>
    /// <param name="held">All that the view holds there.</param>
    public static bool IsLost(SolvedBody body, FlowNode node, Invalidate invalidate, Loan loan, ValueSet held) =>
        body.Resolution.OperandOf(node, invalidate).Ids.Length > 1 &&
        held.ToArray().Count(id => body.Resolution.Values[id] is Loan other && other.Site == loan.Site) > 1 &&
        (loan.Site.Owner != invalidate.Owner || IsAssignedBetween(body, invalidate.Owner, loan.Site, invalidate));

    /// <summary>Whether the variable that a path begins with is assigned on the way from a loan to an invalidation.</summary>
    public static bool IsAssignedBetween(SolvedBody body, Origin path, Issue from, Invalidate to)
    {
        var root = Root(path);
        return body.Graph.Nodes
            .SelectMany(node => body.Facts.Of(node.Block))
            .Any(fact => (fact is OriginFlow { Adds: false } flow && flow.Target == root || fact is Create create && create.Target == root) &&
                (from.Id < to.Id ? fact.Id > from.Id && fact.Id < to.Id : fact.Id > from.Id || fact.Id < to.Id));
    }

    private static Origin Root(Origin origin) => origin.Parent is { } parent ? Root(parent) : origin;
}
