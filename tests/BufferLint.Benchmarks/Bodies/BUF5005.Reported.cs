// A public method that keeps what it is given.
using System;
using System.Collections.Generic;

class BUF5005Reported
{
    private readonly List<ReadOnlyMemory<byte>> _lines = new();

    public void Log(ReadOnlyMemory<byte> line, int from)
    {
        var rest = line.Slice(from);
        if (rest.Length > 0)
        {
            _lines.Add(rest);
        }
    }
}
