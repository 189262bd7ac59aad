// What must show in a body before a rule has anything to ask of it. A rule that is off looks for nothing.
using System;

namespace BufferLint.Model;

/// <summary>What a rule looks for. Where rules overlap they look for the same signs; the screen looks for those of the rules that are on, and no others.</summary>
[Flags]
internal enum Signs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Names of members that move, shift or recycle storage, or refuse to.</summary>
    Moves = 1,

    /// <summary>Names of members by which a reader or writer goes on.</summary>
    Advances = 1 << 1,

    /// <summary>Names of members that acquire leases or give them back, and of own members that give back for others.</summary>
    Leases = 1 << 2,

    /// <summary>Addresses that are taken, and references that the compiler does not follow.</summary>
    Addresses = 1 << 3,

    /// <summary>Casts of what may only be read.</summary>
    Casts = 1 << 4,

    /// <summary>Calls back into code that somebody else wrote.</summary>
    Callbacks = 1 << 5,

    /// <summary>Awaits, and fields that others change meanwhile.</summary>
    Waits = 1 << 6,

    /// <summary>Operations nobody waits for at once, and calls that fill buffers.</summary>
    Refills = 1 << 7,

    /// <summary>Structs that may own storage, put somewhere twice.</summary>
    Copies = 1 << 8,

    /// <summary>Work that other members of the type leave running in its fields.</summary>
    WorkInFields = 1 << 9,

    /// <summary>Fields of the type that keep what was released.</summary>
    KeptFields = 1 << 10,

    /// <summary>Parameters with memory that may be kept.</summary>
    KeptMemory = 1 << 11,

    /// <summary>Room that is needed, and sizes that show.</summary>
    Sizes = 1 << 12,

    /// <summary>Whatever ends views.</summary>
    Ends = Moves | Advances | Leases,

    /// <summary>What the words of a body say by themselves, sizes left out.</summary>
    Words = Ends | Addresses | Casts | Callbacks | Waits | Refills | Copies,

    /// <summary>Everything.</summary>
    All = Words | WorkInFields | KeptFields | KeptMemory | Sizes,
}
