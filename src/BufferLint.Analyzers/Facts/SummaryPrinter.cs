// Summaries as text: one sentence a line, in the words of the vocabulary.
using System.Collections.Generic;
using System.Linq;

namespace BufferLint.Facts;

/// <summary>Prints summaries.</summary>
internal static class SummaryPrinter
{
    /// <summary>What a function does, a line each.</summary>
    public static IEnumerable<string> Print(FunctionSummary summary)
    {
        if (summary.IsUnknown)
        {
            yield return "unknown";
        }

        foreach (var done in summary.Breaks)
        {
            var amount = done.Amount is { } added ? ", +" + FactPrinter.Print(added) : string.Empty;
            yield return $"{FactPrinter.Words(done.Effect.Kind.ToString())} {done.Owner}{amount}{(done.Via is { } via ? " in " + string.Join(" in ", via.Through.Reverse().Append(via.Callee)) : string.Empty)}";
            foreach (var late in done.LateUses)
            {
                yield return $"  then {FactPrinter.Words(late.Kind.ToString())} argument {late.Parameter + 1}";
            }
        }

        if (!summary.Transferred.IsEmpty)
        {
            yield return "transfers parameter " + string.Join(", ", summary.Transferred);
        }

        if (!summary.Writes.IsEmpty)
        {
            yield return "writes " + string.Join(", ", summary.Writes.Select(static ordinal => ordinal == FunctionSummary.Receiver ? "this" : "parameter " + ordinal));
        }

        foreach (var output in summary.Outputs)
        {
            var what = output switch { { Of: null, View.Family: { } family } => family.Name, { Of: null } => "something new", { View: null } => Of(output), _ => "view of " + Of(output) };
            yield return $"{output.Into?.ToString() ?? "result"} = {what}";
        }

        foreach (var place in summary.Replaced.Where(place => !summary.Outputs.Any(output => place.Equals(output.Into))))
        {
            yield return $"{place} = something else";
        }

        static string Of(FunctionOutput output) => output.IsOld ? $"what {output.Of} held" : output.Of!.ToString();
    }
}
