// A task holds what it will result in, and so does whatever is made of the task in order to wait for it.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class TaskApis
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Services = "System.Runtime.CompilerServices.";

    private static readonly string[] Ids =
    {
        "M:" + Tasks + "Task`1.ConfigureAwait(System.Boolean)",
        "M:" + Tasks + "Task`1.ConfigureAwait(System.Threading.Tasks.ConfigureAwaitOptions)",
        "M:" + Tasks + "Task`1.GetAwaiter",
        "M:" + Tasks + "Task`1.WaitAsync(System.Threading.CancellationToken)",
        "M:" + Tasks + "Task`1.WaitAsync(System.TimeSpan)",
        "M:" + Tasks + "Task`1.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)",
        "P:" + Tasks + "Task`1.Result",
        "M:" + Tasks + "ValueTask`1.AsTask",
        "M:" + Tasks + "ValueTask`1.ConfigureAwait(System.Boolean)",
        "M:" + Tasks + "ValueTask`1.GetAwaiter",
        "M:" + Tasks + "ValueTask`1.Preserve",
        "P:" + Tasks + "ValueTask`1.Result",
        "M:" + Services + "ConfiguredTaskAwaitable`1.GetAwaiter",
        "M:" + Services + "ConfiguredTaskAwaitable`1.ConfiguredTaskAwaiter.GetResult",
        "M:" + Services + "ConfiguredValueTaskAwaitable`1.GetAwaiter",
        "M:" + Services + "ConfiguredValueTaskAwaitable`1.ConfiguredValueTaskAwaiter.GetResult",
        "M:" + Services + "TaskAwaiter`1.GetResult",
        "M:" + Services + "ValueTaskAwaiter`1.GetResult",
    };

    public static ApiFamily Family { get; } = new("Task", Ids
        .Select(static id => new ApiRow(id, new Effect(EffectKind.ForwardsTo, Slot.This)))
        .ToImmutableArray())
    {
        OnlyCarries = true,
    };
}
