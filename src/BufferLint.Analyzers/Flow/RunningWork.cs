// Forward: which work that was started may still be running.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>Work that on some way here is not over, by the numbers of the facts that started it.</summary>
internal sealed class Running
{
    public ValueSet Work { get; set; }

    /// <summary>What of it is waited for no longer than something else.</summary>
    public ValueSet Abandoned { get; set; }

    /// <summary>Threads and tasks that something else holds as well, by the facts that made them.</summary>
    public ValueSet Kept { get; set; }

    /// <summary>Work whose task is in a field: whoever has the object of that may wait for it.</summary>
    public ValueSet Stored { get; set; }
}

/// <summary>Start generates; Join kills, and so does whatever gives the task to code that may wait for it. Join of states is union.</summary>
internal sealed partial class RunningWork : IFlowProblem<Running>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    /// <summary>The facts that started the work a fact speaks of, by node and fact.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _spokenOf = new();

    private readonly Dictionary<int, Start> _started;
    private readonly MadeForWork _made;
    private readonly Dictionary<int, List<Fact>> _waits = new();
    private readonly Dictionary<int, ValueSet> _givenUp = new();
    private readonly HashSet<int> _returned = new();

    private readonly IWorkInFields? _others;

    private RunningWork(FactTable facts, Resolution resolution, IWorkInFields? others, IMethodSymbol? given, CancellationToken cancellation)
    {
        _others = others;
        _facts = facts;
        _resolution = resolution;
        _made = new MadeForWork(resolution);
        _started = facts.All.OfType<Start>().ToDictionary(static start => start.Id);
        foreach (var begun in others is not null && facts.Owner is { } owner ? others.RunningAtStartOf(owner, cancellation) : System.Collections.Immutable.ImmutableArray<WorkInField>.Empty)
        {
            AddBegunBefore(begun);
        }

        AddGiven(given);
    }

    /// <summary>The solution.</summary>
    public Solver<Running> Solver { get; private set; } = null!;

    /// <summary>Solves the analysis.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="resolution">What their operands hold.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="others">What other members begin; <see langword="null"/> if nobody asks.</param>
    /// <param name="given">The function whose tasks among its parameters are looked after as well; <see langword="null"/> if nobody asks.</param>
    public static RunningWork Solve(FlowGraph graph, FactTable facts, Resolution resolution, CancellationToken cancellation, IWorkInFields? others = null, IMethodSymbol? given = null)
    {
        var problem = new RunningWork(facts, resolution, others, given, cancellation);
        resolution.Solver.ReplayForward<OriginFlow>(static flow => flow.Target is { Parent: not null, IsTemporary: false } or { Symbol: IFieldSymbol or IPropertySymbol }, problem.RecordStore);
        resolution.Solver.ReplayForward<Fact>(static fact => fact is Use { Kind: not (UseKind.Derive or UseKind.Write) } or Facts.Join or Abandon or HandOver, problem.Record);
        problem.Solver = Solver<Running>.Forward(graph, facts, problem, cancellation);
        return problem;
    }

    /// <summary>The fact of a number in <see cref="Running"/>.</summary>
    public Start StartOf(int id) => _started[id];

    /// <summary>Whether work begins in this body, and was not begun before it.</summary>
    public bool IsStartedHere(int id) => id < _facts.Count;

    /// <summary>What the body calls its own object.</summary>
    public Origin This => _facts.Origins.This;

    /// <summary>Where work is waited for, in order.</summary>
    public IEnumerable<Join> JoinsOf(Start start) => WaitsOf(start).OfType<Join>();

    /// <summary>Where work is waited for with something else that may end the waiting, in order.</summary>
    public IEnumerable<Abandon> AbandonsOf(Start start) => WaitsOf(start).OfType<Abandon>();

    /// <summary>Whether the caller gets what it can wait for.</summary>
    public bool IsReturned(Start start) => _returned.Contains(start.Id);

    /// <summary>The first field that the task is put into; <see langword="null"/> if it is put into none.</summary>
    public Origin? PlaceOf(Start start) => _places.TryGetValue(start.Id, out var places) ? places[0] : null;

    /// <summary>Of work that another member of the object began: the buffer that it was given; else <see langword="null"/>.</summary>
    public Value? BufferOf(Start start) => _begunBefore.TryGetValue(start.Id, out var before) ? before.Buffer : null;

    /// <summary>Whether such work was given a view, which ends where the buffer moves.</summary>
    public bool HasView(Start start) => _begunBefore.TryGetValue(start.Id, out var before) && before.Begun.IsView;

    public Running Start()
    {
        var begun = ValueSet.OfSorted(_begunBefore.Keys.OrderBy(static id => id).ToList());
        return new Running { Work = begun.Union(ValueSet.OfSorted(_given.Keys.OrderBy(static id => id).ToList())), Stored = begun };
    }

    public Running Copy(Running state) => new() { Work = state.Work, Abandoned = state.Abandoned, Kept = state.Kept, Stored = state.Stored };

    public long SizeOf(Running state) => state.Work.Count + state.Abandoned.Count + state.Kept.Count + state.Stored.Count;

    public bool Join(Running into, Running from)
    {
        var before = Copy(into);
        into.Work = before.Work.Union(from.Work);
        into.Abandoned = before.Abandoned.Union(from.Abandoned);
        into.Kept = before.Kept.Union(from.Kept);
        into.Stored = before.Stored.Union(from.Stored);
        return !before.Work.Equals(into.Work) || !before.Abandoned.Equals(into.Abandoned) || !before.Kept.Equals(into.Kept) || !before.Stored.Equals(into.Stored);
    }

    /// <summary>That any call may throw between start and wait is nobody's plan; that a wait does, everybody's.</summary>
    public Running Caught(Running state, Fact? from) => from is MayThrow { IsOfWait: true } or null ? state : new Running();

    public bool ShowsInHandlers(Fact fact) => true;

    /// <summary>Where a variable holds no task, none is running under its name. Where one of several tasks turned out to be the one that came to its end first, its work is over.</summary>
    public void Cross(FlowEdge edge, Running state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (lesson is IsNull empty)
            {
                End(state, StartsOn(edge, empty.Holder).Union(ValueSet.Of(_started.Values.Where(start => start.Raiser == empty.Holder).Select(static start => start.Id).ToList())));
            }
            else if (lesson is IsOver over)
            {
                End(state, _givenUp.TryGetValue(over.Wait.Id, out var work) ? work : ValueSet.Empty);
            }
            else if (lesson is IsSame { AreSame: true } same)
            {
                End(state, StartsOn(edge, same.Old).Union(StartsOn(edge, same.Fresh)));
            }
        }
    }

    private ValueSet StartsOn(FlowEdge edge, Origin holder) => _resolution.HeldOn(edge.Branch, holder) is var held ? _made.StartsOf(held).Union(BegunBefore(held)) : ValueSet.Empty;

    public void Apply(FlowNode node, Fact fact, Running state)
    {
        var made = _made.At(node, fact);
        if (fact is Create)
        {
            state.Kept = state.Kept.Without(made);
        }
        else if (fact is Start start)
        {
            // Who finds the thread elsewhere waits for it there: threads.Add(thread); thread.Start();
            if (!made.Intersect(state.Kept).IsEmpty || _oneByOne.Contains(start.Id))
            {
                return;
            }

            state.Work = state.Work.Union(ValueSet.Of(start.Id));
            state.Abandoned = state.Abandoned.Without(ValueSet.Of(start.Id));
            state.Stored = state.Stored.Without(ValueSet.Of(start.Id));
        }
        else if (_stores.TryGetValue((node.Ordinal, fact.Id), out var stored))
        {
            End(state, stored.Intersect(_oneByOne));
            state.Stored = state.Stored.Union(stored.Intersect(state.Work));
        }
        else if (_spokenOf.TryGetValue((node.Ordinal, fact.Id), out var work))
        {
            switch (fact)
            {
                case Abandon:
                    state.Abandoned = state.Abandoned.Union(work.Intersect(state.Work));
                    break;
                case Join { HasReturned: false }:
                    End(state, work.Without(state.Abandoned));
                    break;
                default:
                    End(state, work);
                    break;
            }
        }

        if (_reached.TryGetValue((node.Ordinal, fact.Id), out var reached))
        {
            End(state, reached.Intersect(state.Stored));
        }

        if (fact is Use or OriginFlow)
        {
            state.Kept = state.Kept.Union(made);
        }
    }

    private IEnumerable<Fact> WaitsOf(Start start) => _waits.TryGetValue(start.Id, out var waits) ? waits : Enumerable.Empty<Fact>();

    private static void End(Running state, ValueSet work)
    {
        state.Work = state.Work.Without(work);
        state.Abandoned = state.Abandoned.Without(work);
        state.Stored = state.Stored.Without(work);
    }

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        var spokenOf = fact switch
        {
            Join join when !IsOnlyShown(join.Syntax) => StartsBehind(state, join.Task).Union(StartsThatHold(_resolution.Loans.Holds(state, join.Task), state)),
            Use { Kind: UseKind.Return } returned => MayStandForWork(state, returned.Origin) ? NoteReturned(_resolution.WithParts(state, returned.Origin)) : ValueSet.Empty,
            Abandon abandon => StartsBehind(state, abandon.Task),
            Use { Kind: not (UseKind.Derive or UseKind.Write) } use when !LeavesElements(use) && !IsOnlyShown(use.Syntax) => StartsBehind(state, use.Origin).Without(PassedOver(use)),
            HandOver { IsKept: true } handed => StartsBehind(state, handed.Owner),
            _ => ValueSet.Empty,
        };
        if (fact is Use { Kind: not (UseKind.Derive or UseKind.Write), Origin: var holder } used && !LeavesElements(used) && (holder != _facts.Origins.This || used.Kind is not (UseKind.Read or UseKind.PassToRead)))
        {
            NoteReached(node, fact, holder);
        }
        else if (fact is HandOver { Owner: var owner })
        {
            NoteReached(node, fact, owner);
        }

        if (spokenOf.IsEmpty)
        {
            return;
        }

        _spokenOf[(node.Ordinal, fact.Id)] = spokenOf;
        NoteGivenAway(fact, spokenOf);
        if (fact is Abandon)
        {
            _givenUp[fact.Id] = spokenOf.Union(_givenUp.TryGetValue(fact.Id, out var known) ? known : ValueSet.Empty);
        }

        if (fact is Join { } or Abandon)
        {
            foreach (var id in spokenOf.ToArray())
            {
                if (!_waits.TryGetValue(id, out var waits))
                {
                    _waits.Add(id, waits = new List<Fact>());
                }

                waits.Add(fact);
            }
        }
    }

    /// <summary>Who waits for an object that work was given as well waits for the work's signal.</summary>
    private ValueSet StartsThatHold(ValueSet signal, HeldValues state)
    {
        var starts = ValueSet.Empty;
        foreach (var start in _started.Values.Where(start => BufferOf(start) is null && !_given.ContainsKey(start.Id) && !_resolution.Loans.Holds(state, start.Work).Intersect(signal).IsEmpty))
        {
            starts = starts.Union(ValueSet.Of(start.Id));
        }

        return starts;
    }

    /// <summary>The caller gets the task, and the work goes on.</summary>
    private ValueSet NoteReturned(ValueSet values)
    {
        _returned.UnionWith(_made.StartsOf(values).ToArray().Concat(GivenAmong(values)));
        return ValueSet.Empty;
    }
}
