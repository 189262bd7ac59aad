// The compiler's log of findings, as tools downstream read it.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace BufferLint.Package.Tests.Hosting;

/// <summary>A finding in the log.</summary>
internal sealed record LoggedFinding(string Id, string File, int Line, IReadOnlyList<int> RelatedLines, bool IsSuppressed);

/// <summary>A rule as the log describes it.</summary>
internal sealed record LoggedRule(string Id, string HelpUri, string Category, string Description, IReadOnlyList<string> Tags);

internal sealed record Sarif(string Version, IReadOnlyList<LoggedFinding> Findings, IReadOnlyList<LoggedRule> Rules)
{
    public static Sarif Read(string path)
    {
        using var log = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        var run = log.RootElement.GetProperty("runs")[0];
        return new Sarif(
            log.RootElement.GetProperty("version").GetString()!,
            run.GetProperty("results").EnumerateArray().Select(Finding).ToArray(),
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Where(IsOurs).Select(Rule).ToArray());
    }

    private static bool IsOurs(JsonElement rule) => rule.GetProperty("id").GetString()!.StartsWith("BUF", System.StringComparison.Ordinal);

    private static LoggedFinding Finding(JsonElement result) => new(
        result.GetProperty("ruleId").GetString()!,
        File(result.GetProperty("locations")[0]),
        Line(result.GetProperty("locations")[0]),
        result.TryGetProperty("relatedLocations", out var related) ? related.EnumerateArray().Select(Line).ToArray() : [],
        result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0);

    private static LoggedRule Rule(JsonElement rule)
    {
        var properties = rule.GetProperty("properties");
        return new(
            rule.GetProperty("id").GetString()!,
            rule.GetProperty("helpUri").GetString()!,
            properties.GetProperty("category").GetString()!,
            rule.GetProperty("fullDescription").GetProperty("text").GetString()!,
            properties.TryGetProperty("tags", out var tags) ? tags.EnumerateArray().Select(tag => tag.GetString()!).ToArray() : []);
    }

    private static string File(JsonElement location) =>
        Path.GetFileName(location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!);

    private static int Line(JsonElement location) =>
        location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();
}
