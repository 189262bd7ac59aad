// Findings as a table of tab-separated values: what --diff compares with later.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace BufferLint.Dev.Corpus.Results;

internal static class TsvFile
{
    private static readonly string[] Columns = ["project", "file", "line", "column", "id", "severity", "message"];

    /// <summary>Writes findings, one a line below the names of the columns.</summary>
    public static void Write(TextWriter output, IEnumerable<FindingRow> findings)
    {
        output.Write(string.Join('\t', Columns) + "\n");
        foreach (var finding in findings)
        {
            string[] cells = [finding.Project, finding.Place.File, Number(finding.Place.Line), Number(finding.Place.Column), finding.Id, finding.Severity, finding.Message];
            output.Write(string.Join('\t', cells.Select(Escape)) + "\n");
        }
    }

    /// <summary>Reads findings.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadInputException">It is missing or was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyList<FindingRow> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"there is no file {path} to compare with.");
        }

        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != string.Join('\t', Columns))
        {
            throw new BadInputException($"{path} is no table of findings: its first line should name the columns {string.Join(", ", Columns)}.");
        }

        return [.. lines.Skip(1).Select((line, index) => Row(line) ?? throw new BadInputException($"{path}, line {index + 2}: not {Columns.Length} cells with a line and a column."))];
    }

    private static FindingRow? Row(string line)
    {
        var cells = line.Split('\t').Select(Unescape).ToArray();
        return cells.Length == Columns.Length &&
            int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at) &&
            int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            ? new FindingRow(cells[0], new Place(cells[1], at, column), cells[4], cells[5], cells[6])
            : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var result = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            result.Append(text[index] != '\\' || index == text.Length - 1 ? text[index] : text[++index] switch { 't' => '\t', 'r' => '\r', 'n' => '\n', var other => other });
        }

        return result.ToString();
    }
}
