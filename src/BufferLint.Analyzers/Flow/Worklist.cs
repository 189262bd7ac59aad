// Which nodes a solver still has to visit, the next in (reverse) post-order first.
using System;

namespace BufferLint.Flow;

/// <summary>A set of nodes, by number, of which the first or the last is taken out.</summary>
internal sealed class Worklist
{
    private const int Bits = 64;

    private readonly ulong[] _words;
    private readonly bool _firstIsNext;

    /// <summary>Where the next one is looked for: nothing is pending before it.</summary>
    private int _cursor;

    /// <summary>Makes an empty worklist.</summary>
    /// <param name="size">How many nodes there are.</param>
    /// <param name="firstIsNext">Whether the first is taken out, not the last.</param>
    public Worklist(int size, bool firstIsNext)
    {
        _words = new ulong[(size + Bits - 1) / Bits];
        _firstIsNext = firstIsNext;
        _cursor = firstIsNext ? _words.Length : -1;
    }

    /// <summary>Puts a node in.</summary>
    public void Add(int node)
    {
        var word = node / Bits;
        _words[word] |= 1UL << (node % Bits);
        _cursor = _firstIsNext ? Math.Min(_cursor, word) : Math.Max(_cursor, word);
    }

    /// <summary>Takes the next node out.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out int node)
    {
        for (; _cursor >= 0 && _cursor < _words.Length; _cursor += _firstIsNext ? 1 : -1)
        {
            var word = _words[_cursor];
            if (word != 0)
            {
                var bit = _firstIsNext ? LowestOf(word) : HighestOf(word);
                _words[_cursor] = word & ~(1UL << bit);
                node = (_cursor * Bits) + bit;
                return true;
            }
        }

        node = -1;
        return false;
    }

    private static int LowestOf(ulong word)
    {
        var bit = 0;
        for (; (word & 1) == 0; word >>= 1)
        {
            bit++;
        }

        return bit;
    }

    private static int HighestOf(ulong word)
    {
        var bit = -1;
        for (; word != 0; word >>= 1)
        {
            bit++;
        }

        return bit;
    }
}
