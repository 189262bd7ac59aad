// The state of loan propagation at one point.
using System.Collections.Generic;
using BufferLint.Facts;

namespace BufferLint.Flow;

/// <summary>What every origin holds at one point. A path without an entry holds that part of what its parent holds.</summary>
internal sealed class HeldValues
{
    private static readonly HashSet<int> None = new();

    /// <summary>Shared with copies until one of them is written to.</summary>
    private HashSet<int> _replaced = None;
    private bool _sharesReplaced = true;

    /// <summary>Makes the state in which nothing was assigned yet.</summary>
    /// <param name="origins">The origins of the body.</param>
    public HeldValues(OriginTable origins)
        : this(new OriginMap(origins))
    {
    }

    private HeldValues(OriginMap sets) => Sets = sets;

    /// <summary>By origin; absent where nothing was assigned yet.</summary>
    public OriginMap Sets { get; }

    /// <summary>The values that were given back, or are not there, on every way here.</summary>
    public ValueSet GivenBack { get; set; }

    /// <summary>A copy without temporaries: none outlives its block.</summary>
    public HeldValues Copy()
    {
        _sharesReplaced = true;
        return new HeldValues(Sets.CopyLasting()) { _replaced = _replaced, GivenBack = GivenBack };
    }

    /// <summary>Whether the body itself surely gave a path something else: what was there on entry is not there any more.</summary>
    public bool IsReplaced(int path) => _replaced.Contains(path);

    /// <summary>A path was given something by the body itself.</summary>
    public void Replace(int path)
    {
        Own();
        _replaced.Add(path);
    }

    /// <summary>Nobody knows by whom a path was given what it holds.</summary>
    public void ForgetReplaced(int path)
    {
        if (_replaced.Contains(path))
        {
            Own();
            _replaced.Remove(path);
        }
    }

    /// <summary>Keeps what both know of.</summary>
    /// <returns>Whether less is known.</returns>
    public bool JoinKnown(HeldValues other)
    {
        var known = GivenBack.Count;
        GivenBack = GivenBack.Intersect(other.GivenBack);
        if (_replaced == other._replaced || _replaced.IsSubsetOf(other._replaced))
        {
            return GivenBack.Count < known;
        }

        Own();
        _replaced.IntersectWith(other._replaced);
        return true;
    }

    private void Own()
    {
        if (_sharesReplaced)
        {
            _replaced = new HashSet<int>(_replaced);
            _sharesReplaced = false;
        }
    }
}
