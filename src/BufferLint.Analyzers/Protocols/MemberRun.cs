// Runs one function from its entry to its ends, as far as a few places go: fields of one object, and the variables that
// their values go through. Calls of functions written in source are run in turn.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

/// <summary>A forward analysis that follows only those branches that can be taken, given what fields hold.</summary>
internal sealed partial class MemberRun
{
    /// <summary>How many ways through one block are tried, where functions that it calls end in several ways.</summary>
    private const int MaxWays = 12;

    private const int MaxDepth = 6;

    private readonly RunContext _context;
    private readonly FlowGraph _graph;
    private readonly Place? _self;
    private readonly SyntaxNode? _calledAt;
    private readonly MemberRun? _around;
    private readonly Dictionary<CaptureId, IOperation> _captures = new();
    private readonly Dictionary<(int Node, Storage Released), ObjectState> _states = new();
    private readonly SortedSet<(int Node, Storage Released)> _pending = new();
    private readonly Dictionary<(Storage Released, bool? Truth, bool IsNull), ObjectState> _ends = new();
    private readonly List<int> _ways = new();
    private int _way;

    private MemberRun(RunContext context, FlowGraph graph, Place? self, SyntaxNode? calledAt, MemberRun? around)
    {
        _around = around;
        _context = context;
        _graph = graph;
        _self = self;
        _calledAt = calledAt;
        foreach (var capture in graph.Source.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            _captures[capture.Id] = capture.Value;
        }
    }

    /// <summary>Runs a function.</summary>
    /// <param name="context">The type and the field.</param>
    /// <param name="function">The function.</param>
    /// <param name="start">What is known where it is entered, its parameters among it.</param>
    /// <param name="self">The place of the object that it is called on; <see langword="null"/> if that is nobody who is followed.</param>
    /// <param name="calledAt">Of code of another type: the call in a member of this one.</param>
    /// <returns>How it may end; <see langword="null"/> if it cannot be followed.</returns>
    public static IReadOnlyList<Outcome>? Of(RunContext context, IMethodSymbol function, ObjectState start, Place? self, SyntaxNode? calledAt = null) =>
        Of(context, function, static (context, function) => context.GraphOf(function), start, self, calledAt, around: null);

    private static IReadOnlyList<Outcome>? Of(RunContext context, IMethodSymbol function, Func<RunContext, IMethodSymbol, FlowGraph?> graphOf, ObjectState start, Place? self, SyntaxNode? calledAt, MemberRun? around)
    {
        if (context.Running.Count >= MaxDepth || context.Running.Contains(function, SymbolEqualityComparer.Default) || context.IsOverBudget || graphOf(context, function) is not { } graph || IsIterator(graph))
        {
            return null;
        }

        context.Running.Push(function);
        var run = new MemberRun(context, graph, self, calledAt, around);
        run.Enter(0, start);
        run.Solve();
        context.Running.Pop();
        return run._ends.Values.Select(static end => new Outcome(end, end.Of(Place.Result))).ToArray();
    }

    private static bool IsIterator(FlowGraph graph) => graph.Source.Blocks.Any(static block => block.Operations.Any(static operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak));

    private void Solve()
    {
        while (_pending.Count > 0 && _context.Spend())
        {
            var next = _pending.Min;
            _pending.Remove(next);
            var node = _graph.Nodes[next.Node];
            var state = _states[next];
            if (node.Block.Kind == BasicBlockKind.Exit)
            {
                End(state);
                continue;
            }

            _ways.Clear();
            var tried = 0;
            do
            {
                _way = 0;
                Step(node, state.Copy());
            }
            while (++tried < MaxWays && NextWay());
        }
    }

    /// <summary>The first way that was not tried yet, as a clock's hands go on.</summary>
    private bool NextWay()
    {
        while (_ways.Count > 0)
        {
            var last = _ways[_ways.Count - 1] - 1;
            _ways.RemoveAt(_ways.Count - 1);
            if (last >= 0)
            {
                _ways.Add(last);
                return true;
            }
        }

        return false;
    }

    /// <summary>One of several ways to go on; which, the way through the block says.</summary>
    private int Choose(int count)
    {
        if (_way == _ways.Count)
        {
            _ways.Add(count - 1);
        }

        // What is over budget by now ends in fewer ways than before.
        return Math.Min(_ways[_way++], count - 1);
    }

    private void Step(FlowNode node, ObjectState state)
    {
        Raise(node, state);
        foreach (var operation in node.Block.Operations)
        {
            Evaluate(operation, state);
            if (state.IsDead)
            {
                return;
            }

            Raise(node, state);
        }

        var value = node.Block.BranchValue is { } branch ? Evaluate(branch, state) : Content.Unknown;
        if (state.IsDead)
        {
            return;
        }

        Raise(node, state);
        if (node.Block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && node.Block.ConditionalSuccessor is null)
        {
            state.Assign(Place.Result, value);
            CopyParts(node.Block.BranchValue, Place.Result, state);
        }

        var truth = node.Block.ConditionalSuccessor is null ? null : TruthOf(value);
        foreach (var edge in node.Successors)
        {
            var condition = edge.Branch is { } taken && node.Block.ConditionalSuccessor is not null ? taken.IsConditionalSuccessor == (node.Block.ConditionKind == ControlFlowConditionKind.WhenTrue) : (bool?)null;
            if (condition is null)
            {
                Enter(edge.To.Ordinal, state);
            }
            else if (truth is null || truth == condition)
            {
                var learned = state.Copy();
                Learn(node.Block.BranchValue, condition.Value, learned);
                Enter(edge.To.Ordinal, learned);
            }
        }
    }

    /// <summary>How a condition turns out, if one can say.</summary>
    private bool? TruthOf(Content condition)
    {
        if (condition.Knowledge != Knowledge.Changed)
        {
            return condition.Truth;
        }

        _context.MetDoubt = true;
        return _context.Doubtful;
    }

    private void Raise(FlowNode node, ObjectState state)
    {
        foreach (var handler in node.Handlers)
        {
            Enter(handler.Ordinal, state);
        }
    }

    private void Enter(int node, ObjectState state)
    {
        var key = (node, state.Released);
        if (!_states.TryGetValue(key, out var known))
        {
            _states.Add(key, state.Copy());
            _pending.Add(key);
        }
        else if (known.Join(state))
        {
            _pending.Add(key);
        }
    }

    private void End(ObjectState state)
    {
        var result = state.Of(Place.Result);
        var key = (state.Released, result.Truth, result.IsNull);
        if (_ends.TryGetValue(key, out var known))
        {
            known.Join(state);
        }
        else
        {
            _ends.Add(key, state.Copy());
        }
    }
}
