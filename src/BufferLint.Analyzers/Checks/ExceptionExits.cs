// Where exceptions leave a body while leases are owed, and where those exceptions were raised.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>
/// The ways out that Roslyn's graph does not end in its exit: a <c>throw</c> that nothing around it stops, the end of a
/// <c>finally</c> block with an exception on its way and, if they are asked for, calls that may throw.
/// </summary>
internal sealed class ExceptionExits
{
    private readonly SolvedBody _body;

    /// <summary>Whether exceptions that calls raise count.</summary>
    private readonly bool _countsCalls;

    /// <summary>Who may go on to a node, by exceptions too.</summary>
    private readonly ILookup<FlowNode, FlowNode> _before;

    /// <summary>Where in a node calls may throw, and what is owed there.</summary>
    private readonly List<(FlowNode Node, SyntaxNode Place, ValueSet Owed)> _raising = new();

    private readonly List<(int Lease, SyntaxNode Raised)> _found = new();

    private ExceptionExits(SolvedBody body)
    {
        _body = body;
        _countsCalls = body.PoolLeaks == PoolLeaks.AllPaths;
        _before = body.Graph.Nodes
            .SelectMany(static node => node.Successors.Select(static edge => edge.To).Concat(node.Handlers).Select(to => (From: node, To: to)))
            .ToLookup(static edge => edge.To, static edge => edge.From);
    }

    /// <summary>The leases that an exception leaves behind, and where it was raised, in the order of the source.</summary>
    public static IReadOnlyList<(int Lease, SyntaxNode Raised)> Of(SolvedBody body)
    {
        var exits = new ExceptionExits(body);
        body.Owed.Solver.ReplayForward(exits.AddRaising);
        foreach (var node in body.Graph.Nodes.Where(exits.IsLeftAtItsEnd))
        {
            exits.AddEnd(node);
        }

        return exits._found.OrderBy(static found => found.Raised.SpanStart).ToArray();
    }

    private void AddRaising(FlowNode node, Fact fact, Owed owed)
    {
        if (owed.All.IsEmpty || !MayRaise(node, fact))
        {
            return;
        }

        _raising.Add((node, fact.Syntax, owed.All));
        if (node.LetsExceptionsOut)
        {
            _found.AddRange(owed.All.ToArray().Select(lease => (lease, fact.Syntax)));
        }
    }

    /// <summary>A call that only takes a view of what was just acquired has no reason to fail.</summary>
    private bool MayRaise(FlowNode node, Fact fact) => fact switch
    {
        End { Throws: true } => _countsCalls || node.Handlers.Count == 0,
        MayThrow => _countsCalls && !_body.Facts.Of(node.Block).Any(other => other is Issue && other.Syntax == fact.Syntax),
        _ => false,
    };

    /// <summary>Whether the end of a node is a way out. Where a catch may fit, or its filter may say no, only who asks for all ways hears of it.</summary>
    private bool IsLeftAtItsEnd(FlowNode node) =>
        node is { EndsByException: true, LetsExceptionsOut: true } &&
        (_countsCalls || (node.Successors.Count == 0 && node.Block.EnclosingRegion.Kind != ControlFlowRegionKind.Filter)) &&
        !_body.Facts.Of(node.Block).Any(static fact => fact is End);

    private void AddEnd(FlowNode end)
    {
        if (_body.Owed.Solver.AtEndOf(end) is not { } owed)
        {
            return;
        }

        foreach (var lease in owed.All.ToArray())
        {
            _found.AddRange((ThrownAt(end) is { } thrown ? new[] { thrown } : RaisedBefore(end, lease)).Select(raised => (lease, raised)));
        }
    }

    /// <summary>Where the exceptions come from that a rethrow or the end of a <c>finally</c> lets go on while a lease is owed.</summary>
    private IEnumerable<SyntaxNode> RaisedBefore(FlowNode end, int lease)
    {
        var seen = new HashSet<FlowNode> { end };
        var pending = new Queue<FlowNode>(seen);
        while (pending.Count > 0)
        {
            var node = pending.Dequeue();
            foreach (var before in _before[node].Where(seen.Add))
            {
                foreach (var raising in _raising.Where(raising => raising.Node == before && before.Handlers.Contains(node) && raising.Owed.Contains(lease)))
                {
                    yield return raising.Place;
                }

                if (_body.Owed.Solver.AtEndOf(before) is not { } owed || !owed.Contains(lease))
                {
                    continue;
                }

                if (ThrownAt(before) is { } thrown)
                {
                    yield return thrown;
                }
                else
                {
                    pending.Enqueue(before);
                }
            }
        }
    }

    /// <summary>The <c>throw</c> that a node ends with, if one is written there; a switch expression without a fitting arm throws too.</summary>
    private static SyntaxNode? ThrownAt(FlowNode node) =>
        node.Block is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Throw, BranchValue.Syntax: var thrown } &&
        thrown.Ancestors().SkipWhile(static around => around is ParenthesizedExpressionSyntax).FirstOrDefault() is ThrowStatementSyntax or ThrowExpressionSyntax
            ? thrown.Ancestors().First(static around => around is ThrowStatementSyntax or ThrowExpressionSyntax)
            : null;
}
