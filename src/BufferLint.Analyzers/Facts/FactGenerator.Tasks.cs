// Tasks that are given to methods written in source: whether those wait for them.
using System.Collections.Generic;
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The calls whose task may end before the work behind a task that they were given.</summary>
    private readonly HashSet<IOperation> _givingUp = new();

    /// <summary>What becomes of a task that source is given; <see langword="null"/> if nobody can say.</summary>
    private static GivenTask? TaskGiven(CallSite? site, Argument argument)
    {
        foreach (var given in site is { Summary: var summary } && argument is { IsByRef: false, Origin: not null } ? summary.Tasks : ImmutableArray<GivenTask>.Empty)
        {
            if (given.Parameter == argument.Parameter?.Ordinal)
            {
                return given;
            }
        }

        return null;
    }

    /// <summary>Whether it is known what becomes of a task, other than that it is waited for in the call.</summary>
    private static bool IsFollowed(Call call, CallSite? site, Argument argument) =>
        TaskGiven(site, argument) is { } given && (!given.IsAwaited || given.IsGivenUp || WorkTypes.IsAwaitable(call.ResultType));

    /// <summary>Work that a callee may have stopped waiting for.</summary>
    /// <returns>Whether it waited before it returned, and so may throw.</returns>
    private bool EmitGivenUp(Call call, CallSite? site)
    {
        var throws = false;
        foreach (var argument in call.Arguments)
        {
            if (TaskGiven(site, argument) is { IsGivenUp: true })
            {
                Emit(new Abandon(call.Operation.Syntax, argument.Origin!));
                throws |= !WorkTypes.IsAwaitable(call.ResultType);
                _givingUp.Add(call.Operation);
            }
        }

        return throws;
    }

    /// <summary>Who waits for the task of a method waits for those that it awaits; one without a task has waited when it returns.</summary>
    private Origin? WithTasksGiven(Call call, CallSite? site, Origin? result)
    {
        if (Continuations.StandFor(call))
        {
            result = WithWork(call, result, call.Instance!);
        }

        foreach (var argument in call.Arguments)
        {
            if (TaskGiven(site, argument) is not { IsAwaited: true } given)
            {
                continue;
            }

            if (WorkTypes.IsAwaitable(call.ResultType))
            {
                result = WithWork(call, result, argument.Origin!);
            }
            else if (given.IsGivenUp)
            {
                Emit(new Join(call.Operation.Syntax, argument.Origin!, HasReturned: true));
            }
        }

        return result;
    }

    /// <summary>A task that stands for the work of another one as well.</summary>
    private Origin WithWork(Call call, Origin? task, Origin work)
    {
        var both = task ?? Temporary(call.Operation);
        Emit(new OriginFlow(call.Operation.Syntax, both, ImmutableArray.Create(work), Adds: task is not null, Dereferences: false));
        return both;
    }
}
