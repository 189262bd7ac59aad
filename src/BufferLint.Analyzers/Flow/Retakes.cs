// Branches that show that nothing moved, on which code keeps the view that it takes again on the other:
//
//     var before = list.Capacity;
//     list.Add(1);
//     if (list.Capacity != before) view = CollectionsMarshal.AsSpan(list);
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

/// <summary>What a branch shows to be as it was.</summary>
/// <param name="Views">The views whose storage did not move.</param>
/// <param name="Since">The variable that remembers the size it had, or the result of the reallocation that did not move it; <see langword="null"/> since the views were taken.</param>
internal sealed record Unmoved(IReadOnlyCollection<Origin> Views, Origin? Since);

/// <summary>Finds such branches.</summary>
internal sealed class Retakes
{
    private readonly Dictionary<ControlFlowBranch, List<Unmoved>> _onBranch = new();
    private readonly FactTable _facts;
    private readonly Resolution _resolution;
    private Dictionary<Origin, Measure?>? _memories;

    private Retakes(FactTable facts, Resolution resolution)
    {
        _facts = facts;
        _resolution = resolution;
    }

    public static Retakes Of(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        var retakes = new Retakes(facts, resolution);
        foreach (var node in graph.Nodes)
        {
            foreach (var edge in node.Successors)
            {
                foreach (var lesson in facts.LessonsOf(edge.Branch))
                {
                    if (lesson is Comparison { Offset: 0, HasComputedPart: false } comparison && retakes.Shown(graph, node, edge.Branch!, comparison) is { Views.Count: > 0 } unmoved)
                    {
                        retakes.Add(edge.Branch!, unmoved);
                    }
                }
            }
        }

        return retakes;
    }

    /// <summary>What a branch shows not to have moved.</summary>
    public IReadOnlyList<Unmoved> On(ControlFlowBranch? branch) =>
        branch is not null && _onBranch.TryGetValue(branch, out var unmoved) ? unmoved : System.Array.Empty<Unmoved>();

    private void Add(ControlFlowBranch branch, Unmoved unmoved)
    {
        if (!_onBranch.TryGetValue(branch, out var all))
        {
            _onBranch.Add(branch, all = new List<Unmoved>());
        }

        all.Add(unmoved);
    }

    /// <summary>A size is no greater than it was: the other side is a view's length, or a variable that remembers the size.</summary>
    private Unmoved? Shown(FlowGraph graph, FlowNode node, ControlFlowBranch branch, Comparison comparison)
    {
        var (size, before) = comparison switch
        {
            { Kind: ComparisonKind.AtLeast } => (comparison.Right, comparison.Left),
            { Kind: ComparisonKind.Equal, Left.Kind: MeasureKind.Count or MeasureKind.Capacity } => (comparison.Left, comparison.Right),
            { Kind: ComparisonKind.Equal } => (comparison.Right, comparison.Left),
            _ => (null, null),
        };
        if (size is not { Kind: MeasureKind.Count or MeasureKind.Capacity } || before is null || _resolution.HeldOn(branch, size.Of).ToArray() is not [var owner] ||
            (before.Kind == MeasureKind.Number ? !IsMemoryOf(graph, before.Of, size) : before.Kind != MeasureKind.Length))
        {
            return null;
        }

        if (before.Kind == MeasureKind.Length)
        {
            return Views(_resolution.HeldOn(branch, before.Of), owner) ? new Unmoved(new[] { before.Of }, null) : null;
        }

        var state = _resolution.Solver.AtEndOf(node);
        return state is null ? null : new Unmoved(state.Sets.Where(held => Views(held.Value, owner)).Select(held => _facts.Origins.All[held.Key]).ToArray(), before.Of);
    }

    private bool Views(ValueSet held, int owner) => !held.IsEmpty && held.ToArray().All(id => _resolution.Values[id] is Loan loan && loan.Owner.Id == owner);

    /// <summary>Whether all a variable is ever given is that size.</summary>
    private bool IsMemoryOf(FlowGraph graph, Origin variable, Measure size)
    {
        if (_memories is null)
        {
            _memories = new Dictionary<Origin, Measure?>();
            foreach (var forget in graph.Nodes.SelectMany(node => _facts.Of(node.Block)).OfType<Forget>())
            {
                var given = forget.Value is { Value: 0, Base: { Kind: MeasureKind.Count or MeasureKind.Capacity } measure } ? measure : null;
                _memories[forget.Index] = !_memories.TryGetValue(forget.Index, out var known) || Equals(known, given) ? given : null;
            }
        }

        return _memories.TryGetValue(variable, out var memory) && Equals(memory, size);
    }
}
