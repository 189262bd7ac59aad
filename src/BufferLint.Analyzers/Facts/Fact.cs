// The meeting point of the pipeline: the few tiny things that happen in a body, as far as buffers care. Quirks of the
// language stop before here; all that comes after sees only these.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>How a view is used.</summary>
internal enum UseKind
{
    /// <summary>An element is read.</summary>
    Read,

    /// <summary>An element is written.</summary>
    Write,

    /// <summary>The view is handed to a call that may read and write elements.</summary>
    Pass,

    /// <summary>The view is handed to a call that only reads elements.</summary>
    PassToRead,

    /// <summary>Another view is derived.</summary>
    Derive,

    /// <summary>The view is returned or yielded.</summary>
    Return,

    /// <summary>The view is stored where other code finds it.</summary>
    Store,

    /// <summary>The view is captured by a lambda or local function.</summary>
    Capture,
}

/// <summary>One thing that happens. A program point is a fact, so «the state here» is never in doubt.</summary>
/// <param name="Syntax">Where in the source.</param>
internal abstract record Fact(SyntaxNode Syntax)
{
    /// <summary>The number of the fact within the body, in order of evaluation.</summary>
    public int Id { get; set; }
}

/// <summary><paramref name="Target"/> now holds a view of the storage of what <paramref name="Owner"/> holds.</summary>
internal sealed record Issue(SyntaxNode Syntax, Origin Target, Origin Owner, Effect Effect, object? Key) : Fact(Syntax)
{
    /// <summary>Whether it is the place that is viewed, whatever object it holds by then: a callee looked into its own field.</summary>
    public bool IsOfPlace { get; init; }

    /// <summary>Whether what is viewed surely lies in an object of the collector's.</summary>
    public bool IsOfObject { get; init; }

    /// <summary>The field or property whose array or string is viewed, where it is named.</summary>
    public ISymbol? Field { get; init; }

    /// <summary>Whether a callee derived it, so that nothing here says that what it is derived from was used.</summary>
    public bool IsHandedOut { get; init; }
}

/// <summary><paramref name="Target"/> now holds an object that nothing else holds.</summary>
internal sealed record Create(SyntaxNode Syntax, Origin Target, bool NeverMoves) : Fact(Syntax)
{
    /// <summary>The object's exact type, where it is made here; else <see langword="null"/>.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>How it was acquired and is to be released, where it is a lease; else <see langword="null"/>.</summary>
    public Effect? Lease { get; init; }

    /// <summary>Of what a fixed statement keeps in its place: what holds it, if it has a name here.</summary>
    public Origin? Pins { get; init; }

    /// <summary>Whether it may not be written: a constant, a text or read-only view that came from elsewhere, an object made to refuse it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Of an address that a handle lends: what holds the handle.</summary>
    public Origin? LentBy { get; init; }

    /// <summary>Whether it is a text or frozen array that was made just now: nobody else's until others are given it.</summary>
    public bool IsNewReadOnly { get; init; }

    /// <summary>Whether that surely lies in an object of the collector's.</summary>
    public bool IsOfObject { get; init; }

    /// <summary>The field or property whose array or string is kept in its place, where it is named.</summary>
    public ISymbol? Field { get; init; }
}

/// <summary><paramref name="Target"/> now holds what <paramref name="Sources"/> hold; what it held is gone unless <paramref name="Adds"/>.</summary>
internal sealed record OriginFlow(SyntaxNode Syntax, Origin Target, ImmutableArray<Origin> Sources, bool Adds, bool Dereferences) : Fact(Syntax)
{
    /// <summary>Whether it only follows from a call, or from a copy of the whole: the source assigns something else.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Whether it is a handler that does it, called through an interface or base type: what it keeps of memory is told there.</summary>
    public bool IsByHandler { get; init; }
}

/// <summary>An element is accessed, or the view goes on its way.</summary>
internal sealed record Use(SyntaxNode Syntax, Origin Origin, UseKind Kind) : Fact(Syntax)
{
    /// <summary>Whether who gets it may keep it, and answers for its release.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Whether who gets it is known to keep it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether an address is only printed, compared or looked up, as any number may be.</summary>
    public bool IsOfNumber { get; init; }

    /// <summary>Whether it is given to native code that keeps it beyond the call.</summary>
    public bool IsKeptByNative { get; init; }

    /// <summary>Whether who gets it is known to write it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether it is read-only from here on, for those who get it in another form.</summary>
    public bool IsMadeReadOnly { get; init; }

    /// <summary>Whether an element is, or may well be, read or written.</summary>
    public bool TouchesElements => Kind is UseKind.Read or UseKind.Write or UseKind.Pass or UseKind.PassToRead;

    /// <summary>Whether the storage may be written.</summary>
    public bool MayWrite => Kind is not (UseKind.Read or UseKind.Derive or UseKind.PassToRead);
}

/// <summary>Views of the storage of what <paramref name="Owner"/> holds are broken.</summary>
/// <param name="Amount">How many elements are added, or the new capacity; <see langword="null"/> if not known.</param>
/// <param name="Trips">How often it happens in all, where it stands in several loops with constant bounds; else one.</param>
internal sealed record Invalidate(SyntaxNode Syntax, Origin Owner, Effect Effect, object? Key, Quantity? Amount, int Trips) : Fact(Syntax)
{
    /// <summary>How the call that stands here comes to break views; <see langword="null"/> where it is said to do so itself.</summary>
    public CallChain? Chain { get; init; }
}

/// <summary>Work begins that goes on when the call has returned: <paramref name="Task"/> stands for it, <paramref name="Work"/> holds what it uses.</summary>
internal sealed record Start(SyntaxNode Syntax, Origin Task, Origin Work) : Fact(Syntax)
{
    /// <summary>Whether the work is code that was handed over, not what the called member itself does.</summary>
    public bool IsDelegated { get; init; }

    /// <summary>What it is given beside its code; <see langword="null"/> if that is all.</summary>
    public SyntaxNode? Given { get; init; }

    /// <summary>Of a handler: what raises its event, where that is a variable.</summary>
    public Origin? Raiser { get; init; }

    /// <summary>The functions in which it begins, from the one called here inwards; none where the call begins it itself.</summary>
    public ImmutableArray<string> Through { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>The work that <paramref name="Task"/> stands for is over.</summary>
/// <param name="HasReturned">Whether the waiting came to its regular end: only then is work over that was not waited for to its own.</param>
internal sealed record Join(SyntaxNode Syntax, Origin Task, bool HasReturned) : Fact(Syntax);

/// <summary>From here on the work that <paramref name="Task"/> stands for is waited for with something else that may end the waiting.</summary>
internal sealed record Abandon(SyntaxNode Syntax, Origin Task) : Fact(Syntax);

/// <summary>What <paramref name="Owner"/> holds was made just now, empty, with room for <paramref name="Amount"/> elements.</summary>
internal sealed record Reserve(SyntaxNode Syntax, Origin Owner, Quantity Amount) : Fact(Syntax);

/// <summary><paramref name="Amount"/> elements of the room in what <paramref name="Owner"/> holds are taken.</summary>
internal sealed record Fill(SyntaxNode Syntax, Origin Owner, Quantity? Amount) : Fact(Syntax);

/// <summary>The next write to what <paramref name="Owner"/> holds goes to a place before its end.</summary>
internal sealed record Rewind(SyntaxNode Syntax, Origin Owner) : Fact(Syntax);

/// <summary>What <paramref name="Owner"/> holds has an entry under <paramref name="Key"/>: it was read, and nothing was thrown.</summary>
internal sealed record FindKey(SyntaxNode Syntax, Origin Owner, object Key) : Fact(Syntax);

/// <summary>The elements of what <paramref name="Owner"/> holds changed places: paths through an index mean others from here on.</summary>
internal sealed record Reorder(SyntaxNode Syntax, Origin Owner) : Fact(Syntax);

/// <summary>The counted views that <paramref name="View"/> holds are ended, or handed to code that may end them.</summary>
internal sealed record Release(SyntaxNode Syntax, Origin View, bool IsHandedOver = false) : Fact(Syntax);

/// <summary>Code that nobody describes gets what <paramref name="Owner"/> holds, and may read, advance and grow it.</summary>
/// <param name="IsKept">Whether that code may keep it, and act on it whenever it is called.</param>
internal sealed record HandOver(SyntaxNode Syntax, Origin Owner, bool IsKept) : Fact(Syntax);

/// <summary>Code runs that this type did not write, and that may know what this body has a view of.</summary>
/// <param name="Called">The delegate that is called; <c>this</c> where a derived type may have overridden what is called.</param>
/// <param name="IsOverridable">Whether it is a member of this object rather than a delegate.</param>
internal sealed record Callback(SyntaxNode Syntax, Origin Called, bool IsOverridable) : Fact(Syntax)
{
    /// <summary>What such code may do at worst, as if it were done here.</summary>
    public Invalidate Presumed(Origin owner) => new(Syntax, owner, Effect.Move(Slot.This), null, null, 1) { Id = Id };
}

/// <summary>The body waits, and other code of the object and of the thread may run, whether the waiting takes any time or not.</summary>
internal sealed record Suspend(SyntaxNode Syntax) : Fact(Syntax)
{
    /// <summary>What such code may do at worst, as if it were done here.</summary>
    public Invalidate Presumed(Origin owner) => new(Syntax, owner, Effect.Move(Slot.This), null, null, 1) { Id = Id };
}

/// <summary>A number variable was assigned: paths through it as an index mean other elements from here on.</summary>
/// <param name="Value">The number it was given, as far as the source tells.</param>
internal sealed record Forget(SyntaxNode Syntax, Origin Index, Quantity Value) : Fact(Syntax);

/// <summary>A statement is done: the temporaries among the origins numbered from <paramref name="From"/> up to, not including, <paramref name="To"/> hold nothing any more.</summary>
internal sealed record Kill(SyntaxNode Syntax, int From, int To) : Fact(Syntax);

/// <summary>Something happens that may throw; emitted inside a try only, unless all ways out are asked for.</summary>
internal sealed record MayThrow(SyntaxNode Syntax) : Fact(Syntax)
{
    /// <summary>Whether it is a wait for work, which throws if the work fails.</summary>
    public bool IsOfWait { get; init; }
}

/// <summary>Control does not come past here.</summary>
internal sealed record End(SyntaxNode Syntax) : Fact(Syntax)
{
    /// <summary>Whether it is known that an exception leaves from here, rather than that the process ends.</summary>
    public bool Throws { get; init; }
}

/// <summary>A variable was given a number, or something of that many elements (bytes, if it is an address).</summary>
/// <param name="Extent">The number, as far as the source tells; <see langword="null"/> if nobody knows.</param>
internal sealed record Measured(SyntaxNode Syntax, Origin Variable, Extent? Extent) : Fact(Syntax);

/// <summary>Something must fit into something.</summary>
/// <param name="Needed">How much is needed.</param>
/// <param name="Available">How much there is.</param>
internal sealed record Demand(SyntaxNode Syntax, Extent Needed, Extent Available) : Fact(Syntax)
{
    /// <summary>What is too small, where it does not fit.</summary>
    public SyntaxNode? Container { get; init; }

    /// <summary>The variable that it is, or is a part of; <see langword="null"/> if it has no name.</summary>
    public Origin? Sized { get; init; }

    /// <summary>What both are counted in.</summary>
    public string Unit { get; init; } = "element";

    /// <summary>How many of what is counted one element of the container takes; <see langword="null"/> if nobody knows.</summary>
    public long? UnitsPerElement { get; init; }

    /// <summary>Whether memory is read as another type, so that it is the cast that does not fit.</summary>
    public bool Reinterprets { get; init; }

    /// <summary>Whether it is two sizes of one element that must be the same.</summary>
    public bool IsOfElements { get; init; }

    /// <summary>The variable that says where a stream stands, if it is from there on that it needs room.</summary>
    public Origin? Position { get; init; }

    /// <summary>Why the object refuses, if that is what it does.</summary>
    public Refusal Refusal { get; init; }

    /// <summary>Whether nothing is checked when the program runs: nobody can catch what happens.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>Whether it is no mistake where there is nothing at all.</summary>
    public bool AllowsNone { get; init; }
}

/// <summary>How much of a buffer is data.</summary>
internal enum ValidPart
{
    /// <summary>Nobody knows, or all of it.</summary>
    Unknown,

    /// <summary>Nothing was put into it yet.</summary>
    None,

    /// <summary>A part of it, from its start.</summary>
    Some,
}

/// <summary>From here on so much of a buffer that is longer than what is put into it is data.</summary>
internal sealed record Validity(SyntaxNode Syntax, Origin Buffer, ValidPart Part) : Fact(Syntax)
{
    /// <summary>Whether the buffer came with data in it.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The expression that says how much it is; <see langword="null"/> if none does for good.</summary>
    public string? Length { get; init; }
}

/// <summary>All of a buffer is read as data.</summary>
/// <param name="Mention">What stands for the buffer there.</param>
internal sealed record WholeRead(SyntaxNode Syntax, Origin Buffer, SyntaxNode Mention) : Fact(Syntax)
{
    /// <summary>Of a buffer that has no name: how much of it is data.</summary>
    public Validity? Given { get; init; }
}
