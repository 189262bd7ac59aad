// Thousands of small programs: the engine's findings, the oracle's, and what happens when they run, side by side.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Oracle.Comparison;
using BufferLint.Oracle.Programs;
using FsCheck;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Oracle;

public class AgreementTests(ITestOutputHelper output)
{
    private const int ProgramsOfASeed = 500;

    /// <summary>The most of each approximation, per cent of the findings that are due.</summary>
    private static readonly Dictionary<Approximation, double> Limits = new()
    {
        [Approximation.TurnsNotCounted] = 3,
        [Approximation.SingleTestInLoop] = 0.6,
        [Approximation.LateException] = 1.5,
        [Approximation.MoreTurns] = 0.3,
        [Approximation.StatesJoined] = 2.5,
        [Approximation.ToldBefore] = 3,
        [Approximation.ToldForTheVariable] = 5,
        [Approximation.CorrelationLost] = 0.8,
        [Approximation.NotSeenInARun] = 25,
    };

    /// <summary>The same where programs call methods.</summary>
    private static readonly Dictionary<Approximation, double> LimitsOfCalls = new(Limits)
    {
        [Approximation.CorrelationLost] = 1.5,
        [Approximation.PassedIsUsed] = 4,
        [Approximation.SizesLostAtCalls] = 2,
        [Approximation.WaysOfCallsJoined] = 2.5,
        [Approximation.KeysLostAtCalls] = 0.8,
        [Approximation.ArraysPassedThrough] = 0.2,
        [Approximation.RoomTakenAsEnough] = 0.4,
        [Approximation.UsedByBreaker] = 9,
        [Approximation.BrokenByTaker] = 13,
        [Approximation.BrokenByThrower] = 0.4,
    };

    /// <summary>
    /// 20,000 programs of fixed seeds. <c>BUFFERLINT_ORACLE_PROGRAMS</c> and <c>BUFFERLINT_ORACLE_SEED</c> ask for more of
    /// them, and for others.
    /// </summary>
    [Fact]
    public async Task EngineOracleAndRunsAgree()
    {
        var tally = await CompareAsync(ProgramGenerator.Any, Setting("BUFFERLINT_ORACLE_PROGRAMS", 20_000), Limits);
        Assert.Equal(0, tally.Methods);
    }

    /// <summary>
    /// 3,000 programs with parts of them in methods of their own, against an oracle that walks those parts where they are
    /// called; <c>BUFFERLINT_ORACLE_CALLING_PROGRAMS</c> asks for more.
    /// </summary>
    [Fact]
    public async Task SummariesAgreeWithInlining()
    {
        var tally = await CompareAsync(ProgramGenerator.WithCalls(ProgramGenerator.Any), Setting("BUFFERLINT_ORACLE_CALLING_PROGRAMS", 3_000), LimitsOfCalls);
        Assert.InRange(tally.Methods, tally.Programs, int.MaxValue);
    }

    private async Task<Tally> CompareAsync(Gen<ProgramTree> generator, int programs, Dictionary<Approximation, double> limits)
    {
        var firstSeed = Setting("BUFFERLINT_ORACLE_SEED", 1);
        var tally = new Tally();
        var faulty = new SortedDictionary<int, Comparison.Result[]>();
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, (programs + ProgramsOfASeed - 1) / ProgramsOfASeed), async (seed, _) =>
        {
            var results = await Comparer.CompareAsync(generator.Sample(ProgramsOfASeed, (ulong)seed)).ConfigureAwait(false);
            lock (tally)
            {
                tally.Add(results);
                if (results.Where(result => result.Faults.Count > 0).ToArray() is { Length: > 0 } of)
                {
                    faulty.Add(seed, of);
                }
            }
        });
        output.WriteLine(tally.ToString());
        if (faulty.Count > 0)
        {
            var (seed, results) = faulty.First();
            Assert.Fail($"{faulty.Values.Sum(of => of.Length)} programs are faulty; seed {seed}, made smaller:\n{await Counterexample.ShowAsync(results[0])}");
        }

        Assert.InRange(tally.Programs, programs, int.MaxValue);
        Assert.InRange(tally.Unjudged, 0, tally.Programs / 50);
        Assert.InRange(tally.WithDues, tally.Programs / 2, tally.Programs);
        Assert.InRange(tally.StaleUsesSeen, tally.Programs / 2, int.MaxValue);
        Assert.All(Enum.GetValues<Approximation>(), approximation => Assert.InRange(tally.Share(approximation), 0, limits.GetValueOrDefault(approximation)));
        return tally;
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
