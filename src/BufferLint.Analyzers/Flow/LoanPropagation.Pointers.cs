// What a handle has lent and counts. A release names the handle alone, so it is found by the handle, whatever name that has.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    /// <summary>Which of what a handle has lent a release may be about: what is lent still, or else what was released before.</summary>
    public ValueSet Due(HeldValues state, Origin pointers)
    {
        var lent = Holds(state, pointers);
        var open = Open(lent);
        return open.IsEmpty ? lent : open;
    }

    /// <summary>What is known to be lent by what a handle's name holds, released or not.</summary>
    private ValueSet LentBy(HeldValues state, Origin handle)
    {
        var handles = Holds(state, handle);
        var lent = ValueSet.Empty;
        foreach (var pointers in PointersIn(state))
        {
            lent = Holds(state, pointers.Parent!).Intersect(handles).IsEmpty ? lent : lent.Union(state.Sets[pointers.Id]);
        }

        return lent;
    }

    /// <summary>One more is lent: a release from here on is not about what was released before.</summary>
    private void Lend(Origin pointers, ValueSet lent, HeldValues state)
    {
        var before = Open(Holds(state, pointers));
        ForgetReleased(state);
        state.Sets[pointers.Id] = before.Union(lent);
    }

    /// <summary>Where a question was asked that may be the one whether anything is lent still, nothing is surely released.</summary>
    private void ForgetReleased(HeldValues state)
    {
        foreach (var pointers in PointersIn(state).ToArray())
        {
            state.Sets[pointers.Id] = Open(state.Sets[pointers.Id]);
        }
    }

    /// <summary>Of several that are lent nobody knows which was released: of those nothing is said any more.</summary>
    private void GiveBackLent(Invalidate release, HeldValues state)
    {
        var lent = Holds(state, release.Owner);
        var open = Open(lent);
        if (OnlyOne(lent) is { } before and not Created)
        {
            // Lent to whoever calls this.
            state.GivenBack = state.GivenBack.Union(before.Alone);
            return;
        }

        if (OnlyOne(open) is { IsAmbiguous: false } only)
        {
            Rename(state, value => value == only ? Values.Released(only, release) : value);
            return;
        }

        foreach (var pointers in PointersIn(state).ToArray())
        {
            state.Sets[pointers.Id] = state.Sets[pointers.Id].Without(open);
        }
    }

    private ValueSet Open(ValueSet lent) => ValueSet.Of(lent.ToArray().Where(id => Values[id] is Created).ToList());

    private IEnumerable<Origin> PointersIn(HeldValues state) =>
        state.Sets.Select(entry => _facts.Origins.All[entry.Key]).Where(static origin => origin.Step is { IsOfPointers: true });
}
