// How much work something is, in processor time, so that a busy machine does not fail a test.
using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

// The processor time of the process is that of one test only if no other runs beside it; those that can use all cores do.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace BufferLint.Robustness.Analysis;

internal static class Work
{
    /// <summary>What the process has worked so far.</summary>
    public static TimeSpan SoFar
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The work of an action.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = SoFar;
        action();
        return SoFar - before;
    }

    /// <inheritdoc cref="Of"/>
    public static async Task<TimeSpan> OfAsync(Func<Task> action)
    {
        var before = SoFar;
        await action();
        return SoFar - before;
    }
}
