// The state of loan propagation at one point.
namespace BufferLint.Flow;

/// <summary>What every origin holds at one point. A path without an entry holds that part of what its parent holds.</summary>
internal sealed class HeldValues
{
    public HeldValues(OriginMap sets) => Sets = sets;

    /// <summary>By origin; absent where nothing was assigned yet.</summary>
    public OriginMap Sets { get; }

    /// <summary>The paths, by number, that the body itself surely gave something else: what was there on entry is not there any more.</summary>
    public ValueSet Replaced { get; set; }

    /// <summary>The values that were given back, or are not there, on every way here.</summary>
    public ValueSet GivenBack { get; set; }
}
