// Threads and tasks as objects: where each was made, what starts it, and where it is put so that others find it.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

/// <summary>What the objects that stand for work have to do with a fact; an object is named by the fact that made it.</summary>
internal sealed class MadeForWork
{
    private readonly Resolution _resolution;

    /// <summary>The work that a task or thread stands for, by where that was made.</summary>
    private readonly Dictionary<Create, ValueSet> _startsOf = new();

    /// <summary>The threads and tasks that a fact makes, starts, or puts where others find them.</summary>
    private readonly Dictionary<(int Node, int Fact), ValueSet> _at = new();

    public MadeForWork(Resolution resolution)
    {
        _resolution = resolution;
        resolution.Solver.ReplayForward<Start>(RecordStart);
        if (_startsOf.Count > 0)
        {
            resolution.Solver.ReplayForward<Fact>(IsKept, RecordKept);
        }
    }

    /// <summary>The threads and tasks that a fact makes, starts, or puts where others find them.</summary>
    public ValueSet At(FlowNode node, Fact fact) => _at.TryGetValue((node.Ordinal, fact.Id), out var made) ? made : ValueSet.Empty;

    /// <summary>Whether some of the values are what stands for work, or are parts or loans of that: asked before anything is put together.</summary>
    public bool MayBeAmong(ValueSet values)
    {
        foreach (var id in _startsOf.Count == 0 ? default : values.Ids)
        {
            if (_resolution.Values[_resolution.Values.RootOf(id)] is Created made && _startsOf.ContainsKey(made.Site))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The facts that started the work for which some of the values stand.</summary>
    public ValueSet StartsOf(ValueSet values)
    {
        var starts = ValueSet.Empty;
        foreach (var id in values.Ids)
        {
            if (_resolution.Values[id] is Created made && _startsOf.TryGetValue(made.Site, out var started))
            {
                starts = starts.Union(started);
            }
        }

        return starts;
    }

    private void RecordStart(FlowNode node, Start start, HeldValues state)
    {
        foreach (var id in _resolution.Loans.Holds(state, start.Task).ToArray())
        {
            if (_resolution.Values[id] is Created made && (made.Site.Target == start.Task || WorkTypes.StandsForWork(made.Site.Type)))
            {
                _startsOf[made.Site] = (_startsOf.TryGetValue(made.Site, out var known) ? known : ValueSet.Empty).Union(ValueSet.Of(start.Id));
                _at[(node.Ordinal, start.Id)] = At(node, start).Union(ValueSet.Of(made.Site.Id));
            }
        }
    }

    /// <summary>Whether a fact may make such an object, or put one where others find it.</summary>
    private bool IsKept(Fact fact) => fact switch
    {
        Create create => _startsOf.ContainsKey(create),
        Use use => IsGivenAway(use),
        OriginFlow { Target: { Parent: not null, IsTemporary: false } } => true,
        _ => false,
    };

    /// <summary>What is started later is made first, and may be put into a list or field before.</summary>
    private void RecordKept(FlowNode node, Fact fact, HeldValues state)
    {
        var made = fact switch
        {
            Create create when _startsOf.ContainsKey(create) => ValueSet.Of(create.Id),
            Use use when IsGivenAway(use) => Among(_resolution.Loans.Holds(state, use.Origin)),
            OriginFlow { Target: { Parent: not null, IsTemporary: false } } stored => stored.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(Among(_resolution.Loans.Holds(state, source)))),
            _ => ValueSet.Empty,
        };
        if (!made.IsEmpty)
        {
            _at[(node.Ordinal, fact.Id)] = made;
        }
    }

    /// <summary>A member that is called on a thread sets it up; who gets it as an argument may wait for it.</summary>
    private static bool IsGivenAway(Use use) => use.Kind is UseKind.Store or UseKind.Capture || (use.Kind != UseKind.Derive && use.Syntax is ArgumentSyntax);

    private ValueSet Among(ValueSet values)
    {
        var made = ValueSet.Empty;
        foreach (var id in values.ToArray())
        {
            if (_resolution.Values[id] is Created { Site: var site } && _startsOf.ContainsKey(site))
            {
                made = made.Union(ValueSet.Of(site.Id));
            }
        }

        return made;
    }
}
