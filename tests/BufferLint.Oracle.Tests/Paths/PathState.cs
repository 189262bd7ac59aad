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
internal sealed class Loan(int taken, int? key, int call)
{
    /// <summary>The call in which it was taken; 0 outside of all.</summary>
    public int Call { get; } = call;

    public int Taken { get; } = taken;

    public int? Key { get; } = key;

    /// <summary>The lines that moved or recycled its storage, in order.</summary>
    public List<Break> Moves { get; } = [];

    /// <summary>The lines that shifted its contents, in order.</summary>
    public List<Break> Shifts { get; } = [];

    /// <summary>The first shift, if it came before any move.</summary>
    public Break? FirstShift { get; set; }
}

/// <summary>What broke a loan.</summary>
/// <param name="Line">Where.</param>
/// <param name="Call">In which call; 0 outside of all.</param>
internal sealed record Break(int Line, int Call);

/// <summary>What a view variable holds: a loan, and which variable held it when it moved, and when it shifted.</summary>
internal sealed record Held(Loan Loan, string? AtMove, string? AtShift);

internal sealed class PathState
{
    private readonly Dictionary<string, OwnerObject> _owners = [];
    private readonly Dictionary<string, Held> _views = [];

    private readonly List<(Due Due, int Call)> _dues = [];
    private readonly HashSet<int> _thrown = [];
    private int _calls;
    private int _call;

    public PathState(ProgramTree program)
    {
        var family = program.Family;
        foreach (var owner in program.IsFunction ? family.Owners : family.Parameters)
        {
            _owners[owner] = new OwnerObject(Room.Unknown);
        }

        if (!program.IsFunction && family.Local is { } local)
        {
            _owners[local] = _owners[family.Parameters[0]];
        }
    }

    public Verdict Verdict { get; } = new();

    /// <inheritdoc cref="Reading.ForgetsSizesAtCalls"/>
    public bool ForgetsSizesAtCalls { get; init; }

    /// <summary>Whether operations do nothing for now.</summary>
    public bool BreaksNothing { get; set; }

    /// <summary>A method is called.</summary>
    public void Enter() => _call = ++_calls;

    /// <summary>It returns, or throws.</summary>
    public void Leave(bool throws)
    {
        if (throws)
        {
            _thrown.Add(_call);
        }

        _call = 0;
    }

    /// <summary>What all variables hold now.</summary>
    public (Dictionary<string, OwnerObject> Owners, Dictionary<string, Held> Views) Names() => (new(_owners), new(_views));

    /// <summary>Gives all variables, or one, what they held before; what broke meanwhile stays broken.</summary>
    public void Restore((Dictionary<string, OwnerObject> Owners, Dictionary<string, Held> Views) names, string? only = null)
    {
        foreach (var variable in _views.Keys.Where(variable => only is null || only == variable).ToArray())
        {
            _views.Remove(variable);
        }

        foreach (var (variable, held) in names.Views.Where(view => only is null || only == view.Key))
        {
            _views[variable] = held with
            {
                AtMove = held.AtMove ?? (held.Loan.Moves.Count > 0 ? variable : null),
                AtShift = held.AtShift ?? (held.Loan.Shifts.Count > 0 ? variable : null),
            };
        }

        foreach (var (variable, owner) in names.Owners.Where(_ => only is null))
        {
            _owners[variable] = owner;
        }
    }

    /// <summary>The path has ended: what is due, with what calls have to do with it.</summary>
    public void Settle() => Verdict.Dues.UnionWith(_dues.Select(due => _thrown.Contains(due.Call) && due.Due.Across == Across.Nothing ? due.Due with { Across = Across.BrokenByThrower } : due.Due));

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

        var loan = new Loan(take.Line, ForgetsSizesAtCalls && _call > 0 ? null : take.How.Key, _call);
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
        if (BreaksNothing)
        {
            return;
        }

        var isSealed = ForgetsSizesAtCalls && _call > 0;
        if (isSealed)
        {
            (what, owner.Room) = (what with { Key = null }, Room.Unknown);
            owner.Keys.Clear();
        }

        if (what is { Asks: Asks.ToAdd, Key: { } added } && !owner.Keys.Add(added))
        {
            return;
        }

        foreach (var loan in owner.Loans)
        {
            var isSameKey = what.Key is { } key && key == loan.Key;
            if ((owner.Room.MayMove(what) && !isSameKey) || (what.Removes == Removes.Perhaps && (isSameKey || (isSealed && loan.Key is not null))))
            {
                Break(loan, loan.Moves, line, (held, variable) => held with { AtMove = held.AtMove ?? variable });
            }

            if (owner.Room.MayShift(what))
            {
                loan.FirstShift ??= loan.Moves.Count == 0 ? new Break(line, _call) : null;
                Break(loan, loan.Shifts, line, (held, variable) => held with { AtShift = held.AtShift ?? variable });
            }
        }

        owner.Room = isSealed ? Room.Unknown : owner.Room.After(what);
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

    private void Break(Loan loan, List<Break> events, int line, Func<Held, string, Held> mark)
    {
        events.Add(new Break(line, _call));
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
            Add(loan, shift, line, held.AtShift!, isShift: true);
        }
        else if (loan.Moves is [var move, ..])
        {
            Add(loan, move, line, held.AtMove!, isShift: false);
        }

        Verdict.StaleUses.UnionWith((touch == Touch.Elements ? loan.Moves.Concat(loan.Shifts) : loan.Moves).Select(broken => new StaleUse(loan.Taken, broken.Line, line)));
    }

    /// <summary>What happens within one call is that method's own business.</summary>
    private void Add(Loan loan, Break broken, int line, string holder, bool isShift)
    {
        var isBreaker = broken.Call > 0 && broken.Call == _call;
        var isTaker = broken.Call > 0 && broken.Call == loan.Call;
        if (!isBreaker || !isTaker)
        {
            var across = isBreaker ? Across.UsedByBreaker : isTaker ? Across.BrokenByTaker : Across.Nothing;
            _dues.Add((new Due(loan.Taken, broken.Line, line, Shown(holder), isShift) { Across = across }, broken.Call));
        }
    }

    private static string Shown(string variable) => variable.StartsWith(Enumerators.Prefix, StringComparison.Ordinal) ? "" : variable;
}
