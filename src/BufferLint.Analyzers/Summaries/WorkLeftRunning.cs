// What a function has begun and not waited for when it returns, in its caller's names.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>Work that goes on when a function has returned, and of which its caller gets nothing.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Used">What it uses, of that which the caller can name.</param>
/// <param name="Kept">The field that its task, or the collection of that, is kept in; <see langword="null"/> if nobody has it.</param>
internal sealed record WorkLeftRunning(Start Start, ImmutableArray<NamedPath> Used, NamedPath? Kept)
{
    /// <summary>That of <see cref="Used"/> of which it has a view.</summary>
    public ImmutableArray<NamedPath> Viewed { get; init; } = ImmutableArray<NamedPath>.Empty;

    /// <summary>The work in the body of a method.</summary>
    public static IEnumerable<WorkLeftRunning> In(ResolvedBody body, IMethodSymbol method) =>
        !body.Facts.StartsWork ? Enumerable.Empty<WorkLeftRunning>() :
        In(body.Graph, RunningWork.Solve(body.Graph, body.Facts, body.Resolution, CancellationToken.None), body.Resolution, new CallerNames(body.Facts, body.Resolution, method, ExitState.Of(body.Graph, body.Facts, body.Resolution)));

    /// <summary>The work in a body that was solved.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="running">What runs in it.</param>
    /// <param name="resolution">What their operands hold.</param>
    /// <param name="names">What the caller calls things.</param>
    public static IEnumerable<WorkLeftRunning> In(FlowGraph graph, RunningWork running, Resolution resolution, CallerNames names)
    {
        if (graph.Nodes.FirstOrDefault(static node => node.Block.Kind == BasicBlockKind.Exit) is not { } exit || resolution.Solver.AtEndOf(exit) is not { } held)
        {
            yield break;
        }

        foreach (var id in running.Solver.AtEndOf(exit) is { } state ? state.Work.ToArray().Where(running.IsStartedHere) : System.Array.Empty<int>())
        {
            var start = running.StartOf(id);
            var kept = running.PlaceOf(start) is { } place ? NamedPath.Of(place.Step is { IsElement: true } ? place.Parent! : place, running.This) : null;
            var values = resolution.WithParts(held, start.Work).ToArray().Select(value => resolution.Values[value]).ToArray();
            var used = values.Select(value => NameOf(value, names)).OfType<NamedPath>().Distinct().OrderBy(static path => path.ToString(), System.StringComparer.Ordinal).ToImmutableArray();
            if (!used.IsEmpty && !running.IsReturned(start) && (running.PlaceOf(start) is null || (kept is { Steps.IsEmpty: false } && names.IsOutside(kept))))
            {
                yield return new WorkLeftRunning(start, used, kept) { Viewed = values.Where(static value => value is Loan).Select(value => NameOf(value, names)).OfType<NamedPath>().ToImmutableArray() };
            }
        }
    }

    /// <summary>The same as one sentence of a summary.</summary>
    public FunctionStart AsStart() => new(Used, Kept, Start.IsDelegated, Start.Through);

    /// <summary>What a value is called outside; this object itself is more than work is given.</summary>
    private static NamedPath? NameOf(Value value, CallerNames names) => value switch
    {
        Released => null,
        Loan loan => NameOf(loan.Owner, names),
        Part { Step.IsHandleOfView: true, Of: var whole } => NameOf(whole, names),
        _ => names.OnReturn(value) is { } path && !path.Equals(NamedPath.This) ? path : null,
    };
}
