// One value stands for another from here on, wherever it is held.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    private readonly Renaming _renamed = new();
    private readonly List<int> _named = new();

    /// <summary>What was made here in an earlier turn of a loop, perhaps on another way through it, becomes «an older one», told apart from the one made now.</summary>
    private void Age(Create create, HeldValues state)
    {
        if (!_seenCreates.Add(create.Id))
        {
            var recent = Values.Created(create, isOlder: false);
            Rename(state, value => value.Id == recent.Id ? Values.Created(create, isOlder: true) : value, root: recent.Id);
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
            if (!origin.IsTemporary && !state.Sets.ContainsKey(origin.Id) && Holds(state, origin) is { Count: 1 } one && given.ContainsKey(one.Ids[0]))
            {
                state.Sets[origin.Id] = one;
            }
        }

        // What was read out of it before is still what it was: the next node of a list that is released node by node.
        // Of several nodes nobody can say which one it was: other names of them are those of others.
        var roots = given.Keys.Select(Values.RootOf).Distinct().ToArray();
        Rename(state, value => given.TryGetValue(value.Id, out var released) ? released : value, ofParts: false, keeps: owners > 1, except: owners > 1 ? NamesOfOthers(release.Owner, state) : null, root: roots is [var only] ? only : -1);
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
    /// <param name="root">What all that is renamed is, or is a part or a loan of, if that is one value; else no number of any.</param>
    private void Rename(HeldValues state, System.Func<Value, Value?> rename, bool ofParts = true, bool keeps = false, HashSet<int>? except = null, int root = -1)
    {
        _renamed.Begin(Values.Count);
        for (var index = 0; index < state.Sets.Count; index++)
        {
            var entry = state.Sets.At(index);
            if (except?.Contains(entry.Key) == true)
            {
                continue;
            }

            _named.Clear();
            var changes = false;
            foreach (var value in entry.Value.Ids)
            {
                var now = root < 0 || Values.RootOf(value) == root ? Renamed(Values[value], rename, ofParts) : value;
                changes |= now != value;
                _named.Add(now);
                if (keeps && now != value)
                {
                    _named.Add(value);
                }
            }

            if (changes)
            {
                state.Sets[entry.Key] = ValueSet.Of(_named);
            }
        }
    }

    private int Renamed(Value value, System.Func<Value, Value?> rename, bool ofParts)
    {
        if (_renamed.TryGet(value.Id, out var known))
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
        return _renamed.Set(value.Id, (rename(inner) ?? inner).Id);
    }

    /// <summary>What values are called after the renaming that is under way, by number; to begin another costs nothing.</summary>
    private sealed class Renaming
    {
        private (int Round, int Name)[] _names = System.Array.Empty<(int Round, int Name)>();
        private int _round;

        /// <summary>Forgets all names.</summary>
        /// <param name="values">How many values there are so far.</param>
        public void Begin(int values)
        {
            _round++;
            if (_names.Length < values)
            {
                System.Array.Resize(ref _names, values + (values / 2));
            }
        }

        public bool TryGet(int value, out int name)
        {
            name = value < _names.Length ? _names[value].Name : 0;
            return value < _names.Length && _names[value].Round == _round;
        }

        /// <summary>Takes note of a name; one of a value that is new since <see cref="Begin"/> is found out again when it is asked for.</summary>
        public int Set(int value, int name)
        {
            if (value < _names.Length)
            {
                _names[value] = (_round, name);
            }

            return name;
        }
    }
}
