// Engine, oracle and runs side by side, for a set of programs.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Oracle.Execution;
using BufferLint.Oracle.Paths;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Comparison;

/// <summary>What came of one program.</summary>
internal sealed class Result(ProgramTree program, Verdict? verdict, ImmutableArray<EngineFinding> findings)
{
    public ProgramTree Program { get; } = program;

    /// <summary>What is due; <see langword="null"/> if the program has too many paths to be judged.</summary>
    public Verdict? Verdict { get; } = verdict;

    public ImmutableArray<EngineFinding> Findings { get; } = findings;

    public Dictionary<Approximation, int> Approximations { get; } = [];

    /// <summary>Differences that nothing excuses.</summary>
    public List<string> Faults { get; } = [];

    public int Runs { get; set; }

    /// <summary>How many stale uses the runs showed.</summary>
    public int StaleUsesSeen { get; set; }

    /// <summary>How many findings are due: pairs of an acquisition and what breaks it.</summary>
    public int Expected { get; set; }

    /// <summary>Takes in what came of a method that the program calls.</summary>
    public void AddMethod(Result method)
    {
        Methods++;
        Expected += method.Expected;
        Faults.AddRange(method.Faults.Select(fault => $"in a method of its own: {fault}"));
        foreach (var (approximation, count) in method.Approximations)
        {
            Approximations[approximation] = Approximations.GetValueOrDefault(approximation) + count;
        }
    }

    /// <summary>How many methods it calls.</summary>
    public int Methods { get; private set; }

    public void Count(Approximation approximation) => Approximations[approximation] = Approximations.GetValueOrDefault(approximation) + 1;
}

/// <summary>Compares. One instance for one set of programs.</summary>
internal sealed class Comparer
{
    private const int MaxPaths = 600;

    private static readonly Dictionary<Across, Approximation> AcrossCalls = new()
    {
        [Across.UsedByBreaker] = Approximation.UsedByBreaker,
        [Across.BrokenByTaker] = Approximation.BrokenByTaker,
        [Across.BrokenByThrower] = Approximation.BrokenByThrower,
    };

    private readonly StraightCode _straight = new();

    /// <summary>Compares all programs; the results are in their order.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="isHidden">Which statements of called methods the engine is not shown; none, but to see that it is missed.</param>
    public static async Task<ImmutableArray<Result>> CompareAsync(IEnumerable<ProgramTree> programs, Func<Call, Statement, bool>? isHidden = null)
    {
        var placed = programs.Select(program => program.Placed()).ToImmutableArray();
        var batch = new Batch(placed);
        var findings = await batch.AnalyzeAsync(isHidden).ConfigureAwait(false);
        var inputs = placed.Select(_ => new List<Inputs>()).ToArray();
        var verdicts = placed.Select((program, index) => PathOracle.Judge(program, Reading.Exact, MaxPaths, inputs[index])).ToArray();
        var witnesses = batch.Run(inputs);
        var comparer = new Comparer();
        var results = placed.Select((program, index) => comparer.Compare(new Result(program, verdicts[index], [.. findings[index].Where(finding => finding.Method == 0)]), witnesses[index])).ToImmutableArray();
        var methods = placed.SelectMany((program, index) => Call.In(program.Body).Select(call => (Index: index, comparer.Method(call, program, findings[index])))).ToArray();
        await comparer._straight.SettleAsync().ConfigureAwait(false);
        foreach (var (index, method) in methods)
        {
            results[index].AddMethod(method);
        }

        return results;
    }

    /// <summary>Compares what is told in a called method with what it shows by itself.</summary>
    private Result Method(Call call, ProgramTree caller, ImmutableArray<EngineFinding> findings)
    {
        var program = call.AsProgram(caller);
        var verdict = PathOracle.Judge(program, Reading.Exact, MaxPaths);
        var result = new Result(program, verdict, [.. findings.Where(finding => finding.Method == call.Number)]);
        return verdict is null ? result : Compare(result, verdict);
    }

    private Result Compare(Result result, Witness witness)
    {
        (result.Runs, result.StaleUsesSeen) = (witness.Runs, witness.StaleUses.Count);
        result.Faults.AddRange(witness.Contradictions.Distinct().Select(contradiction => "probes: " + contradiction));
        if (result.Verdict is not { } verdict)
        {
            return result;
        }

        foreach (var seen in witness.StaleUses.Where(seen => !verdict.StaleUses.Contains(seen)))
        {
            result.Faults.Add($"a run shows what the oracle does not know: {seen}");
        }

        Compare(result, verdict);
        foreach (var due in verdict.Dues.DistinctBy(due => (due.Taken, due.Broken)))
        {
            if (!witness.StaleUses.Any(seen => seen.Taken == due.Taken && seen.Broken == due.Broken))
            {
                result.Count(Approximation.NotSeenInARun);
            }
        }

        return result;
    }

    private Result Compare(Result result, Verdict verdict)
    {
        foreach (var due in verdict.Dues.GroupBy(due => (due.Taken, due.Broken)).Select(group => group.MinBy(due => due.Across)))
        {
            result.Expected++;
            ExpectFinding(result, verdict, due);
        }

        foreach (var finding in result.Findings.Where(finding => !IsDue(finding, verdict)))
        {
            Excuse(result, finding);
        }

        return result;
    }

    /// <summary>Every due finding is reported: the view by its acquisition, or by a variable that held it when it broke.</summary>
    private void ExpectFinding(Result result, Verdict verdict, Due due)
    {
        if (result.Findings.Any(finding => finding.Broken == due.Broken && finding.Taken == due.Taken))
        {
            return;
        }

        if (result.Findings.Any(finding => finding.Broken == due.Broken && IsHeldBy(finding.View)))
        {
            result.Count(Approximation.ToldForTheVariable);
            return;
        }

        if (AcrossCalls.TryGetValue(due.Across, out var across))
        {
            result.Count(across);
            return;
        }

        var told = result.Findings.Where(finding => finding.Taken == due.Taken || IsHeldBy(finding.View)).Select(finding => finding.Broken).ToHashSet();
        var paths = PathOracle.Paths(result.Program, Reading.Exact).Where(path => path.Verdict.Dues.Contains(due)).ToArray();
        if (paths.Any(path => path.BetweenTakenAndBroken(due).Any(told.Contains)))
        {
            var shifts = verdict.Dues.Where(shift => shift.IsShift && !due.IsShift && shift.Taken == due.Taken).Select(shift => shift.Broken);
            _straight.ExpectSomewhere(result, due, shifts, paths, Approximation.ToldBefore);
        }
        else if (IsLostAtCalls(result.Program, due) is { } lost)
        {
            result.Count(lost);
        }
        else if (result.Program.IsObject || Variables.OwnersAreAssigned(result.Program.Body))
        {
            _straight.ExpectSomewhere(result, due, [], paths, Approximation.CorrelationLost);
        }
        else
        {
            result.Faults.Add($"due, but not reported: {due}");
        }

        bool IsHeldBy(string view) => verdict.Holders.Contains((due.Taken, due.Broken, view));
    }

    private static Approximation? IsLostAtCalls(ProgramTree program, Due due)
    {
        var isKnownWithoutKeys = PathOracle.Paths(program, Reading.Exact with { ForgetsSizesAtCalls = true }).Take(MaxPaths).Any(path => path.Verdict.Dues.Contains(due));
        return !isKnownWithoutKeys ? Approximation.KeysLostAtCalls
            : Call.In(program.Body).Any(call => call.Result is { IsArray: true } && !call.Body.SelectMany(Variables.OwnersIn).Any()) ? Approximation.ArraysPassedThrough
            : Reserves(program.Body, isCalled: false) ? Approximation.RoomTakenAsEnough
            : null;
    }

    private static bool Reserves(ImmutableArray<Statement> block, bool isCalled) => block.Any(statement =>
        (isCalled && statement is Operate { What.Asks: Asks.RoomBeyondCount or Asks.RoomInAll }) ||
        Variables.Blocks(statement).Any(inner => Reserves(inner, isCalled || statement is Call)));

    /// <summary>A finding that is not due is excused by the first reading that makes it so, or by joined states.</summary>
    private void Excuse(Result result, EngineFinding finding)
    {
        foreach (var (approximation, reading) in LooseReadings.All)
        {
            if (PathOracle.Paths(result.Program, reading).Take(MaxPaths * 5).Any(path => IsDue(finding, path.Verdict)))
            {
                result.Count(approximation);
                return;
            }
        }

        _straight.ExpectNowhere(result, finding);
    }

    private static bool IsDue(EngineFinding finding, Verdict verdict) =>
        verdict.Dues.Any(due => due.Broken == finding.Broken && (due.Taken == finding.Taken || due.Holder == finding.View));
}
