// How a read stands on the way from it: not given back, given back, or either; and where the advance is wanting so far.
using System.Collections.Immutable;

namespace BufferLint.CodeFixes.Sites;

/// <summary>All ways by which one point is reached from a read.</summary>
/// <param name="IsOpen">Whether on some way nothing ended the read.</param>
/// <param name="IsEnded">Whether on some way something did, or there was no read.</param>
/// <param name="Gaps">Where an advance would have to be put so that none is open.</param>
internal sealed record ReadPath(bool IsOpen, bool IsEnded, ImmutableArray<ReadGap> Gaps)
{
    /// <summary>No way leads here.</summary>
    public static ReadPath None { get; } = new(false, false, ImmutableArray<ReadGap>.Empty);

    /// <summary>Just after the read.</summary>
    public static ReadPath JustRead { get; } = None with { IsOpen = true };

    public bool IsReached => IsOpen || IsEnded;

    /// <summary>Whether the read is open on every way: an advance here comes once and only once.</summary>
    public bool IsSurelyOpen => IsOpen && !IsEnded;

    /// <summary>After something that ends the read, or may.</summary>
    public ReadPath Ended() => IsReached ? this with { IsOpen = false, IsEnded = true } : this;

    /// <summary>Once an advance is put at a place, where the read is surely open.</summary>
    public ReadPath EndedAt(ReadGap gap) => IsSurelyOpen ? Ended() with { Gaps = Gaps.Add(gap) } : this;

    public ReadPath Or(ReadPath other) => new(IsOpen || other.IsOpen, IsEnded || other.IsEnded, Gaps.AddRange(other.Gaps));
}
