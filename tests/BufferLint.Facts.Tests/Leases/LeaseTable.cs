// Every kind of lease the tables speak of.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.ExecutedFacts.Leases;

internal static class LeaseTable
{
    private static readonly ImmutableArray<ILease> All =
    [
        .. PoolLeases.All,
        .. ToolkitLeases.All,
        .. HandleLeases.All,
        .. PinLeases.All,
        .. NativeLeases.All,
        .. MappedLeases.All,
        DocumentLeases.All,
        StreamLeases.All,
    ];

    /// <summary>The lease that a member acquires or releases.</summary>
    /// <param name="id">Its documentation id, or the name of a type that is disposed of.</param>
    public static ILease? Of(string id) => All.FirstOrDefault(lease => lease.Knows(id));
}
