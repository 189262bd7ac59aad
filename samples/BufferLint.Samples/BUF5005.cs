// BUF5005: Memory parameter is kept beyond the call.
using System;
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>A log whose callers go on with their memory when they have called it.</summary>
public sealed class BUF5005
{
    private ReadOnlyMemory<char> _last;

    /// <summary>The last line.</summary>
    public string Last => _last.ToString();

    /// <summary>The bug: the caller writes its next line where this one is.</summary>
    public void Bug(ReadOnlyMemory<char> line) => _last = line; // Reported here.

    /// <summary>The same with work: the method has returned when the line is read.</summary>
    public static void BugInWork(TextWriter writer, ReadOnlyMemory<char> line) => Task.Run(() => writer.WriteLine(line)); // Reported here.

    /// <summary>A near miss: the caller waits for the task that it gets.</summary>
    public static Task NearMiss(TextWriter writer, ReadOnlyMemory<char> line) => Task.Run(() => writer.WriteLine(line));

    /// <summary>Fixed: a copy is kept.</summary>
    public void Fixed(ReadOnlyMemory<char> line) => _last = line.ToArray();
}
