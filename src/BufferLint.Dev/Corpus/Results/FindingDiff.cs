// What a change added and removed. Findings are the same if project, file, rule and message agree, line numbers in the
// message left out: so that moved code is no difference, while the second of two alike counts.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BufferLint.Dev.Corpus.Results;

/// <summary>The difference of two sets of findings.</summary>
/// <param name="Added">Only in the new one.</param>
/// <param name="Removed">Only in the old one.</param>
internal sealed partial record FindingDiff(ImmutableArray<FindingRow> Added, ImmutableArray<FindingRow> Removed)
{
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;

    /// <summary>Compares two sets of findings.</summary>
    public static FindingDiff Of(IEnumerable<FindingRow> before, IEnumerable<FindingRow> now)
    {
        var old = before.ToLookup(Key);
        var current = now.ToLookup(Key);
        var pairs = old.Select(group => group.Key).Union(current.Select(group => group.Key)).Select(key => (Old: old[key].ToList(), New: current[key].ToList())).ToList();
        return new FindingDiff(
            [.. pairs.SelectMany(pair => Surplus(pair.New, pair.Old)).Order()],
            [.. pairs.SelectMany(pair => Surplus(pair.Old, pair.New)).Order()]);
    }

    /// <summary>Writes the difference, a plus or a minus before each finding.</summary>
    public void Write(TextWriter output)
    {
        foreach (var finding in Removed)
        {
            output.Write($"- {finding} [{finding.Project}]\n");
        }

        foreach (var finding in Added)
        {
            output.Write($"+ {finding} [{finding.Project}]\n");
        }

        output.Write($"{Added.Length} added, {Removed.Length} removed\n");
    }

    /// <summary>Of findings alike, those beyond the other side's number; the ones that did not move are matched first.</summary>
    private static IEnumerable<FindingRow> Surplus(List<FindingRow> many, List<FindingRow> few)
    {
        var lines = few.Select(finding => finding.Place.Line).ToHashSet();
        return many.OrderByDescending(finding => lines.Contains(finding.Place.Line)).ThenBy(finding => finding).Skip(few.Count);
    }

    private static (string Project, string File, string Id, string Message) Key(FindingRow finding) =>
        (finding.Project, finding.Place.File, finding.Id, LineNumber().Replace(finding.Message, "line"));

    [GeneratedRegex(@"\bline \d+")]
    private static partial Regex LineNumber();
}
