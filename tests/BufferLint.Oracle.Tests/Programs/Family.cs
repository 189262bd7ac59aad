// What the generated programs may do with one kind of owner. Texts have {0} for the first variable, {1} for the second.
using System.Collections.Immutable;

namespace BufferLint.Oracle.Programs;

/// <summary>What a use does to storage.</summary>
internal enum Touch
{
    /// <summary>Nothing: what it asks was copied when the view was taken.</summary>
    Nothing,

    /// <summary>Another view is derived.</summary>
    View,

    /// <summary>Elements are read or written.</summary>
    Elements,
}

/// <summary>What a growing operation asks of the room in its owner.</summary>
internal enum Asks
{
    /// <summary>Nothing: the storage stays.</summary>
    Nothing,

    /// <summary>Elements are added.</summary>
    ToAdd,

    /// <summary>Room for more elements beyond those present.</summary>
    RoomBeyondCount,

    /// <summary>Room for so many elements in all.</summary>
    RoomInAll,

    /// <summary>A count, by growing or cutting.</summary>
    CountInAll,

    /// <summary>The capacity the elements need, or another one that is named.</summary>
    ToReallocate,
}

/// <summary>What an operation takes out of an owner.</summary>
internal enum Removes
{
    Nothing,
    One,

    /// <summary>One element if it is there.</summary>
    Perhaps,
    All,
}

/// <summary>A local that holds views.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Declaration">How it is declared, holding storage that is no owner's.</param>
internal sealed record ViewVariable(string Name, string Kind, string Declaration)
{
    /// <summary>Whether it is a view by what it holds, not by its type.</summary>
    public bool IsArray => Kind.EndsWith("[]", System.StringComparison.Ordinal);

    /// <summary>How it is handed to a probe.</summary>
    public string Argument => Kind.StartsWith("ref ", System.StringComparison.Ordinal) ? "ref " + Name : Name;
}

/// <summary>A way of taking a view: <c>{0} = CollectionsMarshal.AsSpan({1});</c></summary>
internal sealed record Acquisition(string Kind, string Text)
{
    /// <summary>The part that is viewed, where parts have keys.</summary>
    public int? Key { get; init; }

    /// <summary>Done to the owner first.</summary>
    public Operation? Before { get; init; }

    /// <summary>A property of the framework that only reads: no exception is to be reckoned with.</summary>
    public bool NeverThrows { get; init; }
}

/// <summary>A way from one view variable to another: <c>{0} = {1}[1..];</c></summary>
internal sealed record Derivation(string To, string From, string Text, Touch Touch);

/// <summary>A use: <c>{0}[0] = 1;</c></summary>
internal sealed record UseForm(string Kind, string Text, Touch Touch);

/// <summary>An operation on an owner: <c>{0}.Add(1);</c></summary>
internal sealed record Operation(string Text)
{
    public Asks Asks { get; init; }

    /// <summary>How many elements <see cref="Asks"/> speaks of.</summary>
    public int Amount { get; init; }

    public Removes Removes { get; init; }

    /// <summary>Elements change their places, or go.</summary>
    public bool Shifts { get; init; }

    /// <summary>Elements may be written where they are: harmless.</summary>
    public bool Writes { get; init; }

    /// <summary>The variable gets another owner.</summary>
    public bool Renews { get; init; }

    /// <summary>The only part that is concerned; growth spares it, removal ends it.</summary>
    public int? Key { get; init; }
}

/// <summary>A new owner: <c>{0} = new List&lt;int&gt;(4);</c></summary>
internal sealed record Creation(string Text, int Count, int Capacity);

/// <summary>One kind of owner.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="OwnerType">The type of the owner variables.</param>
/// <param name="Parameters">The owners that are given: surely different objects.</param>
/// <param name="Local">A local that starts as the first of them; <see langword="null"/> where owners have one name each.</param>
internal sealed record Family(string Name, string OwnerType, ImmutableArray<string> Parameters, string? Local)
{
    public ImmutableArray<ViewVariable> Views { get; init; }

    public ImmutableArray<Acquisition> Acquisitions { get; init; }

    public ImmutableArray<Derivation> Derivations { get; init; }

    public ImmutableArray<UseForm> Uses { get; init; }

    public ImmutableArray<Operation> Operations { get; init; }

    public ImmutableArray<Creation> Creations { get; init; }

    /// <summary>The type of item by which <c>foreach</c> goes over a view of a kind; none for kinds it does not go over.</summary>
    public string? EachOver { get; init; }

    public ImmutableArray<string> Owners => Local is null ? Parameters : [.. Parameters, Local];
}
