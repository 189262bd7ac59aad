// A task holds what it will result in, and so does whatever is made of the task in order to wait for it. Waiting ends
// the work; waiting with something else that may come first does not.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class TaskApis
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Services = "System.Runtime.CompilerServices.";
    private const string Span = "System.TimeSpan";
    private const string Token = "System.Threading.CancellationToken";

    private static readonly string[] TaskTypes = { "Task", "Task`1" };
    private static readonly string[] ValueTaskTypes = { "ValueTask", "ValueTask`1" };

    public static ApiFamily Family { get; } = new("Task", Handles().Concat(Waiting()).Concat(Bounded()).ToImmutableArray()) { OnlyCarries = true };

    /// <summary>What stands for the same work.</summary>
    private static IEnumerable<ApiRow> Handles()
    {
        foreach (var type in TaskTypes)
        {
            yield return Same("M:" + Tasks + type + ".ConfigureAwait(System.Boolean)");
            yield return Same("M:" + Tasks + type + ".ConfigureAwait(System.Threading.Tasks.ConfigureAwaitOptions)");
            yield return Same("M:" + Tasks + type + ".GetAwaiter");
        }

        foreach (var type in ValueTaskTypes)
        {
            yield return Same("M:" + Tasks + type + ".AsTask");
            yield return Same("M:" + Tasks + type + ".ConfigureAwait(System.Boolean)");
            yield return Same("M:" + Tasks + type + ".GetAwaiter");
            yield return Same("M:" + Tasks + type + ".Preserve");
        }

        foreach (var awaitable in new[] { "ConfiguredTaskAwaitable", "ConfiguredTaskAwaitable`1", "ConfiguredValueTaskAwaitable", "ConfiguredValueTaskAwaitable`1" })
        {
            yield return Same("M:" + Services + awaitable + ".GetAwaiter");
        }

        foreach (var parameter in new[] { "System.Threading.Tasks.Task[]", "System.ReadOnlySpan{System.Threading.Tasks.Task}", "System.Collections.Generic.IEnumerable{System.Threading.Tasks.Task}" })
        {
            yield return Gathered("M:" + Tasks + "Task.WhenAll(" + parameter + ")");
        }

        foreach (var parameter in new[] { "System.Threading.Tasks.Task{``0}[]", "System.ReadOnlySpan{System.Threading.Tasks.Task{``0}}", "System.Collections.Generic.IEnumerable{System.Threading.Tasks.Task{``0}}" })
        {
            yield return Gathered("M:" + Tasks + "Task.WhenAll``1(" + parameter + ")");
        }
    }

    /// <summary>What returns when the work is over, or tells whether it is.</summary>
    private static IEnumerable<ApiRow> Waiting()
    {
        foreach (var member in new[] { "Task.Wait", "Task.Wait(" + Token + ")", "Task.RunSynchronously", "Task.Dispose" })
        {
            yield return Joins("M:" + Tasks + member, Slot.This);
        }

        foreach (var member in new[] { "Task.IsCompleted", "Task.IsCompletedSuccessfully", "Task.IsCanceled", "Task.IsFaulted", "Task.Status", "Task.Exception" }.Concat(ValueTaskTypes.SelectMany(static type => new[] { type + ".IsCompleted", type + ".IsCompletedSuccessfully", type + ".IsCanceled", type + ".IsFaulted" })))
        {
            yield return Joins("P:" + Tasks + member, Slot.This);
        }

        foreach (var type in new[] { "Task`1", "ValueTask`1" })
        {
            yield return new ApiRow("P:" + Tasks + type + ".Result", new Effect(EffectKind.Joins, Slot.This), new Effect(EffectKind.ForwardsTo, Slot.This));
        }

        foreach (var awaiter in new[] { "TaskAwaiter", "TaskAwaiter`1", "ValueTaskAwaiter", "ValueTaskAwaiter`1", "ConfiguredTaskAwaitable.ConfiguredTaskAwaiter", "ConfiguredTaskAwaitable`1.ConfiguredTaskAwaiter", "ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter", "ConfiguredValueTaskAwaitable`1.ConfiguredValueTaskAwaiter" })
        {
            yield return awaiter.Contains("`")
                ? new ApiRow("M:" + Services + awaiter + ".GetResult", new Effect(EffectKind.Joins, Slot.This), new Effect(EffectKind.ForwardsTo, Slot.This))
                : Joins("M:" + Services + awaiter + ".GetResult", Slot.This);
            yield return Joins("P:" + Services + awaiter + ".IsCompleted", Slot.This);
        }

        foreach (var parameters in new[] { "System.Threading.Tasks.Task[]", "System.ReadOnlySpan{System.Threading.Tasks.Task}", "System.Threading.Tasks.Task[]," + Token, "System.Collections.Generic.IEnumerable{System.Threading.Tasks.Task}," + Token })
        {
            yield return Joins("M:" + Tasks + "Task.WaitAll(" + parameters + ")", Slot.Parameter(0));
        }
    }

    /// <summary>What waits no longer than so.</summary>
    private static IEnumerable<ApiRow> Bounded()
    {
        foreach (var type in TaskTypes)
        {
            foreach (var parameters in new[] { Token, Span, Span + "," + Token, Span + ",System.TimeProvider", Span + ",System.TimeProvider," + Token })
            {
                yield return new ApiRow("M:" + Tasks + type + ".WaitAsync(" + parameters + ")", new Effect(EffectKind.Abandons, Slot.This), new Effect(EffectKind.ForwardsTo, Slot.This));
            }
        }

        foreach (var parameters in new[] { "System.Int32", Span, "System.Int32," + Token, Span + "," + Token })
        {
            yield return new ApiRow("M:" + Tasks + "Task.Wait(" + parameters + ")", new Effect(EffectKind.Abandons, Slot.This));
        }

        foreach (var parameters in new[] { "System.Threading.Tasks.Task[],System.Int32", "System.Threading.Tasks.Task[]," + Span, "System.Threading.Tasks.Task[],System.Int32," + Token })
        {
            yield return new ApiRow("M:" + Tasks + "Task.WaitAll(" + parameters + ")", new Effect(EffectKind.Abandons, Slot.Parameter(0)));
        }

        foreach (var parameters in new[] { string.Empty, ",System.Int32", "," + Span, "," + Token, ",System.Int32," + Token })
        {
            yield return new ApiRow("M:" + Tasks + "Task.WaitAny(System.Threading.Tasks.Task[]" + parameters + ")", new Effect(EffectKind.Abandons, Slot.Parameter(0)));
        }

        foreach (var parameters in new[] { "System.Threading.Tasks.Task[]", "System.ReadOnlySpan{System.Threading.Tasks.Task}", "System.Threading.Tasks.Task,System.Threading.Tasks.Task", "System.Collections.Generic.IEnumerable{System.Threading.Tasks.Task}" })
        {
            yield return Raced("M:" + Tasks + "Task.WhenAny(" + parameters + ")", parameters.Contains("Task,"));
        }

        foreach (var parameters in new[] { "System.Threading.Tasks.Task{``0}[]", "System.ReadOnlySpan{System.Threading.Tasks.Task{``0}}", "System.Threading.Tasks.Task{``0},System.Threading.Tasks.Task{``0}", "System.Collections.Generic.IEnumerable{System.Threading.Tasks.Task{``0}}" })
        {
            yield return Raced("M:" + Tasks + "Task.WhenAny``1(" + parameters + ")", parameters.Contains("},"));
        }
    }

    private static ApiRow Same(string id) => new(id, new Effect(EffectKind.ForwardsTo, Slot.This));

    private static ApiRow Gathered(string id) => new(id, new Effect(EffectKind.ForwardsTo, Slot.Parameter(0)));

    private static ApiRow Joins(string id, Slot of) => new(id, new Effect(EffectKind.Joins, of));

    private static ApiRow Raced(string id, bool ofTwo) => ofTwo
        ? new(id, new Effect(EffectKind.Abandons, Slot.Parameter(0)), new Effect(EffectKind.Abandons, Slot.Parameter(1)))
        : new(id, new Effect(EffectKind.Abandons, Slot.Parameter(0)));
}
