// How far rules about leaks look: an option of the user's.
namespace BufferLint.Checks;

/// <summary>The ways out of a method on which a lease is asked for.</summary>
internal enum PoolLeaks
{
    /// <summary>None, for leases of a pool; for others as <see cref="NormalPaths"/>.</summary>
    Off,

    /// <summary>Those that return. What is not of a pool is also asked for where the method itself throws.</summary>
    NormalPaths,

    /// <summary>Those too on which a call raised an exception.</summary>
    AllPaths,
}
