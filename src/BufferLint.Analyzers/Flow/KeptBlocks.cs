// Branches that show that a reallocation left its block where it was: it gave null, or the old address again.
//
//     var grown = (byte*)NativeMemory.Realloc(block, size);
//     if (grown == null) { NativeMemory.Free(block); return; }
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

/// <summary>Finds such branches.</summary>
internal sealed class KeptBlocks
{
    private readonly Dictionary<ControlFlowBranch, List<Unmoved>> _onBranch = new();
    private readonly Dictionary<int, Origin> _results = new();
    private readonly Dictionary<Origin, ValueSet> _blocks = new();
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    private KeptBlocks(FactTable facts, Resolution resolution)
    {
        _facts = facts;
        _resolution = resolution;
    }

    public static KeptBlocks Of(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        var kept = new KeptBlocks(facts, resolution);
        foreach (var node in graph.Nodes)
        {
            kept.NoteReallocations(node);
        }

        if (kept._results.Count > 0)
        {
            foreach (var node in graph.Nodes)
            {
                kept.NoteBranches(node);
            }
        }

        return kept;
    }

    /// <summary>What a branch shows to be as it was before a reallocation.</summary>
    public IReadOnlyList<Unmoved> On(ControlFlowBranch? branch) =>
        branch is not null && _onBranch.TryGetValue(branch, out var unmoved) ? unmoved : System.Array.Empty<Unmoved>();

    /// <summary>What holds the address that a reallocation gave.</summary>
    public Origin? ResultOf(Invalidate reallocation) => _results.TryGetValue(reallocation.Id, out var result) ? result : null;

    private void NoteReallocations(FlowNode node)
    {
        Invalidate? last = null;
        foreach (var fact in _facts.Of(node.Block))
        {
            if (fact is Invalidate { Effect.EndsNames: true } reallocation)
            {
                last = reallocation;
            }
            else if (fact is Create { Target: { IsTemporary: true } result } && last is not null && fact.Syntax == last.Syntax)
            {
                _results[last.Id] = result;
                _blocks[result] = BlocksOf(result).Union(_resolution.OperandOf(node, last));
            }
        }
    }

    private ValueSet BlocksOf(Origin result) => _blocks.TryGetValue(result, out var blocks) ? blocks : ValueSet.Empty;

    private void NoteBranches(FlowNode node)
    {
        foreach (var edge in node.Successors)
        {
            foreach (var lesson in _facts.LessonsOf(edge.Branch))
            {
                if (lesson is IsZero or IsSameAddress && _resolution.Solver.AtEndOf(node) is { } state)
                {
                    foreach (var result in Shown(lesson, state))
                    {
                        Add(edge.Branch!, new Unmoved(NamesOf(BlocksOf(result), state), result));
                    }
                }
            }
        }
    }

    /// <summary>The results of the reallocations that a lesson shows to have left the block alone.</summary>
    private IEnumerable<Origin> Shown(Lesson lesson, HeldValues state) => lesson switch
    {
        IsZero { Address: var address } => ResultsIn(address, state),
        IsSameAddress { One: var one, Other: var other } =>
            ResultsIn(one, state).Where(result => !_resolution.Loans.Holds(state, other).Intersect(BlocksOf(result)).IsEmpty).Concat(
            ResultsIn(other, state).Where(result => !_resolution.Loans.Holds(state, one).Intersect(BlocksOf(result)).IsEmpty)),
        _ => Enumerable.Empty<Origin>(),
    };

    private IEnumerable<Origin> ResultsIn(Origin address, HeldValues state) =>
        from id in _resolution.Loans.Holds(state, address).ToArray()
        let made = _resolution.Values[id] as Created
        where made is { IsOlder: false } && _blocks.ContainsKey(made.Site.Target)
        select made.Site.Target;

    /// <summary>The names of some blocks, and the views of them.</summary>
    private Origin[] NamesOf(ValueSet blocks, HeldValues state) => _facts.Origins.All
        .Where(origin => !origin.IsTemporary && _resolution.Loans.Holds(state, origin).ToArray().Any(id => blocks.Contains(_resolution.Values[id] is Loan loan ? loan.Owner.Id : id)))
        .ToArray();

    private void Add(ControlFlowBranch branch, Unmoved unmoved)
    {
        if (!_onBranch.TryGetValue(branch, out var all))
        {
            _onBranch.Add(branch, all = new List<Unmoved>());
        }

        all.Add(unmoved);
    }
}
