// Tasks and what is made of them to wait: all lead to the very object that the task results in.
using System;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class TaskExperiments
{
    private static readonly object Wanted = new();

    private static readonly object[] Owners =
    [
        Task.FromResult(Wanted),
        new ValueTask<object>(Wanted),
        Task.FromResult(Wanted).GetAwaiter(),
        new ValueTask<object>(Wanted).GetAwaiter(),
        Task.FromResult(Wanted).ConfigureAwait(false),
        new ValueTask<object>(Wanted).ConfigureAwait(false),
        Task.FromResult(Wanted).ConfigureAwait(false).GetAwaiter(),
        new ValueTask<object>(Wanted).ConfigureAwait(false).GetAwaiter(),
    ];

    /// <summary>Forwarded, if the result is reached; <see langword="null"/> for what is no task.</summary>
    public static Outcome? Run(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { DeclaringType: { IsGenericType: true } definition } method ||
            Array.Find(Owners, owner => IsA(owner.GetType(), definition)) is not { } owner)
        {
            return null;
        }

        var closed = MethodBase.GetMethodFromHandle(method.MethodHandle, definition.MakeGenericType(typeof(object)).TypeHandle)!;
        object?[] arguments = [owner, .. Array.ConvertAll(closed.GetParameters(), parameter => parameter.ParameterType == typeof(TimeProvider) ? TimeProvider.System : Activator.CreateInstance(parameter.ParameterType))];
        return ReferenceEquals(ResultOf(Invoker.Prepare(closed, arguments)()!), Wanted) ? Outcome.Forwarded : Outcome.Copied;
    }

    private static bool IsA(Type type, Type definition) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == definition || (type.BaseType is { } parent && IsA(parent, definition)));

    private static object ResultOf(object made) => made switch
    {
        Task<object> task => task.Result,
        ValueTask<object> task => task.Result,
        TaskAwaiter<object> awaiter => awaiter.GetResult(),
        ValueTaskAwaiter<object> awaiter => awaiter.GetResult(),
        ConfiguredTaskAwaitable<object> awaitable => awaitable.GetAwaiter().GetResult(),
        ConfiguredValueTaskAwaitable<object> awaitable => awaitable.GetAwaiter().GetResult(),
        ConfiguredTaskAwaitable<object>.ConfiguredTaskAwaiter awaiter => awaiter.GetResult(),
        ConfiguredValueTaskAwaitable<object>.ConfiguredValueTaskAwaiter awaiter => awaiter.GetResult(),
        _ => made,
    };
}
