// What a check found, before it is worded and placed.
using System.Collections.Immutable;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>A broken rule, told in three places.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Taken">Where the view, or the other name of an array, was taken.</param>
/// <param name="Owner">The object whose storage is meant.</param>
/// <param name="Broken">What broke it; the squiggle.</param>
/// <param name="View">What holds the view.</param>
/// <param name="StillNeeded">Why the view matters after that: a later use, or the release that comes too late; <see langword="null"/> if it is simply never released.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, SyntaxNode Taken, Value Owner, Invalidate Broken, Origin View, Fact? StillNeeded)
{
    /// <summary>The loan; <see langword="null"/> where an array has another name rather than a view.</summary>
    public Loan? Loan { get; init; }

    /// <summary>Where the lease was acquired, or came in; <see langword="null"/> if that is not in this body.</summary>
    public SyntaxNode? Acquired { get; init; }

    /// <summary>How the lease was acquired, where that is what is wrong; <see langword="null"/> if it is none.</summary>
    public Effect? Lease { get; init; }

    /// <summary>Where work gets the view: the mention in the code that is handed over, or the argument.</summary>
    public SyntaxNode? HandedOver { get; init; }

    /// <summary>Of work that is made before its buffer goes: where it is started after that.</summary>
    public SyntaxNode? StartedAt { get; init; }

    /// <summary>Of work: the functions in which it begins, from the one called outermost inwards.</summary>
    public ImmutableArray<string> BegunIn { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Of a view that is yielded: where such views are kept.</summary>
    public SyntaxNode? Collected { get; init; }

    /// <summary>Of a wait: whether it is what the thread owns that others may use meanwhile.</summary>
    public bool IsOfThread { get; init; }

    /// <summary>Of a wait: the member that others may call meanwhile.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>Whether a lease is released, or handed on, on some other way.</summary>
    public bool IsReleasedElsewhere { get; init; }

    /// <summary>Whether a lease is left behind by an exception rather than where the method returns.</summary>
    public bool IsLeftByException { get; init; }

    /// <summary>Of an address that leaves: when it ends.</summary>
    public AddressEnd End { get; init; }

    /// <summary>Of an address that leaves: whether it is stored in <see cref="View"/>; else it is returned.</summary>
    public bool IsKept { get; init; }

    /// <summary>Of memory that is kept beyond a call: which, and by what.</summary>
    public Kept? Kept { get; init; }

    /// <summary>Of storage that is only to be read: what is done with it.</summary>
    public ReadOnlyUse? ReadOnly { get; init; }

    /// <summary>Of sizes: what does not fit.</summary>
    public Misfit? Misfit { get; init; }

    /// <summary>Of a buffer longer than its data: what reads it to its end.</summary>
    public PartialRead? Partial { get; init; }

    /// <summary>Of a field that keeps what was released: who comes next.</summary>
    public KeptRelease? KeptRelease { get; init; }

    /// <summary>Of a lease that two objects release: how each of them was made, and how it ends.</summary>
    public SharedLease? Shared { get; init; }

    /// <summary>Of a struct that is copied into one thing twice: the copies, and how each of them releases.</summary>
    public CopiedLease? Copied { get; init; }

    /// <summary>Whether the contents had shifted under the view already, on every path.</summary>
    public bool ComesAfterShift { get; init; }

    /// <summary>What the fixers need to know, by the names in <see cref="FindingProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
