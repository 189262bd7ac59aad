// Forward: which objects and loans each origin holds.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>
/// The forward analysis. Issue, Create and Flow generate what their target holds and kill what it held, with all
/// paths through it; join is union.
/// </summary>
internal sealed partial class LoanPropagation : IFlowProblem<HeldValues>
{
    /// <summary>
    /// A field that callees set holds at most so many objects: those of a chain that each call moves on multiply from call to
    /// call. With more it is only the place that it is.
    /// </summary>
    private const int MaxHiddenValues = 8;

    private readonly FactTable _facts;
    private readonly Exchanges _exchanges;
    private readonly HashSet<int> _seenCreates = new();

    /// <summary>The variables that paths are indexed by; an assignment of any other changes no path.</summary>
    private readonly HashSet<Microsoft.CodeAnalysis.ISymbol> _indexes;

    public LoanPropagation(FactTable facts)
    {
        _facts = facts;
        _exchanges = new Exchanges(facts);
        _indexes = new HashSet<Microsoft.CodeAnalysis.ISymbol>(facts.Origins.All.Select(origin => origin.Step?.IndexSymbol).OfType<Microsoft.CodeAnalysis.ISymbol>(), Microsoft.CodeAnalysis.SymbolEqualityComparer.Default);
    }

    public ValueTable Values { get; } = new();

    public HeldValues Start() => new(_facts.Origins);

    public HeldValues Copy(HeldValues state) => state.Copy();

    public long SizeOf(HeldValues state) => state.Sets.Size;

    public bool Join(HeldValues into, HeldValues from)
    {
        var changed = into.JoinKnown(from);
        if (into.Sets.LastsAs(from.Sets))
        {
            return changed;
        }

        for (var index = 0; index < from.Sets.LastingCount; index++)
        {
            var entry = from.Sets.At(index);
            var isKnown = into.Sets.TryGetValue(entry.Key, out var here);
            var joined = (isKnown ? here : Holds(into, _facts.Origins.All[entry.Key])).Union(entry.Value);
            if (!isKnown || !joined.Equals(here))
            {
                into.Sets[entry.Key] = joined;
                changed = true;
            }
        }

        for (var index = 0; index < into.Sets.LastingCount; index++)
        {
            var entry = into.Sets.At(index);
            if (!from.Sets.ContainsKey(entry.Key) && entry.Value.Union(Holds(from, _facts.Origins.All[entry.Key])) is var joined && !joined.Equals(entry.Value))
            {
                into.Sets[entry.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>What an origin holds.</summary>
    public ValueSet Holds(HeldValues state, Origin origin)
    {
        if (origin.Step is { IsOfPointers: true } && LentBy(state, origin.Parent!) is { IsEmpty: false } lent)
        {
            return lent;
        }

        if (state.Sets.TryGetValue(origin.Id, out var held))
        {
            return held;
        }

        return origin.Parent is { } parent ? Parts(Holds(state, parent), origin.Step!) : Values.Placeholder(origin).Alone;
    }

    /// <summary>What a path holds, and the place it is: a callee that looks into its own field means the place. Not where the body itself put something else there, or what was there into another field.</summary>
    public ValueSet HoldsOrIs(HeldValues state, Origin origin)
    {
        var held = Holds(state, origin);
        if (origin.Parent is not { } parent || !state.Sets.ContainsKey(origin.Id) || state.IsReplaced(origin.Id))
        {
            return held;
        }

        var place = Parts(Holds(state, parent), origin.Step!).Without(held);
        foreach (var entry in place.IsEmpty ? Enumerable.Empty<KeyValuePair<int, ValueSet>>() : state.Sets)
        {
            if (entry.Key != origin.Id && _facts.Origins.All[entry.Key] is { Parent: not null, Step.IsStale: false })
            {
                place = place.Without(entry.Value);
            }
        }

        return held.Union(place);
    }

    public void Apply(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case Create create:
                Age(create, state);
                AssignEverywhere(create.Target, Values.Created(create, isOlder: false).Alone, state);
                break;
            case Issue issue:
                Assign(issue.Target, Lend(issue, issue.IsOfPlace ? HoldsOrIs(state, issue.Owner) : Holds(state, issue.Owner)), state);
                break;
            case OriginFlow { Target: var target } flow:
                if (target.Step is { IsOfPointers: true })
                {
                    Lend(target, Joined(flow, state), state);
                }
                else if (flow.Adds)
                {
                    state.Sets[target.Id] = Joined(flow, state).Union(Holds(state, target));
                }
                else
                {
                    var held = Joined(flow, state);
                    AssignEverywhere(target, flow.IsImplied && held.Count > MaxHiddenValues ? ValueSet.Empty : held, state);
                    if (target.Parent is not null && !flow.IsImplied)
                    {
                        state.Replace(target.Id);
                    }
                }

                break;
            case Kill kill:
                state.Sets.RemoveTemporaries(kill.From, kill.To);
                break;
            case Reorder reorder:
                Reorder(Holds(state, reorder.Owner), state);
                break;
            case Invalidate { Effect.Kind: Model.EffectKind.Shifts } shift:
                Reorder(Holds(state, shift.Owner), state);
                break;
            case Invalidate { Effect: { GivesBack: true, IsPossible: false } } release:
                GiveBack(release, state);
                break;
            case Forget forget when forget.Index.Symbol is { } assigned && _indexes.Contains(assigned):
                ForgetIndex(assigned, state);
                break;
        }
    }

    public HeldValues Caught(HeldValues state, Fact? from) => state;

    /// <summary>What is evaluated ends with its statement.</summary>
    public bool ShowsInHandlers(Fact fact) => fact switch
    {
        Use or MayThrow or Kill => false,
        Issue { Target: { IsTemporary: true, Parent: null } } => false,
        OriginFlow { Target: { IsTemporary: true, Parent: null } } => false,
        _ => true,
    };

    public void Cross(FlowEdge edge, HeldValues state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            switch (lesson)
            {
                case EndsFixed left:
                    GiveBack(left.Pin, state);
                    break;
                case IsNull empty:
                    state.GivenBack = state.GivenBack.Union(OnlyOne(Holds(state, empty.Holder)) is { } absent ? absent.Alone : ValueSet.Empty);
                    Assign(empty.Holder, ValueSet.Empty, state);
                    break;
                case IsSet:
                    ForgetReleased(state);
                    break;
                case IsHeld held when Holds(state, held.Holder) is var values && ValueSet.Of(values.ToArray().Where(id => Values[id] is not Released).ToList()) is var rest && !rest.Equals(values):
                    Assign(held.Holder, rest, state);
                    break;
                case IsSame { AreSame: true } same:
                    Unite(same, state);
                    break;
                case IsSame different:
                    TellApart(different.Old, Holds(state, different.Fresh), state);
                    TellApart(different.Fresh, Holds(state, different.Old), state);
                    break;
            }
        }
    }

    /// <summary>One object under two names. A view found equal to one just taken is that one; of owners nobody could tell apart one stands for both.</summary>
    private void Unite(IsSame same, HeldValues state)
    {
        var old = Holds(state, same.Old);
        var fresh = Holds(state, same.Fresh);
        if (old.Equals(fresh))
        {
            return;
        }

        var common = old.Intersect(fresh);
        if (!common.IsEmpty)
        {
            Assign(same.Old, common, state);
            Assign(same.Fresh, common, state);
        }
        else if (fresh.ToArray().Any(id => Values[id] is Loan))
        {
            Assign(same.Old, fresh, state);
        }
        else if (OnlyOne(old) is (Placeholder or Part) and { IsAmbiguous: false } one && OnlyOne(fresh) is (Placeholder or Part) and { IsAmbiguous: false } other)
        {
            Rename(state, value => value == other ? one : value);
            Assign(same.Fresh, old, state);
        }
    }

    /// <summary>A name that was found not to be a known object may only be one of the others it can be.</summary>
    private void TellApart(Origin name, ValueSet known, HeldValues state)
    {
        var held = Holds(state, name);
        if (OnlyOne(known) is { IsAmbiguous: false } and not Loan && held.Without(known) is { IsEmpty: false } rest && !rest.Equals(held))
        {
            Assign(name, rest, state);
        }
    }

    private Value? OnlyOne(ValueSet values) => values.Count == 1 ? Values[values.Ids[0]] : null;

    private ValueSet Joined(OriginFlow flow, HeldValues state)
    {
        var values = ValueSet.Empty;
        foreach (var source in flow.Sources)
        {
            var held = Holds(state, source);
            values = values.Union(flow.Dereferences ? Contents(held) : held);
        }

        return values;
    }

    /// <summary>A loan of each object; a view already taken is passed on, or lent once more where views are counted.</summary>
    private ValueSet Lend(Issue issue, ValueSet owners)
    {
        var loans = new List<int>();
        foreach (var id in owners.Ids)
        {
            switch (Values[id])
            {
                case var view when issue.Effect.IsStorage && SegmentedArrays.In(view) is { } array:
                    loans.Add(array.Id);
                    break;
                case Loan loan when !issue.Effect.IsCounted:
                    loans.Add(loan.Id);
                    if (issue.Effect.Addressing != Model.Addressing.Followed || issue.Effect.CastsAwayReadOnly)
                    {
                        // From here on the compiler follows it no more, or lets it be written.
                        loans.Add(Values.Loan(issue, loan.Owner).Id);
                    }

                    break;
                case Loan loan:
                    loans.Add(Values.Loan(issue, loan.Owner).Id);
                    break;
                case var owner:
                    loans.Add(Values.Loan(issue, owner).Id);
                    break;
            }
        }

        return ValueSet.Of(loans);
    }

    /// <summary>A part of an object is a place of its own; a part of something that holds a view may be that view.</summary>
    private ValueSet Parts(ValueSet values, PathStep step)
    {
        if (OnlyOne(values) is { } only)
        {
            return only is Loan && step.ReachesView ? values : Values.Part(only, step)?.Alone ?? ValueSet.Empty;
        }

        var parts = new List<int>();
        foreach (var id in values.Ids)
        {
            if (Values[id] is Loan && step.ReachesView)
            {
                parts.Add(id);
            }
            else if (Values.Part(Values[id], step) is { } part)
            {
                parts.Add(part.Id);
            }
        }

        return ValueSet.Of(parts);
    }

    /// <summary>What references refer to: an element of lent storage, or the object itself where a variable was aliased.</summary>
    private ValueSet Contents(ValueSet references)
    {
        var contents = new List<int>();
        foreach (var id in references.Ids)
        {
            if (Values[id] is not Loan)
            {
                contents.Add(id);
            }
            else if (Values.Part(Values[id], PathStep.Content) is { } content)
            {
                contents.Add(content.Id);
            }
        }

        return ValueSet.Of(contents);
    }

    private static void Assign(Origin target, ValueSet values, HeldValues state)
    {
        state.Sets[target.Id] = values;
        state.ForgetReplaced(target.Id);
        foreach (var child in target.Children)
        {
            Unset(child, state);
        }
    }

    private static void Unset(Origin origin, HeldValues state)
    {
        state.Sets.Remove(origin.Id);
        state.ForgetReplaced(origin.Id);
        foreach (var child in origin.Children)
        {
            Unset(child, state);
        }
    }
}
