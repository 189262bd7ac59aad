// The closed vocabulary in which tables, annotations and summaries say what a member does to buffers.
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>What a member does to a buffer or a view. Read each as a sentence about <see cref="Effect.Of"/>.</summary>
internal enum EffectKind
{
    /// <summary><see cref="Effect.Into"/> is a view of the storage of <see cref="Effect.Of"/>.</summary>
    ViewOf,

    /// <summary>The storage may be replaced by another: views are dead.</summary>
    Moves,

    /// <summary>Same storage, other contents or count: an element read through a view is not what it was.</summary>
    Shifts,

    /// <summary>The storage, or the part under <see cref="Effect.Key"/>, now belongs to somebody else.</summary>
    Recycles,

    /// <summary>The reader or writer goes on: leases taken of it before have ended.</summary>
    Advances,

    /// <summary>The next part is read: the lease of the part before must have ended.</summary>
    ReadsOn,

    /// <summary>Room for the number of elements in <see cref="Effect.Amount"/> is made now.</summary>
    Reserves,

    /// <summary>The number of elements in <see cref="Effect.Amount"/> is taken from the room made before.</summary>
    Fills,

    /// <summary>The next write goes to an earlier place, where there is room already.</summary>
    Rewinds,

    /// <summary>The object made keeps one storage for life: growing it throws, its views never die.</summary>
    NeverMoves,

    /// <summary>What is asked was copied when the view was taken, or is no access at all: not a use.</summary>
    Snapshot,

    /// <summary><see cref="Effect.Into"/> is a lease that owes a release of <see cref="Effect.Family"/>.</summary>
    Acquires,

    /// <summary>A view is ended; with a <see cref="Effect.Family"/>, the storage is given back and belongs to somebody else.</summary>
    Releases,

    /// <summary>Whoever gets it answers for its release from here on.</summary>
    Transfers,

    /// <summary>The member throws while a counted view is unreleased.</summary>
    RefusesWhileViewed,

    /// <summary>The memory is lent for the time of the call.</summary>
    Lent,

    /// <summary>The memory is kept beyond the call: whoever gives it must leave it alone.</summary>
    Keeps,

    /// <summary>The elements change places, in the same storage: what was under an index is under another.</summary>
    Reorders,

    /// <summary>The result says whether the key in <see cref="Effect.Key"/> is there; nothing is changed.</summary>
    TellsOfKey,

    /// <summary><see cref="Effect.Into"/> is another handle of <see cref="Effect.Of"/>: what is done to it is done to that.</summary>
    ForwardsTo,

    /// <summary>Work begins that uses what <see cref="Effect.Of"/> holds, and of which the call returns nothing to wait for.</summary>
    Starts,

    /// <summary>The work that <see cref="Effect.Of"/> stands for is over when the member returns, or is asked whether it is.</summary>
    Joins,

    /// <summary>The work that <see cref="Effect.Of"/> stands for is waited for no longer than something else: it may go on after that.</summary>
    Abandons,
}

/// <summary>How many elements a growing member adds.</summary>
internal enum Growth
{
    /// <summary>Nobody can say.</summary>
    Unknown,

    /// <summary>One.</summary>
    One,

    /// <summary>As many as <see cref="Effect.Elements"/> says, always.</summary>
    Fixed,

    /// <summary>As many as the argument in <see cref="Effect.Amount"/> has elements.</summary>
    CountOfAmount,

    /// <summary>As many as the number in <see cref="Effect.Amount"/>, at least one; nothing is added yet.</summary>
    HintInAmount,

    /// <summary>The capacity becomes the number in <see cref="Effect.Amount"/>.</summary>
    CapacityIsAmount,

    /// <summary>The capacity becomes at least the number in <see cref="Effect.Amount"/>.</summary>
    CapacityAtLeastAmount,

    /// <summary>The count becomes the number in <see cref="Effect.Amount"/>.</summary>
    CountIsAmount,

    /// <summary>The capacity becomes what the elements need.</summary>
    CapacityIsCount,

    /// <summary>One element goes, and leaves its room.</summary>
    OneLess,
}

/// <summary>One thing a member does: <paramref name="Kind"/>, said of <paramref name="Of"/>.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Of">The owner that is viewed, moved…; the view that is released, asked….</param>
internal sealed record Effect(EffectKind Kind, Slot Of)
{
    /// <summary>Where the view comes out (of <see cref="EffectKind.ViewOf"/>).</summary>
    public Slot Into { get; init; } = Slot.Result;

    /// <summary>The argument that names the part viewed, moved around or recycled: a dictionary's key.</summary>
    public Slot Key { get; init; } = Slot.None;

    /// <summary>The argument that says how much; see <see cref="Growth"/>.</summary>
    public Slot Amount { get; init; } = Slot.None;

    /// <summary>How much a moving or reserving member adds.</summary>
    public Growth Growth { get; init; }

    /// <summary>How many elements a member adds (of <see cref="Growth.Fixed"/>).</summary>
    public int Elements { get; init; }

    /// <summary>Taking the view changes the owner (it adds a key): it cannot be taken again as a repair.</summary>
    public bool IsImpure { get; init; }

    /// <summary>The view handed out may not be written.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The view may be written though what it is of may not: nothing was asked, and nothing copied.</summary>
    public bool CastsAwayReadOnly { get; init; }

    /// <summary>The view is the very object under another type: whatever becomes of its elements, it still is.</summary>
    public bool IsSameObject { get; init; }

    /// <summary>What the view is of refuses to be written (of <see cref="CastsAwayReadOnly"/>).</summary>
    public bool IsOfRefusing { get; init; }

    /// <summary>The view lives until it is released, used or not.</summary>
    public bool IsCounted { get; init; }

    /// <summary>The storage viewed is never replaced, whatever is written into its owner.</summary>
    public bool StaysInPlace { get; init; }

    /// <summary>How the view reaches its storage.</summary>
    public Addressing Addressing { get; init; }

    /// <summary>The view is a lease: good until the reader or writer it is of advances.</summary>
    public bool IsLease { get; init; }

    /// <summary>The view is the storage itself, by its own name: to give it back is to give that back.</summary>
    public bool IsStorage { get; init; }

    /// <summary>The variable given by reference gets another object; other names of the old one are stale copies.</summary>
    public bool RenewsVariable { get; init; }

    /// <summary>What is given is an address: all names of it are stale afterwards, not only views of what lies there.</summary>
    public bool EndsNames { get; init; }

    /// <summary>Counted views are no matter: while one is unreleased the member throws and moves nothing.</summary>
    public bool SparesCounted { get; init; }

    /// <summary>How the lease is acquired and released; <see langword="null"/> for views that are only counted.</summary>
    public ReleaseFamily? Family { get; init; }

    /// <summary>The pool that a lease comes from, or goes to, by a name that no other pool has; <see langword="null"/> if it is not known which.</summary>
    public string? Pool { get; init; }

    /// <summary>How many bytes a character of the text has that is leased, or wiped when it is released; zero if that is not known.</summary>
    public int CharacterSize { get; init; }

    /// <summary>How a leased text is wiped and released; <see langword="null"/> if it is none.</summary>
    public string? WipingRelease { get; init; }

    /// <summary>Releasing once more does nothing.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>It happens on some ways through the callee only.</summary>
    public bool IsPossible { get; init; }

    /// <summary>The exception of <see cref="EffectKind.RefusesWhileViewed"/>.</summary>
    public ITypeSymbol? Exception { get; init; }

    /// <summary>Whether views of <see cref="Of"/> that were taken before are broken.</summary>
    public bool BreaksViews => Kind is EffectKind.Moves or EffectKind.Shifts or EffectKind.Recycles or EffectKind.Advances or EffectKind.ReadsOn or EffectKind.RefusesWhileViewed || GivesBack;

    /// <summary>Whether the storage of <see cref="Of"/> belongs to somebody else from here on, and every name of it is dead.</summary>
    public bool GivesBack => Kind == EffectKind.Releases && Family is not null;

    /// <summary>Whether it may only be done to a lease of <see cref="Family"/>: to release it, or to move its block.</summary>
    public bool DemandsFamily => Kind is EffectKind.Releases or EffectKind.Moves && Family is not null;

    public static Effect View(Slot of) => new(EffectKind.ViewOf, of);

    public static Effect Move(Slot of, Growth growth = Growth.Unknown) => new(EffectKind.Moves, of) { Growth = growth };

    public static Effect Move(Slot of, Growth growth, Slot amount) => new(EffectKind.Moves, of) { Growth = growth, Amount = amount };

    public static Effect Shift(Slot of) => new(EffectKind.Shifts, of);

    /// <summary>A shift that makes place for other elements: none goes.</summary>
    public static Effect Displace(Slot of) => new(EffectKind.Shifts, of) { Growth = Growth.One };

    /// <summary>A lease of what is next to be read from, or written to, a slot.</summary>
    public static Effect Lease(Slot of) => new(EffectKind.ViewOf, of) { IsLease = true };

    public static Effect Advance(Slot of) => new(EffectKind.Advances, of);

    /// <summary>The result is a lease.</summary>
    public static Effect Acquire(ReleaseFamily family) => new(EffectKind.Acquires, Slot.Result) { Family = family };

    /// <summary>A lease is given back.</summary>
    public static Effect GiveBack(Slot of, ReleaseFamily family) => new(EffectKind.Releases, of) { Family = family };

    public static Effect Snapshot(Slot of) => new(EffectKind.Snapshot, of);
}
