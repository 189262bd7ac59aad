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
    private readonly bool _takesViews;
    private readonly bool _isBrokenByCallees;
    private readonly bool _isWritten;

    public FactTable(IMethodSymbol? owner, OriginTable origins, ImmutableArray<Fact>[] ofBlock, Dictionary<ControlFlowBranch, List<Lesson>> lessons, int count)
    {
        Owner = owner;
        Origins = origins;
        _ofBlock = ofBlock;
        _lessons = lessons;
        Count = count;
        All = Flatten(ofBlock, count);
        foreach (var fact in All)
        {
            switch (fact)
            {
                case Create { Lease: var lease }:
                    AcquiresLeases |= lease is { Family.Leak: not Model.Leak.Harmless };
                    _takesViews |= lease is not null;
                    break;
                case Start:
                    StartsWork = true;
                    break;
                case Invalidate { Effect: var effect } invalidate:
                    GivesBack |= effect.GivesBack;
                    GivesWay |= effect.GivesBack || effect.Kind == Model.EffectKind.Moves;
                    _takesViews |= effect.GivesBack || effect.RenewsVariable;
                    _isBrokenByCallees |= invalidate.Chain is not null;
                    break;
                case Demand:
                    Demands = true;
                    break;
                case WholeRead:
                    ReadsWhole = true;
                    break;
                case Issue or Release:
                    _takesViews = true;
                    break;
                case Use use:
                    _takesViews |= use is { Kind: UseKind.Write, Origin.Symbol: ILocalSymbol { Type: IArrayTypeSymbol } };
                    _isWritten |= use.IsWritten;
                    break;
            }
        }

        GivesBack |= lessons.Count > 0 && AllLessons.Any(static lesson => lesson is EndsFixed);
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
    public bool TakesViews => TakesAddresses || FollowsReadOnly || _takesViews;

    /// <summary>Whether a struct that may own storage is copied into a collection, an array or a tuple.</summary>
    public bool CopiesOwners { get; init; }

    /// <summary>Whether any rule has anything to ask: without views, callees may still replace an array that has other names, and work may read what is filled.</summary>
    public bool Matters => TakesViews || CopiesOwners || _isBrokenByCallees || (StartsWork && _isWritten);

    /// <summary>Whether a variable belongs to this very body, not to one around it.</summary>
    public bool IsOfBody(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, Owner);

    /// <summary>The facts of all blocks.</summary>
    public ImmutableArray<Fact> All { get; }

    /// <summary>All that branches teach.</summary>
    public IEnumerable<Lesson> AllLessons => _lessons.Values.SelectMany(lessons => lessons);

    /// <summary>The facts of a block in order of evaluation.</summary>
    public ImmutableArray<Fact> Of(BasicBlock block) => _ofBlock[block.Ordinal];

    private static ImmutableArray<Fact> Flatten(ImmutableArray<Fact>[] ofBlock, int count)
    {
        var all = ImmutableArray.CreateBuilder<Fact>(count);
        foreach (var facts in ofBlock)
        {
            all.AddRange(facts);
        }

        return all.Count == all.Capacity ? all.MoveToImmutable() : all.ToImmutable();
    }

    /// <summary>What a branch teaches.</summary>
    public IReadOnlyList<Lesson> LessonsOf(ControlFlowBranch? branch) =>
        branch is not null && _lessons.TryGetValue(branch, out var lessons) ? lessons : System.Array.Empty<Lesson>();
}
