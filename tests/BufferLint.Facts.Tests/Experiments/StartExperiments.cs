// Members that start work: what they were given is still in use, or still to be used, when they have returned.
using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class StartExperiments
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    /// <summary>Still running, if the work gets what the row says, and goes on after the call.</summary>
    public static Outcome? Run(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { DeclaringType: { } type } declared)
        {
            return null;
        }

        if (type == typeof(ChannelWriter<>))
        {
            return Written(declared);
        }

        var work = new GatedWork();
        var method = declared is MethodInfo { IsGenericMethodDefinition: true } generic ? generic.MakeGenericMethod(typeof(object)) : declared;
        var arguments = method.GetParameters().Select(parameter => work.Argument(parameter.ParameterType)).ToList();
        if (method is MethodInfo { IsStatic: false })
        {
            arguments.Insert(0, work.Receiver(type));
        }

        var made = Invoker.PrepareToBegin(method, [.. arguments])();
        (made as Timer)?.Change(0, Timeout.Infinite);
        new Thread(work.Cancellation.Cancel) { IsBackground = true }.Start();
        var isThroughFirst = work.IsOver;
        work.Gate.Set();
        var isStarted = SpinWait.SpinUntil(() => work.IsOver, Late);
        GC.KeepAlive(made);
        var isState = effect.Of.Ordinal >= 0 && method.GetParameters()[effect.Of.Ordinal].ParameterType == typeof(object);
        return isStarted && !isThroughFirst && (!isState || ReferenceEquals(work.Seen, work.State)) ? Outcome.StillRunning : Outcome.Over;
    }

    /// <summary>What was written lies in the channel when the call is through, for another to take.</summary>
    private static Outcome Written(MethodBase declared)
    {
        var channel = Channel.CreateUnbounded<object>();
        var (item, method) = (new object(), MethodBase.GetMethodFromHandle(declared.MethodHandle, typeof(ChannelWriter<object>).TypeHandle)!);
        object?[] arguments = [channel.Writer, .. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(object) ? item : default(CancellationToken))];
        Invoker.Prepare(method, arguments)();
        return channel.Reader.TryRead(out var taken) && ReferenceEquals(taken, item) ? Outcome.StillRunning : Outcome.Over;
    }

    /// <summary>Work behind a gate, in whatever form it can be handed over.</summary>
    private sealed class GatedWork
    {
        public ManualResetEventSlim Gate { get; } = new();

        public object State { get; } = new();

        public CancellationTokenSource Cancellation { get; } = new();

        public object? Seen { get; private set; }

        public bool IsOver { get; private set; }

        public object Receiver(Type type) => type switch
        {
            _ when type == typeof(Thread) => new Thread(Do) { IsBackground = true },
            _ when type == typeof(Task) => new Task(() => Do(null)),
            _ when type == typeof(CancellationToken) => Cancellation.Token,
            _ when type == typeof(TimeProvider) => TimeProvider.System,
            _ => Activator.CreateInstance(type)!,
        };

        public object? Argument(Type type) => type switch
        {
            _ when type == typeof(Action) => (Action)(() => Do(null)),
            _ when type == typeof(Action<object, CancellationToken>) => (Action<object?, CancellationToken>)((state, _) => Do(state)),
            _ when type == typeof(WaitOrTimerCallback) => (WaitOrTimerCallback)((state, _) => Do(state)),
            _ when type == typeof(WaitHandle) => new ManualResetEvent(false),
            _ when type == typeof(bool) => true,
            _ when typeof(Delegate).IsAssignableFrom(type) => Delegate.CreateDelegate(type, this, ((Action<object?>)Do).Method),
            _ when type == typeof(object) => State,
            _ when type == typeof(TaskScheduler) => TaskScheduler.Default,
            _ when type == typeof(TimeSpan) => TimeSpan.Zero,
            _ => Convert.ChangeType(0, type, System.Globalization.CultureInfo.InvariantCulture),
        };

        private void Do(object? state)
        {
            Gate.Wait();
            (Seen, IsOver) = (state, true);
        }
    }
}
