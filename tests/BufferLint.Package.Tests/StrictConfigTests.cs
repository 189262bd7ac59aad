// The config of BufferLintMode Strict follows from the descriptors; run with BUFFERLINT_BLESS=1 to write it anew.
using System;
using System.IO;
using System.Linq;
using System.Text;
using BufferLint.Package.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Package.Tests;

public class StrictConfigTests
{
    /// <summary>Suggestions that Strict leaves as they are.</summary>
    private static readonly string[] StillSuggestions = ["BUF5005"];

    private static readonly DiagnosticDescriptor[] Rules = [.. new BufferLintAnalyzer().SupportedDiagnostics];

    [Fact]
    public void The_config_is_up_to_date()
    {
        var path = Path.Combine(Built.RepositoryRoot, "src", "BufferLint.Package", "build", "BufferLint.Strict.globalconfig");
        if (Environment.GetEnvironmentVariable("BUFFERLINT_BLESS") == "1")
            File.WriteAllText(path, Config());

        Assert.Equal(Config(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    /// <summary>One key raises the whole category, so each rule in it must be one that may be raised to a warning.</summary>
    [Fact]
    public void Every_rule_is_a_warning_or_a_suggestion_of_the_one_category() => Assert.All(Rules, rule =>
    {
        Assert.Equal("BufferLifetime", rule.Category);
        Assert.Contains(rule.DefaultSeverity, new[] { DiagnosticSeverity.Warning, DiagnosticSeverity.Info });
    });

    private static string Config()
    {
        var config = new StringBuilder("""
            # BufferLintMode Strict: suggestions become warnings. Generated; see StrictConfigTests.
            # One key for the category, none by id, so that whatever an .editorconfig says by id, category or folder wins.
            is_global = true
            global_level = -100

            dotnet_analyzer_diagnostic.category-BufferLifetime.severity = warning

            """.ReplaceLineEndings("\n"));
        foreach (var rule in Rules.Where(rule => StillSuggestions.Contains(rule.Id)).OrderBy(rule => rule.Id, StringComparer.Ordinal))
            config.Append("\n# Stays a suggestion; an .editorconfig raises it by id.\n").Append($"dotnet_diagnostic.{rule.Id}.severity = suggestion\n");
        return config.ToString();
    }
}
