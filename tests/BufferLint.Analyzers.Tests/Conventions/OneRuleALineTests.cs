// No line gets two rules: not in what the cases expect, not in the samples.
using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BufferLint.Dev.Dump;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Conventions;

public partial class OneRuleALineTests
{
    [Fact]
    public void InTheCases()
    {
        var lines = Tree.Sources("tests", "BufferLint.Analyzers.Tests", "Cases")
            .SelectMany(file => file.Lines.Select((line, index) => (Place: $"{file.Path}({index + 1})", Ids: Expected().Matches(line).Select(match => match.Value).Distinct().ToArray())))
            .Where(line => line.Ids.Length > 0)
            .ToArray();

        Assert.True(lines.Length > 500, $"only {lines.Length} lines expect something");
        Assert.Empty(lines.Where(line => line.Ids.Length > 1).Select(line => $"{line.Place}: {string.Join(", ", line.Ids)}"));
    }

    [Theory]
    [MemberData(nameof(RuleConventions.Ids), MemberType = typeof(RuleConventions))]
    public void InTheSamples(string id)
    {
        var path = Tree.In("samples", "BufferLint.Samples", id + ".cs");
        var program = new SourceProgram(File.ReadAllText(path), path, LanguageVersion.Preview);
        Assert.Empty(program.Errors);

        var findings = program.Solve().SelectMany(member => member.Bodies).SelectMany(MemberDump.Findings).ToArray();

        Assert.Contains(findings, finding => finding.Contains($": {id}: ", StringComparison.Ordinal));
        Assert.All(findings.GroupBy(Line), line => Assert.Single(line.Select(Rule).Distinct()));
    }

    /// <summary>Of «!! line 7: BUF1001: …».</summary>
    private static string Line(string finding) => finding.Split(':')[0];

    private static string Rule(string finding) => finding.Split(':')[1];

    [GeneratedRegex("(?<=[{][|])BUF[0-9]{4}(?=:)")]
    private static partial Regex Expected();
}
