// The state of adoptions at one point.
using System.Collections.Generic;

namespace BufferLint.Flow;

/// <summary>Objects that were made with one lease each, or two of them with one.</summary>
internal sealed class Adopters
{
    public HashSet<Pair> All { get; init; } = new();

    /// <summary>One object, or two.</summary>
    /// <param name="First">The number of the adoption by the first.</param>
    /// <param name="IsOlder">Whether the first was made in an earlier turn of a loop.</param>
    /// <param name="FirstHasLeft">Whether others got it.</param>
    /// <param name="Second">The number of the adoption by the second; negative if there is none.</param>
    /// <param name="SecondHasLeft">Whether others got that.</param>
    internal readonly record struct Pair(int First, bool IsOlder, bool FirstHasLeft, int Second, bool SecondHasLeft);
}
