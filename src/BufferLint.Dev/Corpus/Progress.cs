// Where a long run stands: one line that is written over on a terminal, a line now and then elsewhere.
using System;
using System.IO;
using System.Threading;

namespace BufferLint.Dev.Corpus;

/// <summary>Writes to standard error only; called from many threads.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private readonly Lock _lock = new();
    private string _round = string.Empty;
    private string _title = string.Empty;
    private int _total;
    private int _done;
    private int _width;
    private DateTime _shown;

    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">Whether a line can be written over.</param>
    public Progress(TextWriter output, bool isTerminal)
    {
        _output = output;
        _isTerminal = isTerminal;
    }

    /// <summary>Says nothing.</summary>
    public static Progress None { get; } = new(TextWriter.Null, isTerminal: false);

    /// <summary>Begins a round of several.</summary>
    public void Round(int round, int rounds) => _round = rounds > 1 ? $"round {round}/{rounds}, " : string.Empty;

    /// <summary>Begins a part of the work.</summary>
    public void Start(string title, int total)
    {
        lock (_lock)
        {
            (_title, _total, _done, _shown) = (title, total, 0, DateTime.UtcNow);
        }
    }

    /// <summary>One of the part's pieces is done.</summary>
    public void Step(string name)
    {
        lock (_lock)
        {
            _done++;
            if (!_isTerminal && _done < _total && DateTime.UtcNow - _shown < Pause)
            {
                return;
            }

            _shown = DateTime.UtcNow;
            var line = $"{_round}{_title}: {_done}/{_total} {name}";
            if (_isTerminal)
            {
                _output.Write("\r" + line.PadRight(_width));
                _width = line.Length;
            }
            else
            {
                _output.WriteLine(line);
            }
        }
    }

    /// <summary>Leaves the terminal with an empty line.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_isTerminal)
            {
                _output.Write("\r" + new string(' ', _width) + "\r");
            }
        }
    }
}
