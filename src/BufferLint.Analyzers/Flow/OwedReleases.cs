// Forward: which leases this body still has to release.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>Leases that on some way here were neither released nor given to anybody who answers for them.</summary>
internal sealed class Owed
{
    public ValueSet Leases { get; set; }

    /// <summary>Those of which the last name was given something else.</summary>
    public ValueSet Lost { get; set; }

    /// <summary>What is owed, or lost already.</summary>
    public ValueSet All => Leases.Union(Lost);

    /// <inheritdoc cref="All"/>
    public bool Contains(int lease) => Leases.Contains(lease) || Lost.Contains(lease);
}

/// <summary>Create generates; a release, a store and every hand-over kill. Join is union.</summary>
internal sealed class OwedReleases : IFlowProblem<Owed>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    private readonly LocalPlaces _local;

    /// <summary>What a fact takes off the body's hands, by node and fact.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _settled = new();

    /// <summary>What nobody can name any more behind a fact.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _dropped = new();

    /// <summary>What a variable holds from a fact on, so that it is not lost after all: two variables that are swapped.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _named = new();

    /// <summary>Whether what was owed where a call raised an exception still is where that is caught.</summary>
    private readonly bool _followsCalls;

    private OwedReleases(FactTable facts, Resolution resolution, bool followsCalls)
    {
        _followsCalls = followsCalls;
        _facts = facts;
        _resolution = resolution;
        _local = new LocalPlaces(facts);
    }

    /// <summary>The solution.</summary>
    public Solver<Owed> Solver { get; private set; } = null!;

    /// <summary>Solves the analysis.</summary>
    public static OwedReleases Solve(FlowGraph graph, FactTable facts, Resolution resolution, bool followsCalls, CancellationToken cancellation)
    {
        var problem = new OwedReleases(facts, resolution, followsCalls);
        resolution.Solver.ReplayForward(problem.Settle);
        problem.Solver = Solver<Owed>.Forward(graph, facts, problem, cancellation);
        return problem;
    }

    /// <summary>Where in the source what was acquired at one place is released or handed over.</summary>
    public IEnumerable<SyntaxNode> SettledAt(Create acquired)
    {
        var lease = LeasesOf(acquired);
        return _facts.All.Where(fact => _settled.Any(settled => settled.Key.Fact == fact.Id && !settled.Value.Intersect(lease).IsEmpty)).Select(static fact => fact.Syntax);
    }

    /// <summary>Whether somewhere in the body others than the caller get what was acquired at one place, and answer for it.</summary>
    public bool IsHandedOn(Create acquired)
    {
        var lease = LeasesOf(acquired);
        return _facts.All.Any(fact => fact is not (Invalidate or Use { Kind: UseKind.Return }) && _settled.Any(settled => settled.Key.Fact == fact.Id && !settled.Value.Intersect(lease).IsEmpty));
    }

    public Owed Start() => new();

    public Owed Copy(Owed state) => new() { Leases = state.Leases, Lost = state.Lost };

    public long SizeOf(Owed state) => state.Leases.Count + state.Lost.Count;

    public bool Join(Owed into, Owed from)
    {
        var before = Copy(into);
        into.Leases = before.Leases.Union(from.Leases);
        into.Lost = before.Lost.Union(from.Lost);
        return !before.Leases.Equals(into.Leases) || !before.Lost.Equals(into.Lost);
    }

    /// <summary>Nobody has to release what was in the way when a call raised an exception, unless the user asks for it: .NET's own guidance for pools.</summary>
    public Owed Caught(Owed state, Fact? from) => _followsCalls ? state : Start();

    public bool ShowsInHandlers(Fact fact) => true;

    /// <summary>Where a name is null, or what it holds is empty, what else it would hold is not there; an empty array needs no release.</summary>
    public void Cross(FlowEdge edge, Owed state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (((lesson as IsNull)?.Holder ?? (lesson as GaveNothing)?.Given ?? (lesson as Comparison)?.Empty) is { } empty)
            {
                state.Leases = state.Leases.Without(_resolution.HeldOn(edge.Branch, empty));
            }
            else if (lesson is IsSame { AreSame: true } same)
            {
                // Two names of one object: what only one of them may hold is not there.
                var (old, fresh) = (_resolution.HeldOn(edge.Branch, same.Old), _resolution.HeldOn(edge.Branch, same.Fresh));
                var common = old.Intersect(fresh);
                state.Leases = common.IsEmpty ? state.Leases : state.Leases.Without(old.Union(fresh).Without(common));
            }
        }
    }

    public void Apply(FlowNode node, Fact fact, Owed state)
    {
        if (fact is Create create && !state.Leases.IsEmpty)
        {
            // Another turn: what was made here before is an older one from now on.
            var recent = ValueSet.Of(_resolution.Values.Created(create, isOlder: false).Id);
            state.Leases = state.Leases.Intersect(recent).IsEmpty ? state.Leases : state.Leases.Without(recent).Union(ValueSet.Of(_resolution.Values.Created(create, isOlder: true).Id));
        }

        if (fact is Create { Lease.Family.Leak: not Leak.Harmless } acquired)
        {
            state.Leases = state.Leases.Union(ValueSet.Of(_resolution.Values.Created(acquired, isOlder: false).Id));
        }
        else if (_settled.TryGetValue((node.Ordinal, fact.Id), out var settled))
        {
            state.Leases = state.Leases.Without(settled);
            // What is surely the one that lost its name was held by the statement still: Return(Replace(ref a)).
            state.Lost = settled.Count == 1 ? state.Lost.Without(settled) : state.Lost;
        }

        if (_dropped.TryGetValue((node.Ordinal, fact.Id), out var dropped))
        {
            state.Lost = state.Lost.Union(dropped.Intersect(state.Leases));
        }

        if (!state.Lost.IsEmpty && _named.TryGetValue((node.Ordinal, fact.Id), out var named))
        {
            state.Lost = state.Lost.Without(named);
        }
    }

    private ValueSet LeasesOf(Create acquired) =>
        ValueSet.Of(_resolution.Values.Created(acquired, isOlder: false).Id).Union(ValueSet.Of(_resolution.Values.Created(acquired, isOlder: true).Id));

    private void Settle(FlowNode node, Fact fact, HeldValues state)
    {
        if (fact is OriginFlow { Target: { IsTemporary: false, IsCapture: false, Parent: null } reassigned, Adds: false } && _local.Contain(reassigned) && state.Sets.TryGetValue(reassigned.Id, out var before) &&
            before.Count == 1 && _resolution.Values[before.Ids[0]] is Created { Site.Lease: not null } && !IsHeldBesides(before, reassigned, state))
        {
            _dropped[(node.Ordinal, fact.Id)] = before;
        }

        if (fact is OriginFlow { Target.IsTemporary: false } naming)
        {
            _named[(node.Ordinal, fact.Id)] = naming.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_resolution.Loans.Holds(state, source)));
        }

        var settled = fact switch
        {
            Invalidate { Effect.GivesBack: true, Owner.Step.IsOfPointers: true } release => Lent(_resolution.Loans.Due(state, release.Owner), release.Effect.Family),
            Invalidate { Effect.GivesBack: true } release => Owners(_resolution.Loans.Holds(state, release.Owner)),
            Use { Kind: UseKind.Return or UseKind.Store } use => WithCounts(Owners(_resolution.WithParts(state, use.Origin)), state),
            Use { IsTransfer: true } use => Owners(_resolution.WithParts(state, use.Origin)),
            HandOver { IsKept: true } handed => _resolution.Loans.Holds(state, handed.Owner),
            OriginFlow { Target: { Step.IsOfPointers: true, Parent: { } handle } } when _local.Contain(LocalPlaces.RootOf(handle)) => ValueSet.Empty,
            OriginFlow { Target: var target } flow when !_local.Contain(target) => flow.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(WithCounts(Owners(_resolution.WithParts(state, source)), state))),
            _ => ValueSet.Empty,
        };
        if (!settled.IsEmpty)
        {
            _settled[(node.Ordinal, fact.Id)] = settled;
        }
    }

    /// <summary>What a handle releases. A handle that is not known to have lent anything may be any other by another name.</summary>
    private ValueSet Lent(ValueSet due, ReleaseFamily? family)
    {
        var isKnown = due.ToArray().Any(id => _resolution.Values[id] is Created or Released);
        return isKnown ? due : _facts.All.OfType<Create>().Where(create => create.Lease?.Family == family).Aggregate(ValueSet.Empty, (all, create) => all.Union(LeasesOf(create)));
    }

    private bool IsHeldBesides(ValueSet lease, Origin reassigned, HeldValues state) => state.Sets.Any(entry =>
        entry.Key != reassigned.Id && !_facts.Origins.All[entry.Key].IsTemporary && !entry.Value.Intersect(lease).IsEmpty);

    /// <summary>Values, and what the views among them are of.</summary>
    private ValueSet Owners(ValueSet values)
    {
        foreach (var id in values.ToArray())
        {
            values = _resolution.Values[id] is Loan loan ? values.Union(ValueSet.Of(loan.Owner.Id)) : values;
        }

        return values;
    }

    /// <summary>Who gets a handle, or what it stands for, gets what is counted by it as well.</summary>
    private ValueSet WithCounts(ValueSet values, HeldValues state)
    {
        foreach (var id in state.Sets.Select(static entry => entry.Key).Where(id => _facts.Origins.All[id].Step is { IsOfPointers: true }))
        {
            var isGiven = !_resolution.Loans.Holds(state, _facts.Origins.All[id].Parent!).Intersect(values).IsEmpty;
            values = isGiven ? values.Union(state.Sets[id]) : values;
        }

        return values;
    }
}
