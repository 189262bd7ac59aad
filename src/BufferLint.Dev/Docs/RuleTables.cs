// Descriptors as tables of Markdown.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using BufferLint.Dev.NewRule;
using Microsoft.CodeAnalysis;

namespace BufferLint.Dev.Docs;

internal static class RuleTables
{
    private const string CwePrefix = "CWE-";

    /// <summary>All rules, one a row.</summary>
    public static string OfAll(IEnumerable<DiagnosticDescriptor> rules, FixCatalog fixes)
    {
        var table = new StringBuilder("| Rule | What it finds | Default | Code fixes |\n| --- | --- | --- | --- |\n");
        foreach (var rule in rules.OrderBy(rule => rule.Id, System.StringComparer.Ordinal))
        {
            table.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {Default(rule)} | {(fixes.TitlesFor(rule.Id).IsEmpty ? "no" : "yes")} |\n");
        }

        return table.ToString();
    }

    /// <summary>One rule, one property a row.</summary>
    public static string OfOne(DiagnosticDescriptor rule, FixCatalog fixes)
    {
        var titles = fixes.TitlesFor(rule.Id);
        return $"""
            | Property | Value |
            | --- | --- |
            | Id | {rule.Id} |
            | Title | {rule.Title} |
            | Category | {rule.Category} |
            | Default severity | {Severity(rule)} |
            | Enabled by default | {(rule.IsEnabledByDefault ? "yes" : "no")} |
            | Code fixes | {(titles.IsEmpty ? "no" : "yes: " + string.Join(" · ", titles))} |
            | CWE | {Cwe(rule)} |

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A rule that is not compiled yet.</summary>
    public static string OfDraft(RuleDraft rule)
    {
        var severity = System.Enum.Parse<DiagnosticSeverity>(rule.Severity);
        var descriptor = new DiagnosticDescriptor(rule.Id, rule.Title, rule.Title, BufferLint.Rule.Category, severity, isEnabledByDefault: true);
        return OfOne(descriptor, FixCatalog.None);
    }

    private static string Default(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? Severity(rule) : "off";

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Cwe(DiagnosticDescriptor rule)
    {
        var links = rule.CustomTags
            .Where(tag => tag.StartsWith(CwePrefix, System.StringComparison.Ordinal))
            .Select(tag => $"[{tag}](https://cwe.mitre.org/data/definitions/{tag[CwePrefix.Length..]}.html)")
            .ToImmutableArray();
        return links.IsEmpty ? "none" : string.Join(", ", links);
    }
}
