// One driver for all analyses: a worklist in (reverse) post-order until nothing changes.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

/// <summary>Solves a flow problem and replays its solution fact by fact.</summary>
/// <typeparam name="TState">The state at one point.</typeparam>
internal sealed class Solver<TState>
    where TState : class
{
    /// <summary>How many entries of states may be copied; a body of thousands of lines needs a hundredth of it.</summary>
    private const long MaxWork = 10_000_000;

    private readonly FlowGraph _graph;
    private readonly FactTable _facts;
    private readonly IFlowProblem<TState> _problem;
    private readonly CancellationToken _cancellation;
    private readonly TState?[] _in;
    private long _work;

    private Solver(FlowGraph graph, FactTable facts, IFlowProblem<TState> problem, CancellationToken cancellation)
    {
        _graph = graph;
        _facts = facts;
        _problem = problem;
        _cancellation = cancellation;
        _in = new TState?[graph.Nodes.Length];
    }

    /// <summary>What a replay shows: a fact and the state just before it in the direction of the analysis.</summary>
    public delegate void Visitor<in TFact>(FlowNode node, TFact fact, TState state)
        where TFact : Fact;

    /// <summary>Solves from the entry on. The state of a handler is the join over every point of its try.</summary>
    public static Solver<TState> Forward(FlowGraph graph, FactTable facts, IFlowProblem<TState> problem, CancellationToken cancellation)
    {
        var solver = new Solver<TState>(graph, facts, problem, cancellation);
        solver._in[0] = problem.Start();
        solver.Run(solver.StepForward, forward: true);
        return solver;
    }

    /// <summary>Solves from the ends back. What a handler needs is needed before every point of its try that may throw.</summary>
    public static Solver<TState> Backward(FlowGraph graph, FactTable facts, IFlowProblem<TState> problem, CancellationToken cancellation)
    {
        var solver = new Solver<TState>(graph, facts, problem, cancellation);
        solver.Run(solver.StepBackward, forward: false);
        return solver;
    }

    /// <summary>Shows the state before each fact of a forward solution.</summary>
    public void ReplayForward(Visitor<Fact> visit) => ReplayForward(static _ => true, visit);

    /// <summary>Shows the state before each fact of one kind. Nodes that have none cost nothing, others up to the last one.</summary>
    public void ReplayForward<TFact>(Visitor<TFact> visit)
        where TFact : Fact => ReplayForward(static _ => true, visit);

    /// <summary>Shows the state before each fact of one kind that is asked for.</summary>
    public void ReplayForward<TFact>(Func<TFact, bool> isWanted, Visitor<TFact> visit)
        where TFact : Fact
    {
        foreach (var node in _graph.Nodes)
        {
            var facts = _facts.Of(node.Block);
            var last = facts.Length - 1;
            while (last >= 0 && !(facts[last] is TFact wanted && isWanted(wanted)))
            {
                last--;
            }

            if (last < 0 || _in[node.Ordinal] is not { } start)
            {
                continue;
            }

            _cancellation.ThrowIfCancellationRequested();
            var state = _problem.Copy(start);
            for (var index = 0; index <= last; index++)
            {
                if (facts[index] is TFact fact && isWanted(fact))
                {
                    visit(node, fact, state);
                }

                if (facts[index] is End)
                {
                    break;
                }

                if (index < last)
                {
                    _problem.Apply(node, facts[index], state);
                }
            }
        }
    }

    /// <summary>The facts of one kind that are reached, where no state is asked for.</summary>
    public IEnumerable<(FlowNode Node, TFact Fact)> Reached<TFact>()
        where TFact : Fact
    {
        foreach (var node in _graph.Nodes)
        {
            if (_in[node.Ordinal] is null)
            {
                continue;
            }

            foreach (var fact in _facts.Of(node.Block))
            {
                if (fact is TFact wanted)
                {
                    yield return (node, wanted);
                }

                if (fact is End)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The state at the end of a node of a forward solution; <see langword="null"/> if the node is never reached.</summary>
    public TState? AtEndOf(FlowNode node)
    {
        if (_in[node.Ordinal] is not { } start)
        {
            return null;
        }

        var state = _problem.Copy(start);
        foreach (var fact in _facts.Of(node.Block))
        {
            _problem.Apply(node, fact, state);
        }

        return state;
    }

    /// <summary>Shows the state after each fact of a backward solution that is asked for. Nodes that have none cost nothing.</summary>
    public void ReplayBackward(Func<Fact, bool> isWanted, Visitor<Fact> visit)
    {
        foreach (var node in _graph.Nodes)
        {
            if (_facts.Of(node.Block).Any(isWanted))
            {
                _cancellation.ThrowIfCancellationRequested();
                Backward(node, (at, fact, state) =>
                {
                    if (isWanted(fact))
                    {
                        visit(at, fact, state);
                    }
                });
            }
        }
    }

    private void Run(Action<FlowNode, Worklist> step, bool forward)
    {
        var pending = new Worklist(_graph.Nodes.Length, firstIsNext: forward);
        for (var index = 0; index < (forward ? 1 : _graph.Nodes.Length); index++)
        {
            pending.Add(index);
        }

        while (pending.TryTake(out var next))
        {
            _cancellation.ThrowIfCancellationRequested();
            step(_graph.Nodes[next], pending);
        }
    }

    private void StepForward(FlowNode node, Worklist pending)
    {
        var state = Copy(_in[node.Ordinal]!);
        var isNews = true;
        foreach (var fact in _facts.Of(node.Block))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (isNews && IsWayOut(fact))
            {
                JoinHandlers(node, state, fact, pending);
                isNews = false;
            }

            if (fact is End)
            {
                return;
            }

            _problem.Apply(node, fact, state);
            isNews = isNews || _problem.ShowsInHandlers(fact);
        }

        if (node.Block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow })
        {
            JoinHandlers(node, state, from: null, pending);
        }

        for (var index = 0; index < node.Successors.Count; index++)
        {
            // What is joined is not kept: the last way on may use the state up.
            var crossing = index < node.Successors.Count - 1 ? Copy(state) : state;
            _problem.Cross(node.Successors[index], crossing);
            JoinInto(node.Successors[index].To, crossing, pending);
        }
    }

    /// <summary>Whether an exception may come at a fact: at calls, where facts say so, and where elements are accessed.</summary>
    private static bool IsWayOut(Fact fact) => fact is MayThrow or End or Use { Kind: UseKind.Read or UseKind.Write };

    private void JoinHandlers(FlowNode node, TState state, Fact? from, Worklist pending)
    {
        if (node.Handlers.Count == 0)
        {
            return;
        }

        var caught = _problem.Caught(state, from);
        foreach (var handler in node.Handlers)
        {
            JoinInto(handler, caught, pending);
        }
    }

    private void JoinInto(FlowNode node, TState state, Worklist pending)
    {
        if (_in[node.Ordinal] is not { } present)
        {
            _in[node.Ordinal] = _problem.Copy(state);
            pending.Add(node.Ordinal);
        }
        else if (_problem.Join(present, state))
        {
            pending.Add(node.Ordinal);
        }
    }

    private void StepBackward(FlowNode node, Worklist pending)
    {
        var state = Backward(node, visit: null);
        if (_in[node.Ordinal] is { } present && !_problem.Join(present, state))
        {
            return;
        }

        _in[node.Ordinal] ??= state;
        foreach (var predecessor in Predecessors(node))
        {
            pending.Add(predecessor);
        }
    }

    private TState Backward(FlowNode node, Visitor<Fact>? visit)
    {
        TState? joined = null;
        foreach (var edge in node.Successors)
        {
            if (_in[edge.To.Ordinal] is { } after)
            {
                var crossing = Copy(after);
                _problem.Cross(edge, crossing);
                if (joined is null)
                {
                    joined = crossing;
                }
                else
                {
                    _problem.Join(joined, crossing);
                }
            }
        }

        var state = joined ?? _problem.Start();
        var facts = _facts.Of(node.Block);
        for (var index = facts.Length - 1; index >= 0; index--)
        {
            _cancellation.ThrowIfCancellationRequested();
            var fact = facts[index];
            if (fact is End)
            {
                state = _problem.Start();
            }

            visit?.Invoke(node, fact, state);
            _problem.Apply(node, fact, state);
            if (IsWayOut(fact))
            {
                JoinFromHandlers(node, state);
            }
        }

        return state;
    }

    private void JoinFromHandlers(FlowNode node, TState state)
    {
        foreach (var handler in node.Handlers)
        {
            if (_in[handler.Ordinal] is { } after)
            {
                _problem.Join(state, after);
            }
        }
    }

    private TState Copy(TState state)
    {
        _work += _problem.SizeOf(state);
        return _work <= MaxWork ? _problem.Copy(state) : throw new OverBudgetException();
    }

    private List<int> Predecessors(FlowNode node)
    {
        _predecessors ??= FindPredecessors();
        return _predecessors[node.Ordinal];
    }

    private List<int>[]? _predecessors;

    private List<int>[] FindPredecessors()
    {
        var predecessors = new List<int>[_graph.Nodes.Length];
        for (var index = 0; index < predecessors.Length; index++)
        {
            predecessors[index] = new List<int>();
        }

        foreach (var node in _graph.Nodes)
        {
            foreach (var edge in node.Successors)
            {
                predecessors[edge.To.Ordinal].Add(node.Ordinal);
            }

            foreach (var handler in node.Handlers)
            {
                predecessors[handler.Ordinal].Add(node.Ordinal);
            }
        }

        return predecessors;
    }
}
