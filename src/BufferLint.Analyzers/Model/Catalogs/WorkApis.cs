// What begins work that nobody can wait for by what the call returns: threads, the pool, timers, posted callbacks, and
// channels, whose other end is another's.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class WorkApis
{
    private const string Threading = "System.Threading.";
    private const string Pool = "M:" + Threading + "ThreadPool.";
    private const string Thread = "M:" + Threading + "Thread.";
    private const string Timer = "M:" + Threading + "Timer.#ctor(" + Threading + "TimerCallback";
    private const string Writer = "M:System.Threading.Channels.ChannelWriter`1.";

    public static ApiFamily Family { get; } = new("Work", Queued().Concat(Threads()).Concat(Timers()).Concat(Posted()).Concat(Registered()).Concat(Signals()).ToImmutableArray()) { OnlyCarries = true };

    private static IEnumerable<ApiRow> Queued()
    {
        yield return Starts(Pool + "QueueUserWorkItem(" + Threading + "WaitCallback)", 0);
        foreach (var name in new[] { "QueueUserWorkItem", "UnsafeQueueUserWorkItem" })
        {
            yield return Starts(Pool + name + "(" + Threading + "WaitCallback,System.Object)", 0, 1);
            yield return Starts(Pool + name + "``1(System.Action{``0},``0,System.Boolean)", 0, 1);
        }
    }

    private static IEnumerable<ApiRow> Threads()
    {
        foreach (var name in new[] { "Start", "UnsafeStart" })
        {
            yield return new ApiRow(Thread + name, new Effect(EffectKind.Starts, Slot.This));
            yield return new ApiRow(Thread + name + "(System.Object)", new Effect(EffectKind.Starts, Slot.This), new Effect(EffectKind.Starts, Slot.Parameter(0)));
        }

        yield return new ApiRow("M:" + Threading + "Tasks.Task.Start", new Effect(EffectKind.Starts, Slot.This));
        yield return new ApiRow("M:" + Threading + "Tasks.Task.Start(System.Threading.Tasks.TaskScheduler)", new Effect(EffectKind.Starts, Slot.This));
        yield return new ApiRow(Thread + "Join", new Effect(EffectKind.Joins, Slot.This));
        yield return new ApiRow(Thread + "Join(System.Int32)", new Effect(EffectKind.Abandons, Slot.This));
        yield return new ApiRow(Thread + "Join(System.TimeSpan)", new Effect(EffectKind.Abandons, Slot.This));
    }

    private static IEnumerable<ApiRow> Timers()
    {
        yield return Starts(Timer + ")", 0);
        foreach (var number in new[] { "System.Int32", "System.Int64", "System.UInt32", "System.TimeSpan" })
        {
            yield return Starts(Timer + ",System.Object," + number + "," + number + ")", 0, 1);
        }
    }

    private static IEnumerable<ApiRow> Posted()
    {
        yield return Starts("M:" + Threading + "SynchronizationContext.Post(" + Threading + "SendOrPostCallback,System.Object)", 0, 1);
        yield return Starts(Writer + "TryWrite(`0)", 0);
        yield return Starts(Writer + "WriteAsync(`0," + Threading + "CancellationToken)", 0);
    }

    /// <summary>Callbacks that run until what comes out is disposed.</summary>
    private static IEnumerable<ApiRow> Registered()
    {
        const string Token = "M:" + Threading + "CancellationToken.";
        foreach (var flow in new[] { ")", ",System.Boolean)" })
        {
            yield return Starts(Token + "Register(System.Action" + flow, 0);
            yield return Starts(Token + "Register(System.Action{System.Object},System.Object" + flow, 0, 1);
        }

        foreach (var name in new[] { "Register", "UnsafeRegister" })
        {
            yield return Starts(Token + name + "(System.Action{System.Object," + Threading + "CancellationToken},System.Object)", 0, 1);
        }

        yield return Starts(Token + "UnsafeRegister(System.Action{System.Object},System.Object)", 0, 1);
        yield return Starts("M:System.TimeProvider.CreateTimer(" + Threading + "TimerCallback,System.Object,System.TimeSpan,System.TimeSpan)", 0, 1);
        foreach (var number in new[] { "System.Int32", "System.Int64", "System.UInt32", "System.TimeSpan" })
        {
            yield return Starts(Pool + "RegisterWaitForSingleObject(" + Threading + "WaitHandle," + Threading + "WaitOrTimerCallback,System.Object," + number + ",System.Boolean)", 1, 2);
        }
    }

    /// <summary>What work sets when it is done.</summary>
    private static IEnumerable<ApiRow> Signals()
    {
        const string Token = Threading + "CancellationToken";
        foreach (var type in new[] { "ManualResetEventSlim", "CountdownEvent", "SemaphoreSlim" })
        {
            yield return Joins("M:" + Threading + type + ".Wait");
            yield return Joins("M:" + Threading + type + ".Wait(" + Token + ")");
            yield return Joins("M:" + Threading + type + ".Wait(System.Int32)");
            yield return Joins("M:" + Threading + type + ".Wait(System.TimeSpan)");
        }

        yield return Joins("M:" + Threading + "SemaphoreSlim.WaitAsync");
        yield return Joins("M:" + Threading + "SemaphoreSlim.WaitAsync(" + Token + ")");
        yield return Joins("M:" + Threading + "WaitHandle.WaitOne");
        yield return Joins("M:" + Threading + "WaitHandle.WaitOne(System.Int32)");
        yield return Joins("M:" + Threading + "WaitHandle.WaitOne(System.TimeSpan)");
        yield return Joins("M:" + Threading + "Barrier.SignalAndWait");
        yield return Joins("P:" + Threading + "Tasks.TaskCompletionSource.Task");
        yield return Joins("P:" + Threading + "Tasks.TaskCompletionSource`1.Task");
    }

    private static ApiRow Joins(string id) => new(id, new Effect(EffectKind.Joins, Slot.This));

    private static ApiRow Starts(string id, params int[] given) => new(id, given.Select(static parameter => new Effect(EffectKind.Starts, Slot.Parameter(parameter))).ToArray());
}
