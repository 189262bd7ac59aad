// The facts of one body, block by block.
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Facts;

/// <summary>What stage 4 hands to all later stages.</summary>
internal sealed class FactTable
{
    private readonly ImmutableArray<Fact>[] _ofBlock;
    private readonly Dictionary<ControlFlowBranch, Origin> _nullOn;
    private readonly Dictionary<ControlFlowBranch, Comparison> _assumed;

    public FactTable(OriginTable origins, ImmutableArray<Fact>[] ofBlock, Dictionary<ControlFlowBranch, Origin> nullOn, Dictionary<ControlFlowBranch, Comparison> assumed, int count)
    {
        Origins = origins;
        _ofBlock = ofBlock;
        _nullOn = nullOn;
        _assumed = assumed;
        Count = count;
    }

    public OriginTable Origins { get; }

    /// <summary>How many facts there are; their numbers are below.</summary>
    public int Count { get; }

    /// <summary>The facts of a block in order of evaluation.</summary>
    public ImmutableArray<Fact> Of(BasicBlock block) => _ofBlock[block.Ordinal];

    /// <summary>What is known to be null, and so to hold nothing, on a branch.</summary>
    public Origin? NullOn(ControlFlowBranch? branch) => branch is not null && _nullOn.TryGetValue(branch, out var origin) ? origin : null;

    /// <summary>What a branch says about numbers of elements.</summary>
    public Comparison? AssumedOn(ControlFlowBranch? branch) => branch is not null && _assumed.TryGetValue(branch, out var comparison) ? comparison : null;

    /// <summary>All that branches say about numbers of elements.</summary>
    public IEnumerable<Comparison> Comparisons => _assumed.Values;
}
