// From the resolved facts of a function to what a call of it comes to.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Gathers what happens on ways that return.</summary>
internal sealed class FunctionSummaryBuilder
{
    private readonly FlowGraph _graph;
    private readonly FactTable _facts;
    private readonly Resolution _resolution;
    private readonly CallerNames _names;
    private readonly bool[] _returning;
    private readonly AddedAmounts _amounts;
    private readonly Dictionary<(Effect Effect, NamedPath Owner), FunctionEffect> _breaks = new();
    private readonly List<FunctionEffect> _breaksInOrder = new();
    private readonly Dictionary<(Effect Effect, NamedPath Owner), List<(FlowNode Node, int? Amount)>> _added = new();
    private readonly Dictionary<NamedPath, Origin> _replaced = new();
    private readonly SortedSet<int> _transferred = new();
    private readonly SortedSet<int> _writes = new();
    private readonly HashSet<(NamedPath Place, int Parameter)> _stored = new();
    private readonly ExitState _exit;
    private readonly IMethodSymbol? _function;
    private readonly HandOut _result;
    private readonly StorageGrowth _growth;
    private readonly Dictionary<NamedPath, (HandOut Held, int Returns)> _parts = new();
    private readonly Renewals _renewals;
    private readonly Reservations _reservations;
    private readonly Lazy<int?> _keptCounts;
    private readonly HashSet<SyntaxNode> _growthCalls = new();
    private readonly LateUses _lateUses;
    private readonly Lazy<OwedReleases> _owed;
    private int _returned;

    private FunctionSummaryBuilder(FlowGraph graph, FactTable facts, Resolution resolution, IMethodSymbol? function, ExitState exit)
    {
        _graph = graph;
        _facts = facts;
        _resolution = resolution;
        _function = function;
        _names = new CallerNames(facts, resolution, function, exit);
        _exit = exit;
        _returning = Returning();
        _amounts = new AddedAmounts(graph);
        _result = new HandOut(into: null, _names, IsKept);
        _renewals = new Renewals(facts);
        _growth = new StorageGrowth(facts, resolution, _names);
        _reservations = new Reservations(graph, function);
        _keptCounts = new Lazy<int?>(() => _amounts.OfKeptCounts(_growthCalls));
        _lateUses = new LateUses(resolution, function);
        _owed = new Lazy<OwedReleases>(() => OwedReleases.Solve(graph, facts, resolution, followsCalls: false, CancellationToken.None));
    }

    /// <summary>The summary of a function.</summary>
    /// <param name="graph">Its graph.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="resolution">What its operands hold.</param>
    /// <param name="function">The method, accessor or nested function; <see langword="null"/> for an initialiser.</param>
    public static FunctionSummary Of(FlowGraph graph, FactTable facts, Resolution resolution, IMethodSymbol? function)
    {
        var exit = ExitState.Of(graph, facts, resolution);
        var builder = new FunctionSummaryBuilder(graph, facts, resolution, function, exit);
        resolution.Solver.ReplayForward<Fact>(builder.IsWanted, builder.Visit);
        foreach (var (node, fact, growth) in builder._growth.Found(exit))
        {
            builder._reservations.AddGrowth(node, byCallee: null);
            builder._lateUses.AddBreak(node, fact, growth.Effect, growth.Owner);
            builder.AddBreak(growth, node, amount: 0);
        }

        var breaks = builder._breaksInOrder.Select(builder.WithAmount).Select(done => done with { LateUses = builder._lateUses.After(done.Effect, done.Owner) }).ToImmutableArray();
        if (builder._reservations.IsAll())
        {
            breaks = ImmutableArray.CreateRange(breaks, static done => done.Effect.RenewsVariable ? done with { Effect = Reservations.AsReserving(done.Effect) } : done);
        }

        var held = new List<HandOut> { builder._result };
        held.AddRange(builder._parts.Where(part => part.Value.Returns == builder._returned).OrderBy(static part => part.Key.ToString(), StringComparer.Ordinal).Select(static part => part.Value.Held));
        var assigned = new List<NamedPath>();
        foreach (var (place, values, origin) in exit.Places(builder._names))
        {
            var handedOut = new HandOut(place, builder._names, place.IsOfPointers ? builder.IsKept : static _ => false);
            var onEntry = exit.OnEntry(origin);
            handedOut.Add(!values.Intersect(onEntry).IsEmpty && builder._renewals.AreRenewedAfterBreaks(origin) ? values.Without(onEntry) : values);
            held.Add(handedOut);
            if (!handedOut.Outputs.IsEmpty)
            {
                assigned.Add(place);
            }
        }

        var replaced = builder._replaced.Where(place => !exit.IsAsOnEntry(place.Value)).Select(static place => place.Key).OrderBy(static path => path.ToString(), StringComparer.Ordinal).ToImmutableArray();
        assigned.AddRange(replaced);
        var outputs = held.SelectMany(handedOut => handedOut.OutputsBeside(assigned)).ToImmutableArray();

        // What a place may hold is left out if the caller has no name for some of it: then it is not seen where arguments went.
        builder._transferred.UnionWith(builder._stored.Where(stored => outputs.All(output => !stored.Place.Equals(output.Into))).Select(static stored => stored.Parameter));
        var running = facts.StartsWork || (function is not null && RunningWork.TakesTasks(function)) ? RunningWork.Solve(graph, facts, resolution, CancellationToken.None, given: function) : null;
        var started = running is null ? ImmutableArray<FunctionStart>.Empty : WorkLeftRunning.In(graph, running, resolution, builder._names).Where(left => IsLeftByAll(left, function)).Select(static left => left.AsStart()).ToImmutableArray();
        var tasks = running is null || function is null ? ImmutableArray<GivenTask>.Empty : running.TasksGiven(graph, function, (place, task) => IsSeen(place, task, facts, outputs)).ToImmutableArray();
        return breaks.IsEmpty && outputs.IsEmpty && replaced.IsEmpty && started.IsEmpty && tasks.IsEmpty && builder._transferred.Count == 0 && builder._writes.Count == 0
            ? FunctionSummary.Nothing
            : new FunctionSummary(breaks, outputs, replaced) { Transferred = builder._transferred.ToImmutableArray(), Started = started, Writes = builder._writes.ToImmutableArray(), Tasks = tasks };
    }

    /// <summary>Whether nobody was told that the work is over when the function is, or the task that it gives.</summary>
    private static bool IsLeftByAll(WorkLeftRunning left, IMethodSymbol? function) =>
        function is null || !WorkTypes.IsAwaitable(function.ReturnType) || (WorkShape.EndsWithBody(function) && !Handshake.MayComeBeforeEnd(left.Start));

    /// <summary>Whether the caller sees what a place holds that a task was put into.</summary>
    private static bool IsSeen(Origin place, IParameterSymbol task, FactTable facts, ImmutableArray<FunctionOutput> outputs) =>
        NamedPath.Of(place, facts.Origins.This) is { Root: null, Steps.IsEmpty: false } path && outputs.Any(output => path.Equals(output.Into) && output is { View: null, Of: { Steps.IsEmpty: true } of } && SymbolEqualityComparer.Default.Equals(of.Root, task));

    /// <summary>Whether what is handed out is kept here too: an arena that frees all of its blocks.</summary>
    private bool IsKept(Created acquired) => _owed.Value.IsHandedOn(acquired.Site);

    /// <summary>Whether a fact may say anything to the caller.</summary>
    private bool IsWanted(Fact fact) => fact switch
    {
        Use use => use.Kind is UseKind.Return or UseKind.Write || use.IsTransfer || use.IsWritten || _growth.MayGrow || _lateUses.TakesViews,
        OriginFlow flow => flow is { Adds: false, Target.IsTemporary: false },
        Create create => !create.Target.IsTemporary,
        _ => fact is Invalidate,
    };

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        if (!_returning[node.Ordinal])
        {
            return;
        }

        _growth.Observe(node, fact, state);
        switch (fact)
        {
            case Use use when use.Kind != UseKind.Return:
                _lateUses.AddUse(node, use, state);
                AddTransferred(use, state);
                AddWritten(use, state);
                break;
            case Invalidate invalidate:
                _renewals.AddBreak(node, invalidate);
                var effect = invalidate.Effect with { Key = Slot.None };
                var owners = OwnersOf(node, invalidate).ToArray();
                if (effect.RenewsVariable && owners.Length > 0)
                {
                    _reservations.AddGrowth(node, invalidate.Chain is null ? null : effect);
                    _growthCalls.Add(invalidate.Syntax);
                    effect = Reservations.AsFilling(effect);
                }

                foreach (var (owner, value) in owners)
                {
                    var done = effect.GivesBack ? effect with { Of = Slot.This, IsPossible = effect.IsPossible || !_exit.IsGivenBack(value) } : effect;
                    _lateUses.AddBreak(node, invalidate.Id, done, owner);
                    AddBreak(new FunctionEffect(done, owner, null, invalidate.Chain), node, AmountOf(invalidate));
                }

                break;
            case Use { Kind: UseKind.Return, Syntax: not ParameterSyntax } returned:
                AddReturned(returned.Origin, state);
                break;
            case OriginFlow { Target: { } target, Adds: false } flow:
                AddReplaced(target);
                AddStored(flow, state);
                break;
            case Create { Target: var target }:
                AddReplaced(target);
                break;
        }
    }

    private void AddReturned(Origin returned, HeldValues state)
    {
        _result.Add(_resolution.Loans.Holds(state, returned), returned.Children.Any(IsOfTuple));
        _returned++;
        AddParts(returned, state);

        // The caller has no name for what lies in an object that is made here: whoever has the object answers for it.
        _transferred.UnionWith(returned.Children.Where(static part => !IsOfTuple(part)).SelectMany(part => ParametersIn(part, state)));
    }

    /// <summary>What the caller calls the owners whose views are broken. A variable of the function's own may get other storage: the caller's keeps it.</summary>
    private IEnumerable<(NamedPath Path, Value Value)> OwnersOf(FlowNode node, Invalidate invalidate) =>
        from id in _resolution.OperandOf(node, invalidate).ToArray()
        let value = _resolution.Values[id]
        let owner = _names.OnEntry(value)
        where owner is not null && (!invalidate.Effect.RenewsVariable || _names.IsOutsideVariable(invalidate.Owner, value))
        select (owner, value);

    /// <summary>The views in the fields of an object that is made here and handed out, of an enumerator or wrapper; the leases in a tuple.</summary>
    private void AddParts(Origin returned, HeldValues state)
    {
        if (_function is null)
        {
            return;
        }

        foreach (var part in returned.Children)
        {
            if (part.Step is { IsStale: false, IsElement: false } step && state.Sets.TryGetValue(part.Id, out var held) && held.ToArray().Any(id => _resolution.Values[id] is Loan || (IsOfTuple(part) && _resolution.Values[id] is Created { Site.Lease: not null })))
            {
                var path = new NamedPath(_function, ImmutableArray.Create(step));
                var known = _parts.TryGetValue(path, out var found) ? found : (Held: new HandOut(path, _names, static _ => false), Returns: 0);
                known.Held.Add(held);
                _parts[path] = (known.Held, known.Returns + 1);
            }
        }
    }

    private static bool IsOfTuple(Origin part) => part.Step?.Symbol is IFieldSymbol { ContainingType.IsTupleType: true };

    private void AddReplaced(Origin target)
    {
        if (!target.IsTemporary && NamedPath.Of(target, _facts.Origins.This) is { } path && _names.IsOutside(path) && !_names.IsOwnVariable(path))
        {
            _replaced[path] = target;
        }
    }

    private void AddTransferred(Use use, HeldValues state)
    {
        if (use.IsTransfer)
        {
            _transferred.UnionWith(ParametersIn(use.Origin, state));
        }
    }

    /// <summary>Whose storage a use writes. What is written where read-only was cast away is told here, not at the call.</summary>
    private void AddWritten(Use use, HeldValues state)
    {
        if (use.Kind != UseKind.Write && !use.IsWritten)
        {
            return;
        }

        var held = _resolution.Loans.Holds(state, use.Origin).ToArray().Select(id => _resolution.Values[id]).ToArray();
        if (held.Any(static value => value is Loan { Site.Effect.CastsAwayReadOnly: true }))
        {
            return;
        }

        foreach (var value in held)
        {
            switch (_names.OnEntry(value is Loan loan ? loan.Owner : value))
            {
                // What a void* leads to is said by whoever casts it: often one block is read and written by turns.
                case { Root: IParameterSymbol { Type: IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void } } }:
                    break;
                case { Root: IParameterSymbol root, Steps: var steps } when SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, _function) && (steps.IsEmpty ? ReadOnlyTypes.MayCome(root) : root.Type.IsValueType):
                    _writes.Add(root.Ordinal);
                    break;
                case { Root: null, Steps: [{ ReachesView: true }] }:
                    _writes.Add(FunctionSummary.Receiver);
                    break;
            }
        }
    }

    /// <summary>The parameters that are stored in a field.</summary>
    private void AddStored(OriginFlow flow, HeldValues state)
    {
        if (flow.Target is { IsTemporary: false, Parent: not null } && NamedPath.Of(flow.Target, _facts.Origins.This) is { } place && _names.IsOutside(place))
        {
            _stored.UnionWith(flow.Sources.SelectMany(source => ParametersIn(source, state)).Select(parameter => (place, parameter)));
        }
    }

    /// <summary>The numbers of the parameters that an origin, or a part of it, holds as they came in.</summary>
    private IEnumerable<int> ParametersIn(Origin origin, HeldValues state)
    {
        if (_function is null || _function.Parameters.IsEmpty)
        {
            return Enumerable.Empty<int>();
        }

        var found = new List<int>();
        foreach (var id in _resolution.WithParts(state, origin).Ids)
        {
            if (_names.OnEntry(_resolution.Values[id]) is { Root: IParameterSymbol root, Steps.IsEmpty: true } && SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, _function))
            {
                found.Add(root.Ordinal);
            }
        }

        return found;
    }

    private void AddBreak(FunctionEffect effect, FlowNode node, int? amount)
    {
        if (!_added.TryGetValue((effect.Effect, effect.Owner), out var added))
        {
            _added.Add((effect.Effect, effect.Owner), added = new List<(FlowNode Node, int? Amount)>());
        }

        added.Add((node, amount));

        // Of several ways to the same the shortest is told.
        if (!_breaks.TryGetValue((effect.Effect, effect.Owner), out var known))
        {
            _breaks.Add((effect.Effect, effect.Owner), effect);
            _breaksInOrder.Add(effect);
        }
        else if (LengthOf(effect) < LengthOf(known))
        {
            _breaks[(effect.Effect, effect.Owner)] = effect;
            _breaksInOrder[_breaksInOrder.IndexOf(known)] = effect;
        }

        static int LengthOf(FunctionEffect effect) => effect.Via is { } via ? via.Through.Length + 1 : 0;
    }

    /// <summary>How much a call adds in all; of storage that is replaced by hand the count beside it tells.</summary>
    private FunctionEffect WithAmount(FunctionEffect effect) => effect with
    {
        Amount = _amounts.Most(_added[(effect.Effect, effect.Owner)]) is not { } added ? null
            : !effect.Effect.RenewsVariable ? Quantity.Exactly(added)
            : added + _keptCounts.Value is { } all and > 0 ? Quantity.Exactly(all) : null,
    };

    /// <summary>How much is added each time, if it is a number: nothing where storage is only replaced.</summary>
    private static int? AmountOf(Invalidate invalidate) =>
        invalidate is { Effect: { RenewsVariable: true, Growth: Growth.CapacityIsAmount } } or { Effect.RenewsVariable: true, Chain: null } ? 0
        : invalidate is { Amount.Constant: { } amount, Trips: 1 } ? amount : null;

    /// <summary>Which nodes lie on ways to the exit, by number.</summary>
    private bool[] Returning()
    {
        var returning = new bool[_graph.Nodes.Length];
        for (var grows = true; grows;)
        {
            grows = false;
            for (var index = returning.Length - 1; index >= 0; index--)
            {
                if (!returning[index] && LeadsOn(_graph.Nodes[index], returning))
                {
                    grows = returning[index] = true;
                }
            }
        }

        return returning;
    }

    private bool LeadsOn(FlowNode node, bool[] returning)
    {
        if (node.Block.Kind == BasicBlockKind.Exit)
        {
            return true;
        }

        foreach (var edge in node.Successors)
        {
            if (returning[edge.To.Ordinal])
            {
                return !_facts.Of(node.Block).Any(static fact => fact is End);
            }
        }

        return false;
    }
}
