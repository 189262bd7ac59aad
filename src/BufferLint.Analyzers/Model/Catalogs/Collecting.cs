// The members by which the framework's collections get elements and give them away again.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

/// <summary>Names of members, alike in all collections.</summary>
internal static class Collecting
{
    private static readonly ImmutableHashSet<string> Adding = ImmutableHashSet.Create("Add", "AddFirst", "AddLast", "Enqueue", "Insert", "Push", "TryAdd");

    private static readonly ImmutableHashSet<string> Looking = ImmutableHashSet.Create("Contains", "ContainsKey", "EnsureCapacity", "Peek", "ToArray", "TryGetValue", "TryPeek");

    /// <summary>Whether a member puts its arguments into the collection.</summary>
    public static bool Adds(string member) => Adding.Contains(member);

    /// <summary>Whether a member puts all elements into a new collection.</summary>
    public static bool Copies(string member) => member is "ToArray" or "ToList";

    /// <summary>Whether a member leaves the elements where they are.</summary>
    public static bool OnlyLooks(string member) => Looking.Contains(member);
}
