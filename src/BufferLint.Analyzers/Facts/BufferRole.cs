using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>What becomes of a buffer where it is mentioned.</summary>
internal enum BufferRoleKind
{
    /// <summary>Nothing that changes how much of it is data.</summary>
    None,

    /// <summary>A part of it is filled, from its start.</summary>
    Fill,

    /// <summary>All of it is read as data.</summary>
    Read,

    /// <summary>All of it may be filled, or somebody else may have it.</summary>
    Unknown,
}

/// <summary>The role of one mention.</summary>
/// <param name="Kind">What becomes of the buffer.</param>
/// <param name="Where">The call that does it.</param>
/// <param name="Mention">What stands for the buffer there.</param>
/// <param name="Length">What says how much is filled.</param>
internal readonly record struct BufferRole(BufferRoleKind Kind, IOperation? Where, IOperation? Mention, string? Length)
{
    public static readonly BufferRole None = new(BufferRoleKind.None, null, null, null);

    public static readonly BufferRole Unknown = new(BufferRoleKind.Unknown, null, null, null);
}
