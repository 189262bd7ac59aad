// What was made last, kept for those who ask again soon: a method's graph is asked for by all who call it, and for its own findings.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace BufferLint.Graph;

/// <summary>Keeps the latest of what is made of keys. Which those are changes no answer.</summary>
/// <typeparam name="TKey">Of what it is made.</typeparam>
/// <typeparam name="TValue">What is made.</typeparam>
internal sealed class Recent<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    /// <summary>How many are kept: two in three graphs that are asked for again are found among so many.</summary>
    private const int MaxKept = 128;

    private readonly ConcurrentDictionary<TKey, TValue> _kept;
    private readonly ConcurrentQueue<TKey> _order = new();

    /// <param name="comparer">When two keys are the same.</param>
    public Recent(IEqualityComparer<TKey>? comparer = null) => _kept = new ConcurrentDictionary<TKey, TValue>(comparer ?? EqualityComparer<TKey>.Default);

    /// <summary>What is kept of a key, or made of it now; <see langword="null"/>, which is not kept, if nothing can be made.</summary>
    public TValue? GetOrMake(TKey key, Func<TKey, TValue?> make)
    {
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }

        var made = make(key);
        if (made is not null && _kept.TryAdd(key, made))
        {
            _order.Enqueue(key);
            if (_order.Count > MaxKept && _order.TryDequeue(out var oldest))
            {
                _kept.TryRemove(oldest, out _);
            }
        }

        return made;
    }
}
