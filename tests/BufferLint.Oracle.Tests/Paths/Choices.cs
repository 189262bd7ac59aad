// All ways through a program, one after the other: a path is the list of answers to the questions met on it.
using System.Collections.Generic;

namespace BufferLint.Oracle.Paths;

internal sealed class Choices
{
    private readonly List<bool> _answers = [];
    private int _next;

    /// <summary>The answer on this path; no at first, yes on a later path.</summary>
    public bool Next()
    {
        if (_next == _answers.Count)
        {
            _answers.Add(false);
        }

        return _answers[_next++];
    }

    /// <summary>Goes back to the start with the next path: the last no becomes a yes.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveOn()
    {
        _answers.RemoveRange(_next, _answers.Count - _next);
        _next = 0;
        while (_answers is [.., true])
        {
            _answers.RemoveAt(_answers.Count - 1);
        }

        if (_answers.Count == 0)
        {
            return false;
        }

        _answers[^1] = true;
        return true;
    }
}
