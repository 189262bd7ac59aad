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

    public FactTable(OriginTable origins, ImmutableArray<Fact>[] ofBlock, Dictionary<ControlFlowBranch, Origin> nullOn, int count)
    {
        Origins = origins;
        _ofBlock = ofBlock;
        _nullOn = nullOn;
        Count = count;
    }

    public OriginTable Origins { get; }

    /// <summary>How many facts there are; their numbers are below.</summary>
    public int Count { get; }

    /// <summary>The facts of a block in order of evaluation.</summary>
    public ImmutableArray<Fact> Of(BasicBlock block) => _ofBlock[block.Ordinal];

    /// <summary>What is known to be null, and so to hold nothing, on a branch.</summary>
    public Origin? NullOn(ControlFlowBranch? branch) => branch is not null && _nullOn.TryGetValue(branch, out var origin) ? origin : null;
}
