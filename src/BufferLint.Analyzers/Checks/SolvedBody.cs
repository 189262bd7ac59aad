// Everything the checks may ask of one body.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>The facts of a body and the solutions of all analyses over them.</summary>
internal sealed class SolvedBody
{
    /// <summary>How many live origins may be kept, over all invalidations: thousands of views under thousands of resizes are no person's code.</summary>
    private const int MaxLiveKept = 1_000_000;

    private readonly Dictionary<(int Node, int Fact), LiveSet> _liveAfter = new();
    private readonly Dictionary<int, List<LiveSet>> _liveAfterAll = new();
    private readonly Dictionary<(int Node, int Fact), LoanState> _loansBefore = new();
    private readonly Dictionary<(int Node, SyntaxNode Call), LoanState> _loansBeforeCall = new();

    private static readonly LiveSet NothingLive = new();

    private readonly ILendingSites? _lending;
    private readonly IWorkInFields? _others;
    private readonly IFieldProtocols? _protocols;
    private LoanHistories? _histories;
    private OwedReleases? _owed;
    private SizedBody? _sizes;
    private ImmutableArray<Kept>? _kept;
    private RunningWork? _running;
    private ImmutableArray<(Start Work, bool IsAbandoned, Finding Finding)>? _brokenUnderWork;
    private ReadOnlyWrites? _readOnly;
    private int _liveKept;
    private int _liveKeptAtCallbacks;

    private SolvedBody(FlowGraph graph, FactTable facts, Resolution resolution, Breakage breakage, BufferModel model, ILendingSites? lending, IWorkInFields? others, IFieldProtocols? protocols, PoolLeaks poolLeaks, CancellationToken cancellation)
    {
        _protocols = protocols;
        _others = others;
        _lending = lending;
        Cancellation = cancellation;
        Graph = graph;
        Facts = facts;
        Resolution = resolution;
        Breakage = breakage;
        Outside = model.OutsideChanges;
        CollectingCalls = model.CollectingCalls;
        Lent = model.Lent;
        PoolLeaks = poolLeaks;
    }

    public FlowGraph Graph { get; }

    public FactTable Facts { get; }

    public Resolution Resolution { get; }

    public Breakage Breakage { get; }

    /// <summary>What others can do to the fields that the body names.</summary>
    public IOutsideChanges Outside { get; }

    /// <summary>Who keeps what the body yields; <see langword="null"/> if nobody is looked for.</summary>
    public ICollectingCalls? CollectingCalls { get; }

    /// <summary>Which memory is lent for a call.</summary>
    public LentMemory Lent { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>On which ways out leases are asked for.</summary>
    public PoolLeaks PoolLeaks { get; }

    /// <summary>The solution of liveness, for questions about its states.</summary>
    public Solver<LiveSet> Live { get; private set; } = null!;

    /// <summary>The solution of how loans stand, for questions about its states.</summary>
    public Solver<LoanState> States { get; private set; } = null!;

    /// <summary>Which leases are still owed where; solved only if a rule asks.</summary>
    public OwedReleases Owed => _owed ??= OwedReleases.Solve(Graph, Facts, Resolution, PoolLeaks == PoolLeaks.AllPaths, Cancellation);

    /// <summary>Which memory of the caller's is kept when the body has ended; looked for only if a rule asks.</summary>
    public ImmutableArray<Kept> Kept => _kept ??= KeptMemory.In(this).ToImmutableArray();

    /// <summary>What is done with storage that may only be read; looked for only if a rule asks.</summary>
    public ReadOnlyWrites ReadOnly => _readOnly ??= ReadOnlyWrites.Of(this);

    /// <summary>The sizes in the body, of which those are known that something depends on.</summary>
    public SizedBody Sizes => _sizes ??= new SizedBody(Graph, Facts, Cancellation);

    /// <summary>Who lends what a parameter gets; <see langword="null"/> if nobody is seen to, or no other method is looked into.</summary>
    public LendingSite? LenderOf(IParameterSymbol parameter) => _lending?.Of(parameter, Facts.Handler?.GivenTo, Cancellation);

    /// <summary>Which work may still be running where; solved only if a rule asks.</summary>
    public RunningWork Running => _running ??= RunningWork.Solve(Graph, Facts, Resolution, Cancellation, _others);

    /// <summary>What ends or fills storage that work may still use; looked for only if a rule asks.</summary>
    public ImmutableArray<(Start Work, bool IsAbandoned, Finding Finding)> BrokenUnderWork => _brokenUnderWork ??= Checks.BrokenUnderWork.In(this);

    /// <summary>Whether any work may be running, begun here or by another member.</summary>
    public bool HasWork => Facts.StartsWork || (_others is not null && Facts.GivesWay && Facts.Owner is { } owner && !_others.RunningAtStartOf(owner, Cancellation).IsEmpty);

    /// <summary>The releases in the body after which a field keeps what was released.</summary>
    public ImmutableArray<KeptRelease> KeptReleases => _protocols is not null && Facts.Owner is { ContainingType: { } type }
        ? _protocols.In(Graph.Source.OriginalOperation.Syntax, type, Cancellation)
        : ImmutableArray<KeptRelease>.Empty;

    /// <summary>The leases that two objects adopted which both went to others; nothing where no other method is looked into.</summary>
    public IEnumerable<(Adoption First, Adoption Second)> SharedLeases => _protocols is null ? Enumerable.Empty<(Adoption, Adoption)>() : Adoptions.SharedIn(Graph, Facts, Resolution, Cancellation);

    /// <summary>How the object that is given a lease releases it; <see langword="null"/> if it may not.</summary>
    public AdoptedRelease? ReleaseOf(Adoption adoption) => _protocols?.ReleaseOf(adoption.Given, adoption.Made, Cancellation);

    /// <summary>The structs that are copied into one thing twice; nothing where no other method is looked into.</summary>
    public IEnumerable<RepeatedCopy> RepeatedCopies => _protocols is null ? Enumerable.Empty<RepeatedCopy>() : Flow.RepeatedCopies.In(Graph, Facts, Resolution, Cancellation);

    /// <summary>How a copy of a struct releases what it owns; <see langword="null"/> if it may not.</summary>
    public AdoptedRelease? ReleaseOf(RepeatedCopy copy) => _protocols?.ReleaseOf(copy.Type, Cancellation);

    /// <summary>Who held each loan, and all that happened to it; looked up only when there is a finding.</summary>
    public LoanHistories Histories => _histories ??= LoanHistories.Of(this, Resolution.Values.AllLoans());

    /// <summary>Runs the analyses in their order.</summary>
    public static SolvedBody Solve(ResolvedBody resolved, BufferModel model, ILendingSites? lending, IWorkInFields? others, IFieldProtocols? protocols, PoolLeaks poolLeaks, CancellationToken cancellation)
    {
        var (graph, facts, resolution) = (resolved.Graph, resolved.Facts, resolved.Resolution);
        var breakage = Breakage.Of(graph, facts, resolution, cancellation);
        var body = new SolvedBody(graph, facts, resolution, breakage, model, lending, others, protocols, poolLeaks, cancellation);

        body.Live = Solver<LiveSet>.Backward(graph, facts, new LiveOrigins(facts, Retakes.Of(graph, facts, resolution), KeptBlocks.Of(graph, facts, resolution)), cancellation);
        body.Live.ReplayBackward(static fact => fact is Callback or Invalidate or Create { Target.IsTemporary: false }, body.RecordLive);

        body.States = Solver<LoanState>.Forward(graph, facts, new LoanStates(facts, resolution, breakage), cancellation);
        body.States.ReplayForward<Fact>(static fact => fact is Invalidate or Callback, body.RecordStates);
        return body;
    }

    /// <summary>Liveness just after an invalidation or a callback, or after a variable was given a new object by reference.</summary>
    public LiveSet LiveAfter(FlowNode node, Fact fact) => _liveAfter.TryGetValue((node.Ordinal, fact.Id), out var live) ? live : NothingLive;

    /// <summary>The same for every copy of the node that the invalidation is in.</summary>
    public IEnumerable<LiveSet> AllLiveAfter(Invalidate fact) => _liveAfterAll.TryGetValue(fact.Id, out var live) ? live : Enumerable.Empty<LiveSet>();

    /// <summary>How loans stand just before an invalidation or a callback; <see langword="null"/> if it is never reached.</summary>
    public LoanState? LoansBefore(FlowNode node, Fact fact) => _loansBefore.TryGetValue((node.Ordinal, fact.Id), out var state) ? state : null;

    /// <summary>How loans stand just before the first invalidation of the call that an invalidation belongs to; <see langword="null"/> if it is never reached.</summary>
    public LoanState? LoansBeforeCall(FlowNode node, Invalidate fact) => _loansBeforeCall.TryGetValue((node.Ordinal, fact.Syntax), out var state) ? state : null;

    private void RecordLive(FlowNode node, Fact fact, LiveSet state)
    {
        if (fact is Callback)
        {
            // A suggestion is not worth leaving the body unanalysed: what is too much is not kept.
            _liveKeptAtCallbacks += state.Count;
            if (_liveKeptAtCallbacks <= MaxLiveKept)
            {
                Keep(node, fact, state.Copy());
            }
        }
        else
        {
            _liveKept += state.Count;
            if (_liveKept > MaxLiveKept)
            {
                throw new OverBudgetException();
            }

            Keep(node, fact, state.Copy());
        }
    }

    private void Keep(FlowNode node, Fact fact, LiveSet after)
    {
        _liveAfter[(node.Ordinal, fact.Id)] = after;
        if (!_liveAfterAll.TryGetValue(fact.Id, out var all))
        {
            _liveAfterAll.Add(fact.Id, all = new List<LiveSet>());
        }

        all.Add(after);
    }

    private void RecordStates(FlowNode node, Fact fact, LoanState state)
    {
        var before = state.Copy();
        _loansBefore[(node.Ordinal, fact.Id)] = before;
        if (fact is Invalidate && !_loansBeforeCall.ContainsKey((node.Ordinal, fact.Syntax)))
        {
            _loansBeforeCall.Add((node.Ordinal, fact.Syntax), before);
        }
    }
}
