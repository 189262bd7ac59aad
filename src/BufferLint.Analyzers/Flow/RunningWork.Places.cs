// Where tasks are kept: in fields and collections of this body, and in fields where other members left them.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

internal sealed partial class RunningWork
{
    private readonly Dictionary<int, List<Origin>> _places = new();
    private readonly Dictionary<(int Node, int Fact), ValueSet> _stores = new();
    private readonly Dictionary<(int Node, int Fact), ValueSet> _reached = new();

    /// <summary>Work whose task is taken out of a collection again by an index that changes.</summary>
    private ValueSet _oneByOne;

    /// <summary>Work that was begun elsewhere, with what the fields of its task and its buffer hold on entry.</summary>
    private readonly Dictionary<int, (WorkInField Begun, int? Task, Value Buffer)> _begunBefore = new();

    private void AddBegunBefore(WorkInField begun)
    {
        var self = _resolution.Values.Placeholder(_facts.Origins.This);
        if (_facts.Origins.FindPath(_facts.Origins.This, PathStep.Member(begun.Buffer)) is { } buffer && _resolution.Values.Part(self, PathStep.Member(begun.Buffer)) is { } held)
        {
            var start = new Start(begun.Begin, buffer, buffer) { Id = _facts.Count + _begunBefore.Count, Through = begun.Through.Insert(0, begun.Member.MethodKind == MethodKind.Constructor ? begun.Member.ContainingType.Name : begun.Member.Name) };
            _started.Add(start.Id, start);
            _begunBefore.Add(start.Id, (begun, _resolution.Values.Part(self, PathStep.Member(begun.Task))?.Id, held));
        }
    }

    /// <summary>The work that what an origin holds stands for. An element of a collection may be any of those that are in it.</summary>
    private ValueSet StartsBehind(HeldValues state, Origin task)
    {
        if (!MayStandForWork(state, task))
        {
            return ValueSet.Empty;
        }

        var values = _resolution.WithParts(state, task);
        foreach (var id in values.ToArray())
        {
            // A span over tasks, as an argument list may be one.
            if (_resolution.Values[id] is Loan { Owner: Created viewed })
            {
                values = values.Union(viewed.Alone);
            }

            // An element of what a query gave, or what says that an operation is over.
            if (_resolution.Values[id] is Part { Step: { IsElement: true } or { Symbol.Name: "AsyncWaitHandle" }, Of: Created begun } part)
            {
                values = values.Union(begun.Alone);
                _oneByOne = part.Step.IsStale || part.Step.IndexSymbol is not null ? _oneByOne.Union(_made.StartsOf(begun.Alone)) : _oneByOne;
            }

            if (_places.Count > 0 && _resolution.Values[id] is Part { Of: var collection, Step: var step })
            {
                var before = values;
                values = state.Sets.Where(entry => entry.Value.Contains(collection.Id)).Aggregate(values, (all, entry) => all.Union(_resolution.WithParts(state, _facts.Origins.All[entry.Key])));
                if (step.IsStale || step.IndexSymbol is not null)
                {
                    // In a loop that nobody here counts the turns of.
                    _oneByOne = _oneByOne.Union(_made.StartsOf(values.Without(before)));
                }
            }
        }

        return _made.StartsOf(values).Union(BegunBefore(values));
    }

    /// <summary>Whether what an origin and its parts hold may have to do with any work: asked of every use, and nearly always answered with no.</summary>
    private bool MayStandForWork(HeldValues state, Origin origin)
    {
        if (_places.Count > 0 || _begunBefore.Count > 0 || _given.Count > 0 || _made.MayBeAmong(_resolution.Loans.Holds(state, origin)))
        {
            return true;
        }

        foreach (var child in origin.Children)
        {
            if (MayStandForWork(state, child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The work of other members for whose task some of the values stand.</summary>
    private ValueSet BegunBefore(ValueSet values)
    {
        var starts = ValueSet.Empty;
        foreach (var before in _begunBefore)
        {
            if (before.Value.Task is { } held && values.ToArray().Any(id => IsWithin(_resolution.Values[id], held)))
            {
                starts = starts.Union(ValueSet.Of(before.Key));
            }
        }

        return GivenAmong(values).Aggregate(starts, static (all, given) => all.Union(ValueSet.Of(given)));
    }

    private static bool IsWithin(Value value, int whole) => value.Id == whole || value is Part part && IsWithin(part.Of, whole) || value is Loan loan && IsWithin(loan.Owner, whole);

    /// <summary>A task that is put into a field is somebody else's as soon as that gets the object, or is called on it.</summary>
    private void RecordStore(FlowNode node, OriginFlow stored, HeldValues state)
    {
        if (stored is { Target: { Symbol: IFieldSymbol or IPropertySymbol } shared })
        {
            NoteGivenStored(shared, stored, state);
        }

        if (stored is not { Target: { Parent: not null, IsTemporary: false } place })
        {
            return;
        }

        if (!stored.Sources.Any(source => MayStandForWork(state, source)))
        {
            return;
        }

        var starts = stored.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_made.StartsOf(_resolution.WithParts(state, source))));
        NoteGivenStored(place, stored, state);
        if (!starts.IsEmpty)
        {
            _stores[(node.Ordinal, stored.Id)] = starts;
            foreach (var id in starts.ToArray())
            {
                if (!_places.TryGetValue(id, out var places))
                {
                    _places.Add(id, places = new List<Origin>());
                }

                places.Add(place);
            }
        }
    }

    private void NoteReached(FlowNode node, Fact fact, Origin holder)
    {
        foreach (var before in _begunBefore)
        {
            if (holder == _facts.Origins.This && (CalledBy(fact.Syntax) is not { } called || _others!.MayWait(_facts.Owner!.ContainingType, before.Value.Begun.Task, called)))
            {
                _reached[(node.Ordinal, fact.Id)] = ValueSet.Of(before.Key).Union(_reached.TryGetValue((node.Ordinal, fact.Id), out var known) ? known : ValueSet.Empty);
            }
        }

        foreach (var id in _places.Count == 0 ? Enumerable.Empty<int>() : _places.Keys.Where(id => _places[id].Any(place => IsUnder(place, holder) && !IsPassedOver(place, holder, fact))))
        {
            _reached[(node.Ordinal, fact.Id)] = ValueSet.Of(id).Union(_reached.TryGetValue((node.Ordinal, fact.Id), out var known) ? known : ValueSet.Empty);
        }
    }

    /// <summary>The work whose tasks are in fields that a member does not name which is called on this object.</summary>
    private ValueSet PassedOver(Use use) => _places.Count == 0 || use.Origin != _facts.Origins.This ? ValueSet.Empty :
        _places.Where(kept => kept.Value.All(place => IsPassedOver(place, use.Origin, use))).Aggregate(ValueSet.Empty, static (all, kept) => all.Union(ValueSet.Of(kept.Key)));

    /// <summary>Whether a member is called on this object that does not even name the field that a task is in.</summary>
    private bool IsPassedOver(Origin place, Origin holder, Fact fact) =>
        _others is not null && holder == _facts.Origins.This && place is { Step.Symbol: { } task, Parent: { } parent } && parent == holder && _facts.Owner?.ContainingType is { } type &&
        CalledBy(fact.Syntax) is { } called && !_others.MayWait(type, task, called);

    /// <summary>Whether something is put into a collection, or it is copied: those that are in it stay there.</summary>
    private static bool LeavesElements(Use use) => LeavesElements(use, use.Syntax) || LeavesElements(use, use.Syntax.Parent?.Parent);

    private static bool LeavesElements(Use use, SyntaxNode? around) => around is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Expression: var collection } } call &&
        (use.Syntax == call || use.Syntax == collection) && (Collecting.Adds(called) || Collecting.Copies(called));

    private static string? CalledBy(SyntaxNode use) => (use as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsUnder(Origin place, Origin holder) => place.Parent is { } whole && (whole == holder || IsUnder(whole, holder));
}
