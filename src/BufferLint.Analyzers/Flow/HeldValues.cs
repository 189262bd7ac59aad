// The state of loan propagation at one point.
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>What every origin holds at one point. A path without an entry holds that part of what its parent holds.</summary>
internal sealed class HeldValues
{
    public HeldValues(Dictionary<int, ValueSet> sets) => Sets = sets;

    /// <summary>By origin; absent where nothing was assigned yet.</summary>
    public Dictionary<int, ValueSet> Sets { get; }

    /// <summary>The paths that the body itself surely gave something else: what was there on entry is not there any more.</summary>
    public HashSet<int> Replaced { get; init; } = new();

    /// <summary>The values that were given back, or are not there, on every way here.</summary>
    public HashSet<int> GivenBack { get; init; } = new();
}
