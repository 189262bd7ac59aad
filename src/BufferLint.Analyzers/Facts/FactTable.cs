// The facts of one body, block by block.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Facts;

/// <summary>What stage 4 hands to all later stages.</summary>
internal sealed class FactTable
{
    private readonly ImmutableArray<Fact>[] _ofBlock;
    private readonly Dictionary<ControlFlowBranch, List<Lesson>> _lessons;

    public FactTable(IMethodSymbol? owner, OriginTable origins, ImmutableArray<Fact>[] ofBlock, Dictionary<ControlFlowBranch, List<Lesson>> lessons, int count)
    {
        Owner = owner;
        Origins = origins;
        _ofBlock = ofBlock;
        _lessons = lessons;
        Count = count;
        AcquiresLeases = All.Any(static fact => fact is Create { Lease.Family.Leak: not Model.Leak.Harmless });
        StartsWork = All.Any(static fact => fact is Start);
        GivesWay = All.Any(static fact => fact is Invalidate { Effect: { GivesBack: true } or { Kind: Model.EffectKind.Moves } });
        Demands = All.Any(static fact => fact is Demand);
        ReadsWhole = All.Any(static fact => fact is WholeRead);
        GivesBack = All.Any(static fact => fact is Invalidate { Effect.GivesBack: true }) || AllLessons.Any(static lesson => lesson is EndsFixed);
    }

    public OriginTable Origins { get; }

    /// <summary>The method or function whose body it is; <see langword="null"/> for an initialiser.</summary>
    public IMethodSymbol? Owner { get; }

    /// <summary>Whether an address is taken, so that the rule about addresses has something to ask.</summary>
    public bool TakesAddresses { get; init; }

    /// <summary>Whether the body makes writable what may only be read, or writes what refuses it, so that rules about that have something to ask.</summary>
    public bool FollowsReadOnly { get; init; }

    /// <summary>Whether anything is awaited.</summary>
    public bool Suspends { get; init; }

    /// <summary>Of a lambda: the delegate that it becomes, and whom that is given to; else <see langword="null"/>.</summary>
    public Handler? Handler { get; init; }

    /// <summary>How many facts there are; their numbers are below.</summary>
    public int Count { get; }

    /// <summary>Whether anything is given back in the body, so that rules about released storage have something to ask.</summary>
    public bool GivesBack { get; }

    /// <summary>Whether anything is given back or moved in the body, so that work of other members may lose its buffer here.</summary>
    public bool GivesWay { get; }

    /// <summary>Whether anything must fit somewhere, so that the rules about sizes have something to ask.</summary>
    public bool Demands { get; }

    /// <summary>Whether all of a buffer is read of which only a part may be data.</summary>
    public bool ReadsWhole { get; }

    /// <summary>Whether work is started that may outlast a call.</summary>
    public bool StartsWork { get; }

    /// <summary>Whether a lease is acquired whose loss matters.</summary>
    public bool AcquiresLeases { get; }

    /// <summary>Whether any view is taken, any lease acquired or given back, or an array written that may be a buffer's under another name.</summary>
    public bool TakesViews => TakesAddresses || FollowsReadOnly || All.Any(static fact => fact is
        Issue or Release or Create { Lease: not null } or Invalidate { Effect.GivesBack: true } or Invalidate { Effect.RenewsVariable: true } or
        Use { Kind: UseKind.Write, Origin.Symbol: ILocalSymbol { Type: IArrayTypeSymbol } });

    /// <summary>Whether a struct that may own storage is copied into a collection, an array or a tuple.</summary>
    public bool CopiesOwners { get; init; }

    /// <summary>Whether any rule has anything to ask: without views, callees may still replace an array that has other names, and work may read what is filled.</summary>
    public bool Matters => TakesViews || CopiesOwners || All.Any(static fact => fact is Invalidate { Chain: not null }) || (StartsWork && All.Any(static fact => fact is Use { IsWritten: true }));

    /// <summary>Whether a variable belongs to this very body, not to one around it.</summary>
    public bool IsOfBody(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, Owner);

    /// <summary>The facts of all blocks.</summary>
    public IEnumerable<Fact> All => _ofBlock.SelectMany(static facts => facts);

    /// <summary>All that branches teach.</summary>
    public IEnumerable<Lesson> AllLessons => _lessons.Values.SelectMany(lessons => lessons);

    /// <summary>The facts of a block in order of evaluation.</summary>
    public ImmutableArray<Fact> Of(BasicBlock block) => _ofBlock[block.Ordinal];

    /// <summary>What a branch teaches.</summary>
    public IReadOnlyList<Lesson> LessonsOf(ControlFlowBranch? branch) =>
        branch is not null && _lessons.TryGetValue(branch, out var lessons) ? lessons : System.Array.Empty<Lesson>();
}
