// The shape of the tables: families of rows, one row for each documentation id.
using System.Collections.Immutable;

namespace BufferLint.Model;

/// <summary>What one member does.</summary>
/// <param name="Id">The documentation id of its original definition, as Roslyn prints it.</param>
/// <param name="Effects">What it does, in the closed vocabulary.</param>
internal sealed record ApiRow(string Id, ImmutableArray<Effect> Effects)
{
    public ApiRow(string id, params Effect[] effects)
        : this(id, effects.ToImmutableArray())
    {
    }

    /// <summary>The member's name as it stands in source; <c>Item</c> for an indexer, <c>#ctor</c> for a constructor.</summary>
    public string Name => LastOf(Path);

    /// <summary>The name of the member's type as it stands in source.</summary>
    public string TypeName => LastOf(Path.Substring(0, Path.LastIndexOf('.')));

    private string Path => Id.IndexOf('(') is var end and >= 0 ? Id.Substring(0, end) : Id;

    private static string LastOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('.') + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}

/// <summary>The members of APIs that take and break views of one kind of storage.</summary>
/// <param name="Name">The family's name, for people.</param>
/// <param name="Rows">Its members.</param>
internal sealed record ApiFamily(string Name, ImmutableArray<ApiRow> Rows)
{
    /// <summary>Types by metadata name whose <c>Dispose</c>, wherever it is declared, gives the storage back; and how.</summary>
    public ImmutableDictionary<string, Effect> Disposables { get; init; } = ImmutableDictionary<string, Effect>.Empty;

    /// <summary>Whether a body matters that names only what takes a lease, or only what gives one back.</summary>
    public bool EachHalfAlone { get; init; }

    /// <summary>
    /// Whether views of this storage are also taken without naming a member of the family (an array converts to a
    /// span silently), so that a body may matter as soon as it names a member that breaks views.
    /// </summary>
    public bool ViewsAreTakenSilently { get; init; }

    /// <summary>Whether the rows only carry views on, so that naming them alone says nothing.</summary>
    public bool OnlyCarries { get; init; }
}
