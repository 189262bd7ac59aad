// One value stands for another from here on, wherever it is held.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    /// <summary>What values are called after the renaming that is under way.</summary>
    private readonly Dictionary<int, int> _renamed = new();

    /// <summary>What was made here in an earlier turn of a loop, perhaps on another way through it, becomes «an older one», told apart from the one made now.</summary>
    private void Age(Create create, HeldValues state)
    {
        if (!_seenCreates.Add(create.Id))
        {
            var recent = Values.Created(create, isOlder: false);
            Rename(state, value => value == recent ? Values.Created(create, isOlder: true) : value);
        }
    }

    /// <summary>What is given back is not what it was, whoever holds it; objects that nobody can tell apart stay as they are.</summary>
    private void GiveBack(Invalidate release, HeldValues state)
    {
        if (release.Owner.Step is { IsOfPointers: true })
        {
            GiveBackLent(release, state);
            return;
        }

        var given = new Dictionary<int, Value>();
        var owners = 0;
        foreach (var id in Holds(state, release.Owner).Ids)
        {
            // A lease may be a view as well, as a pin is of what it pins: that is another's.
            owners += Values[id] is Loan ? 0 : 1;
            if (Values[id] is { IsAmbiguous: false } value and not (Loan or Released))
            {
                given.Add(id, Values.Released(value, release));
            }
        }

        if (given.Count == 0)
        {
            return;
        }

        if (owners == 1)
        {
            state.GivenBack = given.Keys.Aggregate(state.GivenBack, static (all, id) => all.Union(ValueSet.Of(id)));
        }

        // A path that nobody assigned holds its part of what its parent holds: from here on it has an entry of its own.
        foreach (var origin in _facts.Origins.All)
        {
            if (!origin.IsTemporary && !state.Sets.ContainsKey(origin.Id) && Holds(state, origin) is { Count: 1 } only && given.ContainsKey(only.Ids[0]))
            {
                state.Sets[origin.Id] = only;
            }
        }

        // What was read out of it before is still what it was: the next node of a list that is released node by node.
        // Of several nodes nobody can say which one it was: other names of them are those of others.
        Rename(state, value => given.TryGetValue(value.Id, out var released) ? released : value, ofParts: false, keeps: owners > 1, except: owners > 1 ? NamesOfOthers(release.Owner, state) : null);
    }

    /// <summary>Names that hold something else than an owner does, whichever of several it is: those it exchanges with, and those of parts alone.</summary>
    private HashSet<int> NamesOfOthers(Origin owner, HeldValues state)
    {
        var others = new HashSet<int>(_exchanges.With(owner));
        others.UnionWith(state.Sets.Where(entry => entry.Key != owner.Id && !entry.Value.IsEmpty && entry.Value.ToArray().All(id => Values[id] is Part or Released { Of: Part })).Select(static entry => entry.Key));
        return others;
    }

    /// <summary>The variable that paths are indexed by got another value: they mean any element from here on, and hold what nobody knows.</summary>
    private void ForgetIndex(Microsoft.CodeAnalysis.ISymbol index, HeldValues state)
    {
        Rename(state, part => part is Part { Of: var whole, Step: { IsStale: false, IndexSymbol: { } by } step } && Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(by, index) ? Values.Part(whole, step.ToStale()) : part);
        foreach (var entry in state.Sets)
        {
            var origin = _facts.Origins.All[entry.Key];
            if (origin.Step?.IndexSymbol is { } by && Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(by, index))
            {
                Unset(origin, state);
            }
        }
    }

    /// <summary>What was taken from under an index is under another by now.</summary>
    private void Reorder(ValueSet containers, HeldValues state)
    {
        foreach (var entry in state.Sets)
        {
            var origin = _facts.Origins.All[entry.Key];
            if (origin is { Step.IsElement: true, Parent: { } parent } && !Holds(state, parent).Intersect(containers).IsEmpty)
            {
                Unset(origin, state);
            }
        }

        Rename(state, part => part is Part { Of: var of, Step: { IsStale: false, IsElement: true } step } && containers.Contains(of.Id) ? Values.Part(of, step.ToStale()) : part);
    }

    /// <param name="state">The state.</param>
    /// <param name="rename">What stands for a value from here on.</param>
    /// <param name="ofParts">Whether the parts of what is renamed are parts of what it is from here on.</param>
    /// <param name="keeps">Whether it may also still be what it was.</param>
    /// <param name="except">Names that hold something else than the one it is about, whichever that is.</param>
    private void Rename(HeldValues state, System.Func<Value, Value?> rename, bool ofParts = true, bool keeps = false, HashSet<int>? except = null)
    {
        _renamed.Clear();
        for (var index = 0; index < state.Sets.Count; index++)
        {
            var entry = state.Sets.At(index);
            if (except?.Contains(entry.Key) == true)
            {
                continue;
            }

            SortedSet<int>? replaced = null;
            foreach (var value in entry.Value.Ids)
            {
                var now = Renamed(Values[value], rename, ofParts);
                if (now != value)
                {
                    replaced ??= new SortedSet<int>(entry.Value.ToArray());
                    replaced.Add(now);
                    if (!keeps)
                    {
                        replaced.Remove(value);
                    }
                }
            }

            if (replaced is not null)
            {
                state.Sets[entry.Key] = ValueSet.Of(replaced);
            }
        }
    }

    private int Renamed(Value value, System.Func<Value, Value?> rename, bool ofParts)
    {
        if (_renamed.TryGetValue(value.Id, out var known))
        {
            return known;
        }

        var inner = value switch
        {
            Loan loan => Values.Loan(loan.Site, Values[Renamed(loan.Owner, rename, ofParts)]),
            Released released => Values[Renamed(released.Of, rename, ofParts)] is not Released and var of ? Values.Released(of, released.Site) : value,
            Part part when ofParts || part.Step.IsHandleOfView => Values.Part(Values[Renamed(part.Of, rename, ofParts)], part.Step) ?? value,
            _ => value,
        };
        return _renamed[value.Id] = (rename(inner) ?? inner).Id;
    }
}
