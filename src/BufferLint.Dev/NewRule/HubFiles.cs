// The three files every rule is entered in: ids, checks, release notes. Entries are kept in the order of the ids.
using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace BufferLint.Dev.NewRule;

internal static partial class HubFiles
{
    private const string TableHead = """
        ### New Rules

        Rule ID | Category | Severity | Notes
        --------|----------|----------|-------

        """;

    /// <summary>RuleIds.cs with the rule's constant.</summary>
    public static string WithId(string text, RuleDraft rule)
    {
        if (Constant().Matches(text).Any(constant => constant.Groups["name"].Value == rule.Name))
        {
            throw new BadInputException($"RuleIds.cs already has a rule named {rule.Name}.");
        }

        var entry = $"    /// <summary>{rule.Title}.</summary>\n    public const string {rule.Name} = \"{rule.Id}\";\n";
        var next = Constant().Matches(text).FirstOrDefault(constant => string.CompareOrdinal(constant.Groups["id"].Value, rule.Id) > 0);
        return next is null
            ? text[..text.LastIndexOf('}')] + "\n" + entry + "}\n"
            : text.Insert(next.Index, entry + "\n");
    }

    /// <summary>CheckTable.cs with the rule's check, last.</summary>
    public static string WithCheck(string text, RuleDraft rule)
    {
        if (Check().Matches(text) is not [.., var last])
        {
            throw new BadInputException("CheckTable.cs lists no check to go after; add the new one by hand.");
        }

        return text.Insert(last.Index + last.Length, $",\n        new {rule.Name}Check()");
    }

    /// <summary>The unshipped release notes with the rule's row.</summary>
    public static string WithRelease(string text, RuleDraft rule)
    {
        var row = $"{rule.Id} | {Rule.Category} | {rule.Severity} | [{rule.Title}](docs/rules/{rule.Id}.md)\n";
        if (!text.Contains("### New Rules", StringComparison.Ordinal))
        {
            return text.TrimEnd() + "\n\n" + TableHead + row;
        }

        var next = Row().Matches(text).FirstOrDefault(other => string.CompareOrdinal(other.Groups["id"].Value, rule.Id) > 0);
        if (next is not null)
        {
            return text.Insert(next.Index, row);
        }

        var table = Table().Match(text, text.IndexOf("### New Rules", StringComparison.Ordinal));
        return table.Success
            ? text.Insert(table.Index + table.Length, text[table.Index + table.Length - 1] == '\n' ? row : "\n" + row)
            : throw new BadInputException("AnalyzerReleases.Unshipped.md has «New Rules» but no table under it.");
    }

    [GeneratedRegex("""( {4}///[^\n]*\n)* {4}public const string (?<name>\w+) = "(?<id>BUF\d{4})";\n""")]
    private static partial Regex Constant();

    [GeneratedRegex(@"new \w+Check\(\)")]
    private static partial Regex Check();

    [GeneratedRegex(@"^(?<id>BUF\d{4}) \|.*\n?", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^-+\|[-|]+\n(BUF\d{4} \|.*(\n|$))*", RegexOptions.Multiline)]
    private static partial Regex Table();
}
