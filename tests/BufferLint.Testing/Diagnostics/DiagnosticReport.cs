// Writes diagnostics for a failure message: what, where, and the source line with a caret under it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

internal sealed class DiagnosticReport(ParsedState state)
{
    private const string Indent = "  ";
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, string[]> lines = state.Sources.Concat(state.AdditionalFiles)
        .GroupBy(static file => file.Path, static file => file.Text.Split('\n'))
        .ToDictionary(static file => file.Key, static file => file.First());

    internal void Headline(string stage, int different, int missing, int unexpected) =>
        text.Append("Diagnostics ").Append(stage).Append(": ")
            .AppendJoin(", ", new[] { (different, "different"), (missing, "missing"), (unexpected, "not expected") }
                .Where(static part => part.Item1 > 0)
                .Select(static part => $"{part.Item1} {part.Item2}"))
            .Append(".\n");

    internal void Section<T>(string title, IReadOnlyCollection<T> items, Action<T> add)
    {
        if (items.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append(":\n");
        foreach (var item in items)
        {
            add(item);
        }
    }

    internal void Add(ReportedDiagnostic actual, IReadOnlyList<string> differences)
    {
        AddLine(actual);
        AddSource(actual.Place);
        AddAdditional(actual.AdditionalPlaces);
        foreach (var difference in differences)
        {
            text.Append(Indent).Append(Indent).Append(difference).Append('\n');
        }
    }

    internal void Add(ExpectedDiagnostic expected)
    {
        AddLine(expected);
        AddSource(expected.Place);
        AddAdditional(expected.Places.Skip(1));
    }

    internal void AddLine(ReportedDiagnostic actual) =>
        AddLine(actual.Place, $"{Severity(actual.Severity)} {actual.Id}: {actual.Message}", actual.AdditionalPlaces.Length);

    internal void AddLine(ExpectedDiagnostic expected) => AddLine(
        expected.Place,
        (expected.IsMarkup ? "" : Severity(expected.Result.Severity) + " ") + expected.Result.Id
            + (expected.Result.Message is { } message ? ": " + message : ""),
        Math.Max(0, expected.Places.Length - 1));

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Severity(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private void AddLine(SourcePlace? place, string what, int additional)
    {
        text.Append(Indent).Append(place?.ToString() ?? "no location").Append(": ").Append(what);
        if (additional > 0)
        {
            text.Append(" (+").Append(additional).Append(" additional)");
        }

        text.Append('\n');
    }

    private void AddAdditional(IEnumerable<SourcePlace?> places)
    {
        var number = 0;
        foreach (var place in places)
        {
            text.Append(Indent).Append(Indent).Append("additional location ").Append(++number).Append(": ")
                .Append(place?.ToString() ?? "no location").Append('\n');
            AddSource(place);
        }
    }

    private void AddSource(SourcePlace? place)
    {
        if (place is null || !lines.TryGetValue(place.Path, out var file) || place.Start.Line >= file.Length)
        {
            return;
        }

        var line = file[place.Start.Line];
        var start = Math.Min(place.Start.Character, line.Length);
        var end = place.End is { } last && last.Line == place.Start.Line ? last.Character : place.End is null ? start + 1 : line.Length;
        text.Append($"{place.Start.Line + 1,7} | ").Append(line).Append('\n')
            .Append("        | ").Append(string.Concat(line.Take(start).Select(static c => c == '\t' ? '\t' : ' ')))
            .Append('^').Append('~', Math.Max(0, end - start - 1)).Append('\n');
    }
}
