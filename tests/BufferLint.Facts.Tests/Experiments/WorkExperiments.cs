// Members that wait for work, or stop waiting: called while the work runs, and again when it is over.
using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class WorkExperiments
{
    /// <summary>Enough for a call that does not wait; one that waits takes longer, whatever the limit.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    /// <summary>Over, if the member does not return, says no, or refuses while the work runs, and is through with a yes when it is over.</summary>
    public static Outcome? Waited(ApiRow row, Effect effect)
    {
        var isRunThere = row.Id.EndsWith("RunSynchronously", StringComparison.Ordinal);
        var work = new PendingWork();
        if (Call(row, effect, work, Soon, isStarted: !isRunThere) is not { } call)
        {
            return null;
        }

        var early = Task.Factory.StartNew(call, TaskCreationOptions.LongRunning);
        if (IsThrough(early, Soon) && !early.IsFaulted && PendingWork.SaysOver(early.Result))
        {
            return Outcome.StillRunning;
        }

        work.End(row.Name);
        var isOver = IsThrough(early, Late) && (IsYes(early) || SpinWait.SpinUntil(() => PendingWork.SaysOver(call()), Late));
        return isOver ? Outcome.Over : Outcome.StillRunning;

        static bool IsYes(Task<object?> answer) => !answer.IsFaulted && SpinWait.SpinUntil(() => PendingWork.SaysOver(answer.Result), Soon);
    }

    /// <summary>Still running, if the member is through, or what it gives, while the work runs.</summary>
    public static Outcome? Abandoned(ApiRow row, Effect effect)
    {
        var work = new PendingWork();
        if (Call(row, effect, work, Soon) is not { } call)
        {
            return null;
        }

        var waited = Task.Factory.StartNew(call, TaskCreationOptions.LongRunning);
        var isThrough = IsThrough(waited, Late) && (waited.IsFaulted || waited.Result is not Task given || IsThrough(given, Late)) && !work.Task.IsCompleted;
        work.End();
        return isThrough ? Outcome.StillRunning : Outcome.Over;
    }

    /// <summary>Forwarded, if what the member gives is through when the work is, and not before.</summary>
    public static Outcome? Forwarded(ApiRow row, Effect effect)
    {
        var work = new PendingWork();
        if (Call(row, effect, work, Late) is not { } call)
        {
            return null;
        }

        var made = call();
        var isEarly = PendingWork.SaysOver(made);
        work.End();
        return !isEarly && SpinWait.SpinUntil(() => PendingWork.SaysOver(made), Late) ? Outcome.Forwarded : Outcome.Copied;
    }

    private static bool IsThrough(Task task, TimeSpan limit) => Task.WhenAny(task, Task.Delay(limit)).Result == task;

    /// <summary>A call on pending work that waits no longer than the limit; <see langword="null"/> where the member is not about work.</summary>
    private static Func<object?>? Call(ApiRow row, Effect effect, PendingWork work, TimeSpan limit, bool isStarted = true)
    {
        if (Arrangement.MethodOf(row, effect) is not { } declared || (effect.Of.Ordinal >= 0 && !IsWork(declared.GetParameters()[effect.Of.Ordinal].ParameterType)))
        {
            return null;
        }

        var method = Close(declared);
        var arguments = method.GetParameters()
            .Select((parameter, index) => Argument(parameter.ParameterType, effect.Of.Equals(Slot.Parameter(index)) ? work.Task : PendingWork.Ended, work, limit, effect.Kind == EffectKind.Abandons))
            .ToList();
        if (!method.IsStatic)
        {
            if (work.As(declared.DeclaringType!, isStarted) is not { } receiver)
            {
                return null;
            }

            arguments.Insert(0, receiver);
        }

        var call = Invoker.PrepareToBegin(method, [.. arguments]);
        return method is MethodInfo { ReturnType: var type } && type == typeof(void) ? Answered : call;

        object? Answered()
        {
            call();
            return true;
        }
    }

    private static bool IsWork(Type type) => typeof(Task).IsAssignableFrom(type) || IsMany(type);

    private static bool IsMany(Type type) => type.Name is "Task[]" or "Task`1[]" || (type.IsGenericType && type.GetGenericArguments() is [{ } element] && typeof(Task).IsAssignableFrom(element));

    private static MethodBase Close(MethodBase method)
    {
        var closed = method.DeclaringType is { IsGenericTypeDefinition: true } definition
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, definition.MakeGenericType(definition.GetGenericArguments().Select(static _ => typeof(object)).ToArray()).TypeHandle)!
            : method;
        return closed is MethodInfo { IsGenericMethodDefinition: true } generic ? generic.MakeGenericMethod(typeof(object)) : closed;
    }

    /// <summary>A token is cancelled where the member is said to stop waiting and has no other limit; the work among others is one of two.</summary>
    private static object? Argument(Type type, Task<object> task, PendingWork work, TimeSpan limit, bool isAbandoned) => type switch
    {
        _ when type == typeof(CancellationToken) => isAbandoned ? new CancellationTokenSource(limit).Token : default,
        _ when type == typeof(TimeSpan) => limit,
        _ when type == typeof(int) => (int)limit.TotalMilliseconds,
        _ when type == typeof(bool) => false,
        _ when type == typeof(TimeProvider) => TimeProvider.System,
        _ when type == typeof(ConfigureAwaitOptions) => ConfigureAwaitOptions.None,
        _ when type.IsAssignableFrom(typeof(Task<object>)) && type != typeof(object) => task,
        _ when type.IsGenericType && type.GetGenericArguments()[0] == typeof(Task) => new Task[] { work.Task, PendingWork.Ended },
        _ when IsMany(type) => new[] { work.Task, PendingWork.Ended },
        _ => null,
    };
}
