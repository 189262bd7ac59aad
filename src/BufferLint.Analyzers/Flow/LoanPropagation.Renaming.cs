// One value stands for another from here on, wherever it is held.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    /// <summary>What is given back is not what it was, whoever holds it; objects that nobody can tell apart stay as they are.</summary>
    private void GiveBack(Invalidate release, HeldValues state)
    {
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
            state.GivenBack.UnionWith(given.Keys);
        }

        // A path that nobody assigned holds its part of what its parent holds: from here on it has an entry of its own.
        foreach (var origin in _facts.Origins.All)
        {
            if (!origin.IsTemporary && !state.Sets.ContainsKey(origin.Id) && Holds(state, origin) is { Count: 1 } only && given.ContainsKey(only.Ids[0]))
            {
                state.Sets[origin.Id] = only;
            }
        }

        Rename(state, value => given.TryGetValue(value.Id, out var released) ? released : value, keeps: owners > 1, except: owners > 1 ? _exchanges.With(release.Owner) : null);
    }

    /// <param name="state">The state.</param>
    /// <param name="rename">What stands for a value from here on.</param>
    /// <param name="keeps">Whether it may also still be what it was.</param>
    /// <param name="except">Names that hold something else than the one it is about, whichever that is.</param>
    private void Rename(HeldValues state, System.Func<Value, Value?> rename, bool keeps = false, HashSet<int>? except = null)
    {
        var renamed = new Dictionary<int, int>();
        foreach (var id in state.Sets.Keys.ToArray())
        {
            if (except?.Contains(id) == true)
            {
                continue;
            }

            var set = state.Sets[id];
            SortedSet<int>? replaced = null;
            foreach (var value in set.ToArray())
            {
                var now = Renamed(Values[value], rename, renamed);
                if (now != value)
                {
                    replaced ??= new SortedSet<int>(set.ToArray());
                    replaced.Add(now);
                    if (!keeps)
                    {
                        replaced.Remove(value);
                    }
                }
            }

            if (replaced is not null)
            {
                state.Sets[id] = ValueSet.Of(replaced);
            }
        }
    }

    private int Renamed(Value value, System.Func<Value, Value?> rename, Dictionary<int, int> renamed)
    {
        if (renamed.TryGetValue(value.Id, out var known))
        {
            return known;
        }

        var inner = value switch
        {
            Loan loan => Values.Loan(loan.Site, Values[Renamed(loan.Owner, rename, renamed)]),
            Released released => Values[Renamed(released.Of, rename, renamed)] is not Released and var of ? Values.Released(of, released.Site) : value,
            Part part => Values.Part(Values[Renamed(part.Of, rename, renamed)], part.Step) ?? value,
            _ => value,
        };
        return renamed[value.Id] = (rename(inner) ?? inner).Id;
    }
}
