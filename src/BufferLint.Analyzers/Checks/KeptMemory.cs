// What a body was given by its caller and has put where it is found when the call is over, or into work that goes on.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>Looks at one body.</summary>
internal sealed class KeptMemory
{
    private static readonly ImmutableHashSet<string> Adders = ImmutableHashSet.Create("Add", "AddFirst", "AddLast", "AddOrUpdate", "Enqueue", "Insert", "Push", "TryAdd", "TryWrite", "WriteAsync");

    private readonly SolvedBody _body;
    private readonly List<(OriginFlow Store, ValueSet Held)> _stores = new();
    private readonly List<(Use Use, SyntaxNode Where, Origin Collection, ValueSet Held)> _additions = new();
    private readonly List<(Use Use, ValueSet Held)> _givenAway = new();
    private readonly List<Use> _uses = new();
    private readonly Dictionary<SyntaxNode, Origin> _receivers = new();
    private readonly Dictionary<int, GivenMemory?> _given = new();

    private KeptMemory(SolvedBody body)
    {
        _body = body;
        body.Resolution.Solver.ReplayForward(Visit);
    }

    /// <summary>What is kept when a body has ended, in source order, each store once.</summary>
    public static IEnumerable<Kept> In(SolvedBody body)
    {
        var kept = new KeptMemory(body);
        return body.Graph.Nodes
            .Where(static node => node.Block.Kind == BasicBlockKind.Exit)
            .SelectMany(exit => body.Resolution.Solver.AtEndOf(exit) is { } end ? kept.InPlaces(end).Concat(kept.InCollections(end)).Concat(kept.InKeepers()).Concat(kept.InWork(exit, end)) : Enumerable.Empty<Kept>())
            .OrderBy(static one => one.Where.SpanStart)
            .GroupBy(static one => one.Where)
            .Select(static same => same.First());
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case OriginFlow { Dereferences: false, Target: { IsTemporary: false, IsCapture: false } } store:
                _stores.Add((store, store.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_body.Resolution.WithParts(state, source)))));
                break;
            case Use { IsKept: true } given:
                _givenAway.Add((given, _body.Resolution.WithParts(state, given.Origin)));
                break;
            case Use { Kind: UseKind.Pass or UseKind.PassToRead, Syntax: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } given:
                _uses.Add(given);
                if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Adders.Contains(name) && _receivers.TryGetValue(call, out var collection) && IsKeptThere(given, collection))
                {
                    _additions.Add((given, call, collection, _body.Resolution.WithParts(state, given.Origin)));
                }

                break;
            case Use { Kind: UseKind.Store, Syntax: AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } entry } stored when _receivers.TryGetValue(entry, out var entries) && IsKeptThere(stored, entries):
                _uses.Add(stored);
                _additions.Add((stored, entry, entries, _body.Resolution.WithParts(state, stored.Origin)));
                break;
            case Invalidate { Syntax: AssignmentExpressionSyntax changed } change:
                _receivers[changed] = change.Owner;
                break;
            case Use use:
                _uses.Add(use);
                if (use is { Syntax: InvocationExpressionSyntax } or { Syntax: AssignmentExpressionSyntax, Kind: UseKind.Write })
                {
                    _receivers[use.Syntax] = use.Origin;
                }

                break;
        }
    }

    private IEnumerable<Kept> InPlaces(HeldValues end) =>
        from entry in end.Sets
        let place = _body.Facts.Origins.All[entry.Key]
        where !place.IsTemporary && !place.IsCapture && !WorkTypes.StandsForWork(TypeOf(place)) && IsLasting(place, end)
        from id in entry.Value.ToArray()
        let memory = Given(id, place, entry.Value)
        where memory is not null
        from store in _stores
        where store.Store.Target == place && store.Held.Contains(id) && !MayBeTakenOut(store.Store.Id, store.Store.Syntax, place.Step?.IsElement == true ? place.Parent : null)
        select new Kept(store.Store, place, memory, _body.Resolution.Values[id], store.Store.Syntax) { IsInGivenObject = IsOfParameter(place) };

    /// <summary>What was added to a collection, or is in an object that was.</summary>
    private IEnumerable<Kept> InCollections(HeldValues end) =>
        from added in _additions
        where IsLasting(added.Collection, end) && !MayBeTakenOut(added.Use.Id, added.Where, added.Collection)
        from id in added.Held.ToArray()
        let memory = Given(id, added.Collection, added.Held)
        where memory is not null
        select new Kept(added.Use, added.Collection, memory, _body.Resolution.Values[id], added.Where) { IsInGivenObject = IsOfParameter(added.Collection) };

    /// <summary>What was given to a method that says it keeps it.</summary>
    private IEnumerable<Kept> InKeepers() =>
        from given in _givenAway
        from id in given.Held.ToArray()
        let memory = Given(id)
        where memory is not null
        select new Kept(given.Use, given.Use.Origin, memory, _body.Resolution.Values[id], given.Use.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? given.Use.Syntax);

    /// <summary>Whether a member adds what it is given as it is: that of an unknown collection may copy memory, but not objects.</summary>
    private static bool IsKeptThere(Use given, Origin collection) => TypeOf(collection)?.ContainingNamespace?.ToDisplayString() is { } space &&
        (IsChannel(space) || (given.Syntax.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WriteAsync" or "TryWrite" } } &&
        (space.StartsWith("System.Collections", System.StringComparison.Ordinal) || given.Syntax is ArgumentSyntax { Expression: BaseObjectCreationExpressionSyntax })));

    private static bool IsChannel(string space) => space == "System.Threading.Channels";

    private IEnumerable<Kept> InWork(FlowNode exit, HeldValues end) =>
        from id in _body.Facts.StartsWork && _body.Running.Solver.AtEndOf(exit) is { } running ? running.Work.Without(running.Abandoned).Without(running.Stored).ToArray() : System.Array.Empty<int>()
        let start = _body.Running.StartOf(id)
        where !_body.Running.IsReturned(start) && start.Through.IsEmpty && !_additions.Any(added => added.Where == start.Syntax)
        from value in _body.Resolution.WithParts(end, start.Work).ToArray()
        let mention = WorkInputs.HandedOver(_body, start, value, end)
        let memory = Given(value) ?? GivenMemory.InObject(_body.Resolution.Values[value], mention, _body)
        where memory is not null
        select new Kept(start, start.Work, memory, _body.Resolution.Values[value], mention ?? start.Syntax);

    /// <summary>The same of an object with memory in it; who keeps that for something else keeps no memory of it.</summary>
    private GivenMemory? Given(int value, Origin place, ValueSet held) =>
        _body.Resolution.Values[value] is Part { Of: Placeholder whole } && held.Contains(whole.Id) ? null : Given(value) ?? KeptObjects.In(_body.Resolution.Values[value], place, _body);

    private GivenMemory? Given(int value)
    {
        if (!_given.TryGetValue(value, out var memory))
        {
            _given.Add(value, memory = GivenMemory.In(_body.Resolution.Values[value], _body));
        }

        return memory;
    }

    /// <summary>Whether a place is found by others when the call is over, other than through its result.</summary>
    private bool IsLasting(Origin place, HeldValues end) => RootOf(place) switch
    {
        var root when root == _body.Facts.Origins.This => place != root && _body.Facts.Owner?.ContainingType is not { IsValueType: true },
        { Symbol: IFieldSymbol or IPropertySymbol } => true,
        { Symbol: ILocalSymbol or IParameterSymbol } root when !_body.Facts.IsOfBody(root.Symbol) => true,
        _ when place.Parent is null => false,
        { Symbol: IParameterSymbol { RefKind: RefKind.None, Type.IsReferenceType: true } } => true,
        { Symbol: ILocalSymbol { Type.IsReferenceType: true } } root => _body.Resolution.Loans.Holds(end, root).ToArray() is { Length: > 0 } holders && holders.All(id => IsOfOthers(_body.Resolution.Values[id], end)),
        _ => false,
    };

    /// <summary>Whether an object was there before the call, or was made here and put where others find it.</summary>
    private bool IsOfOthers(Value value, HeldValues end) => value switch
    {
        Part part => IsOfOthers(part.Of, end),
        Placeholder { Origin: { IsCapture: false, IsTemporary: false, Symbol: not ILocalSymbol } } => true,
        Created => end.Sets.Any(entry => entry.Value.Contains(value.Id) && _body.Facts.Origins.All[entry.Key] is { IsTemporary: false } keeper && RootOf(keeper) is var root &&
            ((root == _body.Facts.Origins.This && keeper != root) || root.Symbol is IFieldSymbol or IPropertySymbol)),
        _ => false,
    };

    /// <summary>Whether a collection that got something is used again, or this object, whose methods may take it out.</summary>
    private bool MayBeTakenOut(int added, SyntaxNode where, Origin? collection) => collection is not null &&
        _uses.Any(use => use.Id > added && !where.Span.Contains(use.Syntax.Span) && (use.Origin == collection || use.Origin == _body.Facts.Origins.This) && use.Kind is UseKind.Pass or UseKind.PassToRead);

    private bool IsOfParameter(Origin place) => RootOf(place) is { Symbol: IParameterSymbol parameter } && _body.Facts.IsOfBody(parameter);

    private static ITypeSymbol? TypeOf(Origin place) => place.Step?.Type ?? (place.Symbol as IFieldSymbol)?.Type ?? (place.Symbol as ILocalSymbol)?.Type;

    private static Origin RootOf(Origin place) => place.Parent is { } parent ? RootOf(parent) : place;
}
