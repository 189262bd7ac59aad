// What an origin can hold: an object, or a loan of an object's storage. Dense numbers over one table.
using System.Collections.Generic;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>An object as far as the body can name it, or one act of taking a view.</summary>
internal abstract record Value
{
    private ValueSet _alone;

    /// <summary>The dense number.</summary>
    public int Id { get; init; }

    /// <summary>The set of it alone.</summary>
    public ValueSet Alone => _alone.IsEmpty ? _alone = ValueSet.Of(Id) : _alone;

    /// <summary>Whether it stands for many objects, so that being equal says nothing.</summary>
    public virtual bool IsAmbiguous => false;
}

/// <summary>What an origin held when the body was entered.</summary>
internal sealed record Placeholder(Origin Origin) : Value
{
    public override string ToString() => $"P({Origin})";
}

/// <summary>An object made, or got from somewhere, at one place; <paramref name="IsOlder"/> ones in an earlier turn of a loop.</summary>
internal sealed record Created(Create Site, bool IsOlder) : Value
{
    public override bool IsAmbiguous => IsOlder;

    public override string ToString() => (IsOlder ? "older" : "new") + "@" + Site.Id;
}

/// <summary>What a member or element of a value is, as long as nobody assigns it.</summary>
internal sealed record Part(Value Of, PathStep Step, int Depth) : Value
{
    public override bool IsAmbiguous => Step.IsStale || Of.IsAmbiguous;

    public override string ToString() => $"{Of}.{Step}";
}

/// <summary>A loan: the storage of <paramref name="Owner"/>, viewed since <paramref name="Site"/>.</summary>
internal sealed record Loan(Issue Site, Value Owner) : Value
{
    public override bool IsAmbiguous => Owner.IsAmbiguous;

    public override string ToString() => $"L{Site.Id}({Owner})";
}

/// <summary>What was given back at <paramref name="Site"/>: whoever still holds it holds what belongs to somebody else.</summary>
internal sealed record Released(Value Of, Invalidate Site) : Value
{
    public override bool IsAmbiguous => Of.IsAmbiguous;

    public override string ToString() => $"released {Of}";

    /// <summary>What was released that a value is, or is a view of; <see langword="null"/> if it is all still there.</summary>
    public static Released? In(Value value) => value switch
    {
        Released released => released,
        Loan { Owner: Part { Step.IsHandleOfView: true, Of: var whole } } => In(whole),
        Loan loan => In(loan.Owner),
        _ => null,
    };
}

/// <summary>Numbers values; equal values have one number.</summary>
internal sealed class ValueTable
{
    private const int MaxDepth = 3;

    private readonly List<Value> _all = new();
    private readonly List<int> _roots = new();
    private readonly Dictionary<int, Value> _placeholders = new();
    private readonly Dictionary<(int Site, bool IsOlder), Value> _created = new();
    private readonly Dictionary<(int Of, PathStep Step), Value> _parts = new();
    private readonly Dictionary<(int Site, int Owner), Loan> _loans = new();
    private readonly Dictionary<(int Of, int Site), Released> _released = new();

    public int Count => _all.Count;

    public Value this[int id] => _all[id];

    /// <summary>The number of what a value is a part or a loan of in the end, released or not; its own, if it is none.</summary>
    public int RootOf(int id) => _roots[id];

    public Value Placeholder(Origin origin) => _placeholders.TryGetValue(origin.Id, out var known) ? known : Add(_placeholders, origin.Id, new Placeholder(origin) { Id = Count });

    public Value Created(Create site, bool isOlder) => _created.TryGetValue((site.Id, isOlder), out var known) ? known : Add(_created, (site.Id, isOlder), new Created(site, isOlder) { Id = Count });

    /// <summary>A part of a value; <see langword="null"/> where the chain grows longer than anybody follows.</summary>
    public Value? Part(Value of, PathStep step)
    {
        var depth = DepthOf(of) + 1;
        return depth > MaxDepth ? null : _parts.TryGetValue((of.Id, step), out var known) ? known : Add(_parts, (of.Id, step), new Part(of, step, depth) { Id = Count });
    }

    public Loan Loan(Issue site, Value owner) => _loans.TryGetValue((site.Id, owner.Id), out var known) ? known : Add(_loans, (site.Id, owner.Id), new Loan(site, owner) { Id = Count });

    public Released Released(Value of, Invalidate site) => _released.TryGetValue((of.Id, site.Id), out var known) ? known : Add(_released, (of.Id, site.Id), new Released(of, site) { Id = Count });

    /// <summary>The loans among the values so far.</summary>
    public ValueSet AllLoans()
    {
        var ids = new List<int>();
        foreach (var value in _all)
        {
            if (value is Loan)
            {
                ids.Add(value.Id);
            }
        }

        return ValueSet.OfSorted(ids);
    }

    /// <summary>How many steps a value is away from what is no part, released or not.</summary>
    private static int DepthOf(Value value) => value switch
    {
        Part part => part.Depth,
        Released released => DepthOf(released.Of),
        _ => 0,
    };

    private TValue Add<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, TValue value)
        where TKey : notnull
        where TValue : Value
    {
        _all.Add(value);
        _roots.Add(value switch
        {
            Part part => RootOf(part.Of.Id),
            Loan loan => RootOf(loan.Owner.Id),
            Released released => RootOf(released.Of.Id),
            _ => value.Id,
        });
        known.Add(key, value);
        return value;
    }
}
