// A program on which engine, oracle and runs differ, made as small as it gets, and printed.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Comparison;

internal static class Counterexample
{
    private const int StepsAtOnce = 60;

    /// <summary>Shrinks a faulty program as long as it stays faulty.</summary>
    public static async Task<string> ShowAsync(Result faulty)
    {
        while (true)
        {
            var steps = ProgramShrinker.Steps(faulty.Program).Take(StepsAtOnce).ToArray();
            var smaller = steps.Length == 0 ? null : (await Comparer.CompareAsync(steps).ConfigureAwait(false)).FirstOrDefault(result => result.Faults.Count > 0);
            if (smaller is null)
            {
                return Shown(faulty);
            }

            faulty = smaller;
        }
    }

    private static string Shown(Result result)
    {
        var text = new StringBuilder();
        var methods = Call.In(result.Program.Body).Select(call => ProgramText.Of(result.Program, call, $"M_{call.Number}", hasProbes: false));
        foreach (var (line, number) in methods.Prepend(ProgramText.Of(result.Program, "M", hasProbes: false)).Append(ProgramText.After(result.Program, "M", hasProbes: false)).SelectMany(lines => lines.Select((line, number) => (line, number))))
        {
            text.Append($"{number,3} {line}\n");
        }

        return text.AppendJoin("\n", result.Faults.Concat(result.Findings.Select(finding => $"engine: {finding}"))).Append('\n').ToString();
    }
}
