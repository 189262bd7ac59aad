// The world of a run, and the probes in it: what each view variable really holds, and whether that is still the storage.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BufferLint.Oracle.Paths;

namespace BufferLint.Oracle.Execution;

/// <summary>Steers one run of a generated program and records which views were stale when they were used.</summary>
public sealed class Recorder : IWorld
{
    /// <summary>As many turns as the oracle walks.</summary>
    private const int MaxTurns = 3;

    private readonly Dictionary<int, Taken> _views = [];
    private readonly Dictionary<int, int> _turns = [];
    private readonly Dictionary<object, Storage> _storages = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<StaleUse> _staleUses;
    private readonly List<string> _contradictions;
    private readonly Queue<bool> _answers;
    private int _time;
    private int _spare;
    private Storage? _operated;

    internal Recorder(IEnumerable<bool> answers, HashSet<StaleUse> staleUses, List<string> contradictions)
    {
        _answers = new Queue<bool>(answers);
        _staleUses = staleUses;
        _contradictions = contradictions;
    }

    /// <inheritdoc/>
    public ref int Spare => ref _spare;

    /// <summary>The next answer; no when there are none left, so that every loop ends.</summary>
    public bool Maybe() => _answers.TryDequeue(out var answer) && answer;

    /// <inheritdoc/>
    public void Check()
    {
        if (Maybe())
        {
            throw new InvalidOperationException();
        }
    }

    /// <inheritdoc/>
    public void Keep(int number)
    {
    }

    /// <inheritdoc/>
    public void Look(Span<int> view)
    {
    }

    /// <inheritdoc/>
    public void Look(ReadOnlySpan<int> view)
    {
    }

    /// <inheritdoc/>
    public void Look(byte[]? view)
    {
    }

    /// <summary>A view was taken.</summary>
    public void Take(int view, int line, object owner, int key) => _views[view] = new Taken(line, StorageOf(owner), key, _time++);

    /// <summary>A view variable was given what another holds.</summary>
    public void Copy(int to, int from)
    {
        if (_views.TryGetValue(from, out var taken))
        {
            _views[to] = taken;
        }
        else
        {
            _views.Remove(to);
        }
    }

    /// <summary>A loop over a view begins: the item holds what the view holds.</summary>
    public void Enter(int item, int view)
    {
        Copy(item, view);
        _turns[item] = 0;
    }

    /// <summary>Whether a loop over a view ends here: views that grow in nested loops would never be done with.</summary>
    public bool HasTurnedEnough(int item) => _turns[item]++ == MaxTurns;

    /// <summary>A view variable holds nothing.</summary>
    public void Drop(int view) => _views.Remove(view);

    /// <summary>An owner is about to be changed.</summary>
    public void Before(object owner)
    {
        _operated = StorageOf(owner);
        _operated.Before();
    }

    /// <summary>It was changed; what it holds was <paramref name="writes">only written</paramref>, maybe.</summary>
    public void After(int line, object owner, bool writes = false)
    {
        // An array variable has another array now.
        _storages[owner] = _operated!;
        _operated!.After(owner, _time++, line, writes);
    }

    /// <summary>A view is about to be used.</summary>
    public void Use(int view, int line, bool touchesElements, Span<int> held) => UseAt(view, line, touchesElements, ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(held)));

    /// <inheritdoc cref="Use(int, int, bool, Span{int})"/>
    public void Use(int view, int line, bool touchesElements, ReadOnlySpan<int> held) => UseAt(view, line, touchesElements, ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(held)));

    /// <inheritdoc cref="Use(int, int, bool, Span{int})"/>
    public void Use(int view, int line, bool touchesElements, byte[]? held)
    {
        if (held is not null)
        {
            UseAt(view, line, touchesElements, ref MemoryMarshal.GetArrayDataReference(held));
        }
    }

    /// <inheritdoc cref="Use(int, int, bool, Span{int})"/>
    public void Use(int view, int line, bool touchesElements, ref int held) => UseAt(view, line, touchesElements, ref Unsafe.As<int, byte>(ref held));

    /// <summary>The reference itself is compared with the owner's storage; what the events say must agree with it.</summary>
    private void UseAt(int view, int line, bool touchesElements, ref byte held)
    {
        if (Unsafe.IsNullRef(ref held) || !_views.TryGetValue(view, out var taken))
        {
            return;
        }

        var since = taken.Storage.Events.Where(change => change.Time > taken.Time).ToArray();
        var ended = since.FirstOrDefault(change => change.Moved || change.Removed.Contains(taken.Key));
        var isStale = !taken.Storage.Holds(ref held, taken.Key);
        if (isStale != ended is not null && ended is not { Removed.Length: > 0 })
        {
            _contradictions.Add($"line {line}: the view of line {taken.Line} {(isStale ? "is stale, but nothing moved" : "is not stale, though something moved")}");
        }

        if (ended is not null)
        {
            _staleUses.Add(new StaleUse(taken.Line, ended.Line, line));
        }
        else if (touchesElements && since.FirstOrDefault(change => change.Removed.IsEmpty) is { } shift)
        {
            _staleUses.Add(new StaleUse(taken.Line, shift.Line, line));
        }
    }

    private Storage StorageOf(object owner)
    {
        if (!_storages.TryGetValue(owner, out var storage))
        {
            _storages.Add(owner, storage = Storage.Of(owner));
        }

        return storage;
    }

    private sealed record Taken(int Line, Storage Storage, int Key, int Time);
}
