// Work that goes on until somebody lets it end, and whatever the runtime has to speak of it: tasks and their awaiters,
// threads, signals.
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace BufferLint.ExecutedFacts.Experiments;

/// <summary>Work that runs until <see cref="End"/>.</summary>
internal sealed class PendingWork
{
    private readonly TaskCompletionSource<object> _work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What lets the work end, whatever it is.</summary>
    private Action _end;

    public PendingWork() => _end = () => _work.TrySetResult(new object());

    public Task<object> Task => _work.Task;

    /// <summary>Work that is over already.</summary>
    public static Task<object> Ended { get; } = System.Threading.Tasks.Task.FromResult(new object());

    /// <summary>Lets it end, in the way that a member asks for.</summary>
    public void End(string member = "")
    {
        if (member.Contains("Canceled", StringComparison.Ordinal))
        {
            _work.TrySetCanceled();
        }
        else if (member is "IsFaulted" or "Exception")
        {
            _work.TrySetException(new InvalidOperationException());
        }

        _end();
    }

    /// <summary>What stands for the work in the words of a type; <see langword="null"/> where it is no type of work.</summary>
    /// <param name="definition">A type, as declared.</param>
    /// <param name="isStarted">Whether the work runs already, rather than when it is started.</param>
    public object? As(Type definition, bool isStarted = true)
    {
        var value = new ValueTask<object>(Task);
        var plain = new ValueTask((Task)Task);
        object?[] forms =
        [
            isStarted ? Task : new Task<object>(() => Task.Result), value, plain,
            Task.GetAwaiter(), ((Task)Task).GetAwaiter(), value.GetAwaiter(), plain.GetAwaiter(),
            Task.ConfigureAwait(false), ((Task)Task).ConfigureAwait(false), value.ConfigureAwait(false), plain.ConfigureAwait(false),
            Task.ConfigureAwait(false).GetAwaiter(), ((Task)Task).ConfigureAwait(false).GetAwaiter(),
            value.ConfigureAwait(false).GetAwaiter(), plain.ConfigureAwait(false).GetAwaiter(),
        ];
        return Array.Find(forms, form => IsA(form!.GetType(), definition)) ?? Thread(definition, isStarted) ?? Signal(definition);
    }

    /// <summary>Whether what a member gave says that the work is over: a task by being completed, an answer by being yes.</summary>
    public static bool SaysOver(object? made) => made switch
    {
        Task task => task.IsCompleted,
        ValueTask task => task.IsCompleted,
        ValueTask<object> task => task.IsCompleted,
        TaskAwaiter awaiter => awaiter.IsCompleted,
        TaskAwaiter<object> awaiter => awaiter.IsCompleted,
        ValueTaskAwaiter awaiter => awaiter.IsCompleted,
        ConfiguredTaskAwaitable awaitable => awaitable.GetAwaiter().IsCompleted,
        ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter => awaiter.IsCompleted,
        ConfiguredValueTaskAwaitable awaitable => awaitable.GetAwaiter().IsCompleted,
        ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter => awaiter.IsCompleted,
        TaskStatus status => status is TaskStatus.RanToCompletion or TaskStatus.Faulted or TaskStatus.Canceled,
        bool answer => answer,
        _ => made is not null,
    };

    private static bool IsA(Type type, Type definition) => type == definition || (type.IsGenericType && type.GetGenericTypeDefinition() == definition) || (type.BaseType is { } parent && IsA(parent, definition));

    private object? Thread(Type definition, bool isStarted)
    {
        if (definition != typeof(Thread))
        {
            return null;
        }

        var thread = new Thread(_ => Task.Wait()) { IsBackground = true };
        if (isStarted)
        {
            thread.Start();
        }

        return thread;
    }

    private object? Signal(Type definition)
    {
        if (definition == typeof(ManualResetEventSlim))
        {
            var signal = new ManualResetEventSlim();
            _end = signal.Set;
            return signal;
        }

        if (definition == typeof(CountdownEvent))
        {
            var signal = new CountdownEvent(1);
            _end = () => signal.Signal();
            return signal;
        }

        if (definition == typeof(SemaphoreSlim))
        {
            var signal = new SemaphoreSlim(0);
            _end = () => signal.Release(10);
            return signal;
        }

        if (definition == typeof(Barrier))
        {
            var signal = new Barrier(2);
            _end = () => signal.RemoveParticipant();
            return signal;
        }

        if (definition == typeof(WaitHandle))
        {
            var signal = new ManualResetEvent(false);
            _end = () => signal.Set();
            return signal;
        }

        if (definition == typeof(TaskCompletionSource))
        {
            var signal = new TaskCompletionSource();
            _end = signal.SetResult;
            return signal;
        }

        return definition == typeof(TaskCompletionSource<>) ? _work : null;
    }
}
