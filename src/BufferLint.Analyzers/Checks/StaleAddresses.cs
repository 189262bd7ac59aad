// BUF1001 for memory under its address: after a reallocation every name of the old address is stale, and any use of one
// is a bug. Spans over the memory are loans and found with those.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class StaleAddresses
{
    /// <summary>The names of an address, the one that was given included, that are used after it has ended.</summary>
    public static IEnumerable<Finding> Of(DiagnosticDescriptor rule, SolvedBody body, FlowNode node, Invalidate ended, HeldValues held)
    {
        var old = body.Resolution.OperandOf(node, ended);
        foreach (var entry in body.LiveAfter(node, ended).All.OrderBy(entry => entry.Value.Any?.Id).ThenBy(entry => entry.Key))
        {
            var origin = body.Facts.Origins.All[entry.Key];
            if (entry.Value.Any is { } use && !origin.IsTemporary &&
                body.Resolution.Loans.Holds(held, origin).Intersect(old).ToArray() is [var address, ..] &&
                body.Resolution.Values[address] is not Loan and { IsAmbiguous: false } &&
                NamedAt(body, ended, origin) is { } named)
            {
                yield return new Finding(rule, named, body.Resolution.Values[address], ended, origin, use);
            }
        }
    }

    /// <summary>Where the name was given the address: the last assignment, or else its declaration.</summary>
    private static SyntaxNode? NamedAt(SolvedBody body, Invalidate ended, Origin name) =>
        body.Graph.Nodes
            .SelectMany(node => body.Facts.Of(node.Block))
            .OfType<OriginFlow>()
            .Where(flow => flow.Target == name && flow.Id < ended.Id)
            .OrderByDescending(flow => flow.Id)
            .FirstOrDefault()?.Syntax ??
        (name.Symbol is IParameterSymbol { DeclaringSyntaxReferences: [var declaration] } ? declaration.GetSyntax(CancellationToken.None) : ended.Syntax);
}
