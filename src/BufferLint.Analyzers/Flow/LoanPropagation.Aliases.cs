// One object under two names: what is put into it by one of them is in it by the other.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;

namespace BufferLint.Flow;

internal sealed partial class LoanPropagation
{
    /// <summary>With more paths that end in one step nobody asks each of them whether it is the same place.</summary>
    private const int MaxPaths = 64;

    private static readonly Origin[] NoOthers = System.Array.Empty<Origin>();

    /// <summary>The paths that end in one step, where there are several.</summary>
    private Dictionary<PathStep, Origin[]>? _byStep;

    /// <summary>Puts something into a place, by whatever names the object goes that the place is in.</summary>
    private void AssignEverywhere(Origin target, ValueSet values, HeldValues state)
    {
        if (target.Step is { IsStale: false, IsOfPointers: false } step)
        {
            foreach (var other in OthersEndingIn(step))
            {
                if (other != target && !other.IsTemporary && IsSamePlace(target, other, state))
                {
                    Assign(other, values, state);
                }
            }
        }

        Assign(target, values, state);
    }

    /// <summary>Whether two paths lead to one place: by the same steps from one object. A struct has places of its own under each name.</summary>
    private bool IsSamePlace(Origin one, Origin other, HeldValues state) =>
        one.Step is { } step && step.Equals(other.Step) && one.Parent is { } whole && other.Parent is { } otherWhole &&
        (whole == otherWhole || (step.Symbol is { ContainingType.IsValueType: true }
            ? IsSamePlace(whole, otherWhole, state)
            : Holds(state, whole) is { Count: 1 } held && Values[held.Ids[0]] is { IsAmbiguous: false } and not Loan && held.Equals(Holds(state, otherWhole))));

    private Origin[] OthersEndingIn(PathStep step)
    {
        _byStep ??= _facts.Origins.All.Where(static origin => origin is { Step: { IsStale: false, IsOfPointers: false }, IsTemporary: false })
            .GroupBy(static origin => origin.Step!).Where(static same => same.Skip(1).Any() && !same.Skip(MaxPaths).Any()).ToDictionary(static same => same.Key, static same => same.ToArray());
        return _byStep.TryGetValue(step, out var others) ? others : NoOthers;
    }
}
