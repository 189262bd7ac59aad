// The views and owners on one path, and what has happened to them so far.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

/// <summary>One owner.</summary>
internal sealed class OwnerObject(Room room)
{
    public Room Room { get; set; } = room;

    public List<Loan> Loans { get; } = [];

    /// <summary>The keys that are surely in it.</summary>
    public HashSet<int> Keys { get; } = [];
}

/// <summary>One act of taking a view.</summary>
internal sealed class Loan(int taken, int? key)
{
    public int Taken { get; } = taken;

    public int? Key { get; } = key;

    /// <summary>The lines that moved or recycled its storage, in order.</summary>
    public List<int> Moves { get; } = [];

    /// <summary>The lines that shifted its contents, in order.</summary>
    public List<int> Shifts { get; } = [];

    /// <summary>The first shift, if it came before any move.</summary>
    public int? FirstShift { get; set; }
}

/// <summary>What a view variable holds: a loan, and which variable held it when it moved, and when it shifted.</summary>
internal sealed record Held(Loan Loan, string? AtMove, string? AtShift);

internal sealed class PathState
{
    private readonly Dictionary<string, OwnerObject> _owners = [];
    private readonly Dictionary<string, Held> _views = [];

    public PathState(Family family)
    {
        foreach (var owner in family.Parameters)
        {
            _owners[owner] = new OwnerObject(Room.Unknown);
        }

        if (family.Local is { } local)
        {
            _owners[local] = _owners[family.Parameters[0]];
        }
    }

    public Verdict Verdict { get; } = new();

    /// <summary>Does what a statement without blocks says.</summary>
    public void Run(Statement statement)
    {
        switch (statement)
        {
            case Take take:
                Lend(take);
                break;
            case Derive derive:
                Use(derive.From.Name, derive.Line, derive.How.Touch);
                Copy(derive.To.Name, derive.From.Name);
                break;
            case Drop drop:
                Drop(drop.View.Name);
                break;
            case Use use:
                Use(use.View.Name, use.Line, use.How.Touch);
                break;
            case Operate operate:
                Operate(_owners[operate.Owner], operate.What, operate.Line);
                break;
            case Rename rename:
                _owners[rename.To] = _owners[rename.From];
                break;
            case Swap swap:
                (_owners[swap.First], _owners[swap.Second]) = (_owners[swap.Second], _owners[swap.First]);
                break;
            case Make make:
                _owners[make.Owner] = new OwnerObject(Room.Of(make.How));
                break;
        }
    }

    private void Lend(Take take)
    {
        var owner = _owners[take.Owner];
        if (take.How.Before is { } before)
        {
            Operate(owner, before, take.Line);
        }

        var loan = new Loan(take.Line, take.How.Key);
        owner.Loans.Add(loan);
        _views[take.View.Name] = new Held(loan, null, null);
    }

    private void Copy(string to, string from)
    {
        var held = _views.GetValueOrDefault(from);
        Drop(to);
        if (held is not null)
        {
            _views[to] = held;
        }
    }

    private void Drop(string variable) => _views.Remove(variable);

    /// <summary>
    /// Growth beyond the known room moves the storage of all views, except under the same key, or where the key is there
    /// already; removal of a key recycles what is under it; a shift spoils elements.
    /// </summary>
    private void Operate(OwnerObject owner, Operation what, int line)
    {
        if (what is { Asks: Asks.ToAdd, Key: { } added } && !owner.Keys.Add(added))
        {
            return;
        }

        foreach (var loan in owner.Loans)
        {
            var isSameKey = what.Key is { } key && key == loan.Key;
            if ((owner.Room.MayMove(what) && !isSameKey) || (what.Removes == Removes.Perhaps && isSameKey))
            {
                Break(loan, loan.Moves, line, (held, variable) => held with { AtMove = held.AtMove ?? variable });
            }

            if (owner.Room.MayShift(what))
            {
                loan.FirstShift ??= loan.Moves.Count == 0 ? line : null;
                Break(loan, loan.Shifts, line, (held, variable) => held with { AtShift = held.AtShift ?? variable });
            }
        }

        owner.Room = owner.Room.After(what);
        switch (what.Removes)
        {
            case Removes.Perhaps when what.Key is { } removed:
                owner.Keys.Remove(removed);
                break;
            case Removes.All:
                owner.Keys.Clear();
                break;
        }
    }

    private void Break(Loan loan, List<int> events, int line, Func<Held, string, Held> mark)
    {
        events.Add(line);
        foreach (var (variable, held) in _views.Where(view => view.Value.Loan == loan).ToArray())
        {
            _views[variable] = mark(held, variable);
            Verdict.Holders.Add((loan.Taken, line, Shown(variable)));
        }
    }

    /// <summary>One use is told once: by the first shift if it touches elements, else by the first move.</summary>
    private void Use(string variable, int line, Touch touch)
    {
        if (touch == Touch.Nothing || !_views.TryGetValue(variable, out var held))
        {
            return;
        }

        var loan = held.Loan;
        if (touch == Touch.Elements && loan.FirstShift is { } shift)
        {
            Verdict.Dues.Add(new Due(loan.Taken, shift, line, Shown(held.AtShift!), IsShift: true));
        }
        else if (loan.Moves is [var move, ..])
        {
            Verdict.Dues.Add(new Due(loan.Taken, move, line, Shown(held.AtMove!), IsShift: false));
        }

        Verdict.StaleUses.UnionWith((touch == Touch.Elements ? loan.Moves.Concat(loan.Shifts) : loan.Moves).Select(broken => new StaleUse(loan.Taken, broken, line)));
    }

    private static string Shown(string variable) => variable.StartsWith(Enumerators.Prefix, StringComparison.Ordinal) ? "" : variable;
}
