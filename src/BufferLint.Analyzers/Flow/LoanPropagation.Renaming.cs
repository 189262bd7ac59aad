// One value stands for another from here on, wherever it is held.
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    private void Rename(HeldValues state, System.Func<Value, Value?> rename)
    {
        var renamed = new Dictionary<int, int>();
        foreach (var id in state.Sets.Keys.ToArray())
        {
            var set = state.Sets[id];
            SortedSet<int>? replaced = null;
            foreach (var value in set.ToArray())
            {
                var now = Renamed(Values[value], rename, renamed);
                if (now != value)
                {
                    replaced ??= new SortedSet<int>(set.ToArray());
                    replaced.Remove(value);
                    replaced.Add(now);
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
            Part part => Values.Part(Values[Renamed(part.Of, rename, renamed)], part.Step) ?? value,
            _ => value,
        };
        return renamed[value.Id] = (rename(inner) ?? inner).Id;
    }
}
