// Iterators that yield views of what they give back before they are asked for the next: who looks at each view in turn is
// right to do so, who collects them keeps views of what is somebody else's.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>Looks at one iterator.</summary>
internal sealed class YieldedPages
{
    private readonly SolvedBody _body;
    private readonly List<(FlowNode Node, Use Yield, ValueSet Held)> _yields = new();
    private readonly List<(FlowNode Node, Invalidate Release, ValueSet Held)> _releases = new();

    private YieldedPages(SolvedBody body) => _body = body;

    /// <summary>Reports each yielded view that is released afterwards, where somebody collects them.</summary>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, Action<Finding> report)
    {
        if (body.Facts is not { GivesBack: true, Owner: { ReturnType.OriginalDefinition: { Name: "IEnumerable" or "IAsyncEnumerable" } } iterator } || body.CollectingCalls is not { } calls)
        {
            return;
        }

        var outlived = new YieldedPages(body).Find().ToArray();
        if (outlived.Length == 0 || calls.Of(iterator, body.Cancellation) is not { } collected)
        {
            return;
        }

        foreach (var (yield, owner, release) in outlived)
        {
            report(LeaseFacts.AddTo(new Finding(rule, release.Syntax, owner, release, yield.Origin, yield) { Acquired = Acquisition.Of(owner, view: null), Collected = collected }));
        }
    }

    private IEnumerable<(Use Yield, Value Owner, Invalidate Release)> Find()
    {
        _body.Resolution.Solver.ReplayForward<Fact>(static fact => fact is Use { Kind: UseKind.Return } or Invalidate, Visit);
        var told = new HashSet<SyntaxNode>();
        foreach (var (node, yield, held) in _yields)
        {
            foreach (var owner in held.ToArray().Select(id => OwnerOf(_body.Resolution.Values[id])))
            {
                if (owner is not Released && ReleaseAfter(node, yield, owner) is { } release && told.Add(yield.Syntax))
                {
                    yield return (yield, owner, release);
                }
            }
        }
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case Use { Kind: UseKind.Return, Syntax.Parent: YieldStatementSyntax } yielded:
                _yields.Add((node, yielded, _body.Resolution.WithParts(state, yielded.Origin)));
                break;
            case Invalidate { Effect.GivesBack: true } release when release.Effect.Family != ReleaseFamily.Fixed:
                _releases.Add((node, release, _body.Resolution.Loans.Holds(state, release.Owner)));
                break;
        }
    }

    /// <summary>What releases an owner on a regular way on from a yield, before it is made again.</summary>
    private Invalidate? ReleaseAfter(FlowNode from, Use yield, Value owner)
    {
        var releases = _releases.Where(release => release.Held.ToArray().Any(id => IsSame(_body.Resolution.Values[id], owner))).ToArray();
        if (releases.Length == 0)
        {
            return null;
        }

        var seen = new HashSet<FlowNode>();
        var open = new Queue<FlowNode>();
        open.Enqueue(from);
        for (var isFirst = true; open.Count > 0; isFirst = false)
        {
            var node = open.Dequeue();
            var goesOn = true;
            foreach (var fact in _body.Facts.Of(node.Block))
            {
                if (isFirst && fact.Id <= yield.Id)
                {
                    continue;
                }

                if (fact is Invalidate release && releases.Any(known => known.Node == node && known.Release == release))
                {
                    return release;
                }

                if (owner is Created made && fact == made.Site)
                {
                    goesOn = false;
                    break;
                }
            }

            foreach (var edge in goesOn ? node.Successors : Enumerable.Empty<FlowEdge>())
            {
                if (seen.Add(edge.To))
                {
                    open.Enqueue(edge.To);
                }
            }
        }

        return null;
    }

    private static Value OwnerOf(Value value) => value is Loan loan ? OwnerOf(loan.Owner) : value;

    private static bool IsSame(Value released, Value owner) => released == owner || (released is Created one && owner is Created other && one.Site == other.Site);
}
