// Forward: which leases were given to objects made with them, and which of these objects others have got by now. An object
// that adopts a lease releases it when it is ended; two that adopt the same one do so twice.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

/// <summary>Create and an argument generate; a release, a lost name and whoever may take the lease back kill. Join is union.</summary>
internal sealed class Adoptions : IFlowProblem<Adopters>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;
    private readonly AdoptionSites _sites;
    private readonly LocalPlaces _local;

    /// <summary>What others get by a fact, by node and fact.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _left = new();

    /// <summary>What has no name any more behind a fact, or is changed there by code that nobody sees.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _lost = new();

    /// <summary>What a fact gives back.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _released = new();

    private readonly HashSet<(int First, int Second)> _found = new();

    private Adoptions(FactTable facts, Resolution resolution, AdoptionSites sites)
    {
        _facts = facts;
        _resolution = resolution;
        _sites = sites;
        _local = new LocalPlaces(facts);
    }

    /// <summary>The leases that two objects adopted which both went to others: the first adoption and the second, in the order of the source.</summary>
    public static IEnumerable<(Adoption First, Adoption Second)> SharedIn(FlowGraph graph, FactTable facts, Resolution resolution, CancellationToken cancellation)
    {
        if (!facts.All.Any(static fact => fact is Create made && AdoptionSites.MayBeLease(made)) || AdoptionSites.In(facts, resolution) is not { MayShare: true } sites)
        {
            return Enumerable.Empty<(Adoption, Adoption)>();
        }

        var problem = new Adoptions(facts, resolution, sites);
        resolution.Solver.ReplayForward(problem.Record);
        try
        {
            Solver<Adopters>.Forward(graph, facts, problem, cancellation);
        }
        catch (OverBudgetException)
        {
            // Nobody waits for this one question.
            return Enumerable.Empty<(Adoption, Adoption)>();
        }

        return problem._found.OrderBy(static pair => pair.Second).ThenBy(static pair => pair.First).Select(pair => (sites[pair.First], sites[pair.Second]));
    }

    public Adopters Start() => new();

    public Adopters Copy(Adopters state) => new() { All = new HashSet<Adopters.Pair>(state.All) };

    public long SizeOf(Adopters state) => state.All.Count;

    public bool Join(Adopters into, Adopters from)
    {
        var before = into.All.Count;
        into.All.UnionWith(from.All);
        return into.All.Count > before;
    }

    /// <summary>What was under way when an exception came is seen to by whoever catches it.</summary>
    public Adopters Caught(Adopters state, Fact? from) => Start();

    public bool ShowsInHandlers(Fact fact) => true;

    /// <summary>Where a name is null, what else it would hold is not there.</summary>
    public void Cross(FlowEdge edge, Adopters state)
    {
        foreach (var empty in _facts.LessonsOf(edge.Branch).OfType<IsNull>())
        {
            var held = _resolution.HeldOn(edge.Branch, empty.Holder);
            state.All.RemoveWhere(pair => Holds(held, pair));
        }
    }

    public void Apply(FlowNode node, Fact fact, Adopters state)
    {
        var at = (node.Ordinal, fact.Id);
        if (fact is Create create && state.All.Count > 0)
        {
            MakeAgain(create, state);
        }

        if (_released.TryGetValue(at, out var released))
        {
            state.All.RemoveWhere(pair => released.ToArray().Any(id => IsOf(_sites[pair.First].Lease, _resolution.Values[id])));
        }

        if (_lost.TryGetValue(at, out var lost))
        {
            state.All.RemoveWhere(pair => Holds(lost, pair));
        }

        foreach (var adoption in _sites.At(node, fact))
        {
            var lease = _sites[adoption].Lease;
            foreach (var first in state.All.Where(pair => pair.Second < 0 && _sites[pair.First].Lease == lease).ToArray())
            {
                if (first.IsOlder || _sites[first.First].Adopter != _sites[adoption].Adopter)
                {
                    state.All.Add(first with { Second = adoption });
                }
            }

            state.All.Add(new Adopters.Pair(adoption, IsOlder: false, FirstHasLeft: false, Second: -1, SecondHasLeft: false));
        }

        if (_left.TryGetValue(at, out var left) && state.All.Count > 0)
        {
            Leave(left, state);
        }
    }

    /// <summary>Another turn: what was made here before is an older one, and another lease is adopted by others.</summary>
    private void MakeAgain(Create create, Adopters state)
    {
        foreach (var pair in state.All.Where(pair => Concerns(pair.First, create) || (pair.Second >= 0 && Concerns(pair.Second, create))).ToArray())
        {
            state.All.Remove(pair);
            if (pair is { Second: < 0, IsOlder: false } && _sites[pair.First].Lease.Site != create)
            {
                state.All.Add(pair with { IsOlder = true });
            }
        }
    }

    /// <summary>Whether what is given back is a lease, or what a struct has in its fields.</summary>
    private static bool IsOf(Created lease, Value released) => released == lease || (released is Part { Of: var whole } && IsOf(lease, whole));

    private bool Concerns(int adoption, Create create) => _sites[adoption].Adopter == create || _sites[adoption].Lease.Site == create;

    private void Leave(ValueSet left, Adopters state)
    {
        foreach (var pair in state.All.ToArray())
        {
            var gone = pair with
            {
                FirstHasLeft = pair.FirstHasLeft || left.Contains(FirstOf(pair)),
                SecondHasLeft = pair.SecondHasLeft || (pair.Second >= 0 && left.Contains(SecondOf(pair))),
            };
            if (gone is { FirstHasLeft: true, SecondHasLeft: true })
            {
                _found.Add((gone.First, gone.Second));
                state.All.Remove(pair);
            }
            else if (gone != pair)
            {
                state.All.Remove(pair);
                state.All.Add(gone);
            }
        }
    }

    private int FirstOf(Adopters.Pair pair) => _resolution.Values.Created(_sites[pair.First].Adopter, pair.IsOlder).Id;

    private int SecondOf(Adopters.Pair pair) => _resolution.Values.Created(_sites[pair.Second].Adopter, isOlder: false).Id;

    private bool Holds(ValueSet values, Adopters.Pair pair) => values.Contains(FirstOf(pair)) || (pair.Second >= 0 && values.Contains(SecondOf(pair)));

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        var at = (node.Ordinal, fact.Id);
        switch (fact)
        {
            case Invalidate { Effect.GivesBack: true } release:
                RecordRelease(at, node, release, state);
                break;
            case Use { Kind: UseKind.Return or UseKind.Store } use:
                _left[at] = WithElements(state, use.Origin);
                break;
            case Use { IsTransfer: true } use when IsAdded(use.Syntax):
                _left[at] = WithElements(state, use.Origin);
                break;
            case Use { IsTransfer: true, Kind: not UseKind.Capture } use:
                _lost[at] = _resolution.Loans.Holds(state, use.Origin);
                break;
            case Use { Kind: UseKind.Pass, Syntax: InvocationExpressionSyntax call } use when !IsEnding(call) && !use.Origin.Children.Any(part => HoldsLease(part, state)):
                // What the object does with a lease that is not seen in it may be to give it away.
                _lost[at] = _resolution.Loans.Holds(state, use.Origin);
                break;
            case Create { Target: { IsTemporary: false, Parent: not null } target }:
                _lost[at] = Renamed(target, ValueSet.Empty, state);
                break;
            case OriginFlow { Adds: false } flow:
                var sources = flow.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(WithElements(state, source)));
                _lost[at] = Renamed(flow.Target, sources, state);
                if (IsOfOthers(flow))
                {
                    _left[at] = sources;
                }

                break;
        }
    }

    /// <summary>Who is ended in sight is as good as gone, if all that is seen is that it may give something back; what surely is given back is told by others.</summary>
    private void RecordRelease((int Node, int Fact) at, FlowNode node, Invalidate release, HeldValues state)
    {
        var ended = release.Owner.Parent is { } whole ? _resolution.Loans.Holds(state, whole) : ValueSet.Empty;
        var isEnding = IsEnding(release.Syntax);
        _left[at] = isEnding ? ended : ValueSet.Empty;
        _lost[at] = isEnding ? ValueSet.Empty : ended.Union(_resolution.Loans.Holds(state, release.Owner));
        _released[at] = isEnding && release.Effect.IsPossible ? ValueSet.Empty : _resolution.Loans.HoldsOrIs(state, release.Owner).Union(_resolution.OperandOf(node, release));
    }

    /// <summary>Whether an object is disposed by name, or at the end of its scope.</summary>
    private static bool IsEnding(SyntaxNode call) => call is not InvocationExpressionSyntax { Expression: var called } ||
        (called as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is "Dispose" or "DisposeAsync" or "Close";

    private bool HoldsLease(Origin part, HeldValues state) => part.Step?.Symbol is not IParameterSymbol && state.Sets.TryGetValue(part.Id, out var held) && held.ToArray().Any(_sites.IsLease);

    /// <summary>Whether others find what is put into a place. An object that is kept there with all that it has answers for its parts itself.</summary>
    private bool IsOfOthers(OriginFlow flow) => flow.Target.Step?.IsElement == true ||
        (!_local.Contain(flow.Target) && !_local.Contain(LocalPlaces.RootOf(flow.Target)) && !(flow.IsImplied && flow.Target.Parent is { Parent: not null }));

    /// <summary>What an origin holds, and the elements of it that have a name here.</summary>
    private ValueSet WithElements(HeldValues state, Origin origin) => origin.Children
        .Where(static part => part.Step is { IsElement: true } or { Symbol: IFieldSymbol { ContainingType.IsTupleType: true } })
        .Aggregate(_resolution.Loans.Holds(state, origin), (all, part) => all.Union(WithElements(state, part)));

    /// <summary>What a place held that gets something else: an object of which nobody knows any more, or one that loses its lease.</summary>
    private ValueSet Renamed(Origin target, ValueSet now, HeldValues state)
    {
        if (!state.Sets.TryGetValue(target.Id, out var before))
        {
            return ValueSet.Empty;
        }

        var gone = before.Without(now);
        var isLease = target.Parent is not null && gone.ToArray().Any(id => _sites.IsLease(id));
        var held = _local.Contain(target) ? new List<int>() : gone.ToArray().Where(id => state.Sets.All(entry => entry.Key == target.Id || _facts.Origins.All[entry.Key].IsTemporary || !entry.Value.Contains(id))).ToList();
        return ValueSet.OfSorted(held).Union(isLease ? _resolution.Loans.Holds(state, target.Parent!) : ValueSet.Empty);
    }

    /// <summary>Whether something goes into a collection, which takes all that it is given.</summary>
    private static bool IsAdded(SyntaxNode given) =>
        given.Parent is InitializerExpressionSyntax ||
        (given.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } } && called != "TryAdd" && Collecting.Adds(called));
}
