// The figures of all comparisons of a run of the tests.
using System;
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Oracle.Comparison;

internal sealed class Tally
{
    private readonly Dictionary<Approximation, int> _approximations = [];

    public int Programs { get; private set; }

    /// <summary>Programs with too many paths for the oracle.</summary>
    public int Unjudged { get; private set; }

    /// <summary>Programs in which something is due.</summary>
    public int WithDues { get; private set; }

    /// <summary>Methods that the programs call.</summary>
    public int Methods { get; private set; }

    public int Expected { get; private set; }

    public int Findings { get; private set; }

    public int Runs { get; private set; }

    public int StaleUsesSeen { get; private set; }

    public void Add(IEnumerable<Result> results)
    {
        foreach (var result in results)
        {
            Programs++;
            Unjudged += result.Verdict is null ? 1 : 0;
            WithDues += result.Verdict?.Dues.Count > 0 ? 1 : 0;
            Methods += result.Methods;
            Expected += result.Expected;
            Findings += result.Verdict is null ? 0 : result.Findings.Length;
            Runs += result.Runs;
            StaleUsesSeen += result.StaleUsesSeen;
            foreach (var (approximation, count) in result.Approximations)
            {
                _approximations[approximation] = this[approximation] + count;
            }
        }
    }

    public int this[Approximation approximation] => _approximations.TryGetValue(approximation, out var count) ? count : 0;

    /// <summary>How often an approximation is met, per cent of what is due.</summary>
    public double Share(Approximation approximation) => 100.0 * this[approximation] / Math.Max(Expected, 1);

    public override string ToString() => string.Join("\n", Enum.GetValues<Approximation>()
        .Select(approximation => $"  {approximation}: {this[approximation]} ({Share(approximation):0.00} %)")
        .Prepend($"{Programs} programs with {Methods} methods, {Unjudged} with too many paths; {Expected} findings due in {WithDues} programs, {Findings} reported; {Runs} runs, {StaleUsesSeen} stale uses seen"));
}
