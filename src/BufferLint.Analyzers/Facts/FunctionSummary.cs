// What a function written in source does to owners that its caller can name: its parameters, what it captured, this object.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>Something that is done to what a path names.</summary>
/// <param name="Effect">What is done.</param>
/// <param name="Owner">To what.</param>
/// <param name="Amount">How many elements are added each time it is called; <see langword="null"/> if not known.</param>
/// <param name="Via">What the function calls to do it; <see langword="null"/> if it does it itself.</param>
internal sealed record FunctionEffect(Effect Effect, NamedPath Owner, Quantity? Amount, CallChain? Via)
{
    /// <summary>The views given as arguments that are used when it is done already, and mind it.</summary>
    public ImmutableArray<LateUse> LateUses { get; init; } = ImmutableArray<LateUse>.Empty;
}

/// <summary>A use of a view that came in as an argument.</summary>
/// <param name="Parameter">The ordinal of the parameter.</param>
/// <param name="Kind">What is done with it.</param>
internal readonly record struct LateUse(int Parameter, UseKind Kind);

/// <summary>What a result, a field or a variable given by reference may hold when the function returns.</summary>
/// <param name="Into">The field or variable; <see langword="null"/> for the result.</param>
/// <param name="Of">Whose view it is, or what it is another name of; <see langword="null"/> for something new, or a view of that.</param>
/// <param name="View">How the view was taken; <see langword="null"/> where it is the very object.</param>
internal sealed record FunctionOutput(NamedPath? Into, NamedPath? Of, Effect? View)
{
    /// <summary>Whether what is meant is what <see cref="Of"/> named when the function was called, and it may name something else by now.</summary>
    public bool IsOld { get; init; }
}

/// <summary>Work that a function begins and leaves running.</summary>
/// <param name="Used">What it uses.</param>
/// <param name="Kept">The field that its task is kept in; <see langword="null"/> if nobody can wait for it.</param>
/// <param name="IsDelegated">Whether it is code that was handed over.</param>
/// <param name="Through">The functions in which it begins, from the one called there inwards.</param>
internal sealed record FunctionStart(ImmutableArray<NamedPath> Used, NamedPath? Kept, bool IsDelegated, ImmutableArray<string> Through)
{
    /// <summary>Whether the same is said, whoever begins it.</summary>
    public bool SaysTheSameAs(FunctionStart other) => IsDelegated == other.IsDelegated && Equals(Kept, other.Kept) && Used.SequenceEqual(other.Used);
}

/// <summary>What becomes of a task that a function is given, where nobody else gets it.</summary>
/// <param name="Parameter">The ordinal of the parameter.</param>
/// <param name="IsAwaited">Whether the work is over when the function, its own task too, has come to its regular end; else it may be running.</param>
/// <param name="IsGivenUp">Whether it may be running where the waiting was ended by something else.</param>
internal readonly record struct GivenTask(int Parameter, bool IsAwaited, bool IsGivenUp);

/// <summary>What a call of a function comes to.</summary>
/// <param name="Breaks">Whose views it may break before it returns.</param>
/// <param name="Outputs">What may be held afterwards; a place that may also hold what no path names is left out.</param>
/// <param name="Replaced">Fields and variables that hold something else afterwards.</param>
internal sealed record FunctionSummary(ImmutableArray<FunctionEffect> Breaks, ImmutableArray<FunctionOutput> Outputs, ImmutableArray<NamedPath> Replaced)
{
    /// <summary>The parameters, by number, whose release somebody else may answer for afterwards.</summary>
    public ImmutableArray<int> Transferred { get; init; } = ImmutableArray<int>.Empty;

    /// <summary>The work that goes on when it has returned, and that it does not hand out.</summary>
    public ImmutableArray<FunctionStart> Started { get; init; } = ImmutableArray<FunctionStart>.Empty;

    /// <summary>The tasks that it is given, as far as it is seen what becomes of them: who gets any other may wait for it.</summary>
    public ImmutableArray<GivenTask> Tasks { get; init; } = ImmutableArray<GivenTask>.Empty;

    /// <summary>The parameters, by number, of whose storage something is written; <see cref="Receiver"/> among them for its own object's.</summary>
    public ImmutableArray<int> Writes { get; init; } = ImmutableArray<int>.Empty;

    /// <summary>Stands for a function's own object among its parameters.</summary>
    public const int Receiver = -1;

    /// <summary>Of a function that was looked into and does nothing that matters to its caller.</summary>
    public static FunctionSummary Nothing { get; } = new(ImmutableArray<FunctionEffect>.Empty, ImmutableArray<FunctionOutput>.Empty, ImmutableArray<NamedPath>.Empty);

    /// <summary>Of a function without source, over budget, or that calls itself: nothing is known.</summary>
    public static FunctionSummary Unknown { get; } = Nothing with { };

    public bool IsUnknown => ReferenceEquals(this, Unknown);

    /// <summary>Whether a second call may do more than the first: as far as buffers go.</summary>
    public bool ChangesAnything => !Breaks.IsEmpty || !Replaced.IsEmpty;

    /// <summary>The same of a function that calls itself: how much it adds in all nobody can say.</summary>
    public FunctionSummary WithoutAmounts() => Breaks.IsEmpty ? this : this with { Breaks = ImmutableArray.CreateRange(Breaks, static done => done with { Amount = null }) };

    /// <summary>What a call comes to that runs one of several functions: whatever one of them does may be done.</summary>
    /// <param name="called">The method that the call names; its parameters stand for theirs.</param>
    /// <param name="summaries">What each does.</param>
    public static FunctionSummary Join(IMethodSymbol called, IEnumerable<FunctionSummary> summaries)
    {
        var all = summaries.ToArray();
        if (all.All(static summary => summary.IsUnknown))
        {
            return Unknown;
        }

        var breaks = all.SelectMany(static summary => summary.Breaks)
            .Select(done => done with { Owner = Renamed(done.Owner)!, Amount = null, Effect = IsDoneByAll(done) ? done.Effect : done.Effect with { IsPossible = true } })
            .GroupBy(static done => (done.Effect, done.Owner))
            .Select(static same => same.First() with { LateUses = same.SelectMany(static done => done.LateUses).Distinct().ToImmutableArray() });
        var outputs = all.SelectMany(static summary => summary.Outputs)
            .Where(output => all.All(summary => summary.Outputs.Any(other => Equals(Renamed(other.Into), Renamed(output.Into)))))
            .Select(output => output with { Into = Renamed(output.Into), Of = Renamed(output.Of) })
            .Distinct();
        var replaced = all.SelectMany(static summary => summary.Replaced).Select(path => Renamed(path)!).Distinct();
        var transferred = all.SelectMany(summary => summary.IsUnknown ? Enumerable.Range(0, called.Parameters.Length) : summary.Transferred).Distinct().OrderBy(static ordinal => ordinal);
        var started = all.SelectMany(static summary => summary.Started).Select(start => start with { Used = ImmutableArray.CreateRange(start.Used, path => Renamed(path)!), Kept = Renamed(start.Kept) });
        var writes = all.SelectMany(static summary => summary.Writes).Distinct().OrderBy(static ordinal => ordinal);
        var tasks = all[0].Tasks.Where(task => all.All(summary => summary.Tasks.Contains(task)));
        return new FunctionSummary(breaks.ToImmutableArray(), outputs.ToImmutableArray(), replaced.ToImmutableArray()) { Transferred = transferred.ToImmutableArray(), Started = started.ToImmutableArray(), Writes = writes.ToImmutableArray(), Tasks = tasks.ToImmutableArray() };

        bool IsDoneByAll(FunctionEffect done) => !done.Effect.GivesBack || all.All(summary => summary.Breaks.Any(other => other.Effect.Equals(done.Effect) && Equals(Renamed(other.Owner), Renamed(done.Owner))));

        NamedPath? Renamed(NamedPath? path) =>
            path?.Root is IMethodSymbol ? path with { Root = called } :
            path?.Root is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } } parameter ? path with { Root = called.Parameters[parameter.Ordinal] } : path;
    }

    /// <summary>Whether two summaries say the same, whoever does it.</summary>
    public bool SaysTheSameAs(FunctionSummary other) =>
        IsUnknown == other.IsUnknown &&
        Breaks.Select(static done => (done.Effect, done.Owner, done.Amount)).SequenceEqual(other.Breaks.Select(static done => (done.Effect, done.Owner, done.Amount))) &&
        Breaks.SelectMany(static done => done.LateUses).SequenceEqual(other.Breaks.SelectMany(static done => done.LateUses)) &&
        Outputs.SequenceEqual(other.Outputs) &&
        Transferred.SequenceEqual(other.Transferred) &&
        Started.Length == other.Started.Length && Started.Zip(other.Started, static (one, same) => one.SaysTheSameAs(same)).All(static same => same) &&
        Writes.SequenceEqual(other.Writes) &&
        Tasks.SequenceEqual(other.Tasks) &&
        Replaced.SequenceEqual(other.Replaced);
}

/// <summary>Finds what a function written in source does.</summary>
internal interface IFunctionSummaries
{
    /// <returns><see cref="FunctionSummary.Unknown"/> for a function that is being looked into already: it calls itself.</returns>
    FunctionSummary Of(IMethodSymbol function);
}
