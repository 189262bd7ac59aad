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

    public void Count(Approximation approximation) => Approximations[approximation] = Approximations.GetValueOrDefault(approximation) + 1;
}

/// <summary>Compares. One instance for one set of programs.</summary>
internal sealed class Comparer
{
    private const int MaxPaths = 600;

    private readonly StraightCode _straight = new();

    /// <summary>Compares all programs; the results are in their order.</summary>
    public static async Task<ImmutableArray<Result>> CompareAsync(IEnumerable<ProgramTree> programs)
    {
        var placed = programs.Select(program => program.Placed()).ToImmutableArray();
        var batch = new Batch(placed);
        var findings = await batch.AnalyzeAsync().ConfigureAwait(false);
        var inputs = placed.Select(_ => new List<Inputs>()).ToArray();
        var verdicts = placed.Select((program, index) => PathOracle.Judge(program, Reading.Exact, MaxPaths, inputs[index])).ToArray();
        var witnesses = batch.Run(inputs);
        var comparer = new Comparer();
        var results = placed.Select((program, index) => comparer.Compare(new Result(program, verdicts[index], findings[index]), witnesses[index])).ToImmutableArray();
        await comparer._straight.SettleAsync().ConfigureAwait(false);
        return results;
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

        foreach (var due in verdict.Dues.GroupBy(due => (due.Taken, due.Broken)).Select(group => group.First()))
        {
            result.Expected++;
            ExpectFinding(result, verdict, due);
            if (!witness.StaleUses.Any(seen => seen.Taken == due.Taken && seen.Broken == due.Broken))
            {
                result.Count(Approximation.NotSeenInARun);
            }
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

        var told = result.Findings.Where(finding => finding.Taken == due.Taken || IsHeldBy(finding.View)).Select(finding => finding.Broken).ToHashSet();
        var paths = PathOracle.Paths(result.Program, Reading.Exact).Where(path => path.Verdict.Dues.Contains(due)).ToArray();
        if (paths.Any(path => path.BetweenTakenAndBroken(due).Any(told.Contains)))
        {
            var shifts = verdict.Dues.Where(shift => shift.IsShift && !due.IsShift && shift.Taken == due.Taken).Select(shift => shift.Broken);
            _straight.ExpectSomewhere(result, due, shifts, paths, Approximation.ToldBefore);
        }
        else if (Variables.OwnersAreAssigned(result.Program.Body))
        {
            _straight.ExpectSomewhere(result, due, [], paths, Approximation.CorrelationLost);
        }
        else
        {
            result.Faults.Add($"due, but not reported: {due}");
        }

        bool IsHeldBy(string view) => verdict.Holders.Contains((due.Taken, due.Broken, view));
    }

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
