// Every id has all that belongs to a rule, and every descriptor has the same form.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using BufferLint.Checks;
using BufferLint.Dev.Dump;
using BufferLint.Model;
using BufferLint.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Conventions;

public class RuleConventions
{
    public static TheoryData<string> Ids =>
        [.. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasOneCheckNamedLikeIt(string id)
    {
        var check = Assert.Single(CheckTable.All, check => check.Descriptor.Id == id);
        var constant = typeof(RuleIds).GetFields().Single(constant => (string)constant.GetRawConstantValue()! == id);
        Assert.Equal(constant.Name + "Check", check.GetType().Name);
        Assert.True(File.Exists(Tree.In("src", "BufferLint.Analyzers", "Checks", constant.Name + "Check.cs")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void LooksForSomething(string id) => Assert.NotEqual(Signs.None, CheckTable.All.Single(check => check.Descriptor.Id == id).Signs);

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAPageThatStartsWithItsTitle(string id) =>
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", File.ReadAllText(Tree.In("docs", "rules", id + ".md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasCases(string id) => Assert.NotEmpty(Directory.EnumerateFiles(Tree.In("tests", "BufferLint.Analyzers.Tests", "Cases", id), "*.cs"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasASample(string id) => Assert.True(File.Exists(Tree.In("samples", "BufferLint.Samples", id + ".cs")), $"samples/BufferLint.Samples/{id}.cs is missing");

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasARankAmongTheOthers(string id) => Assert.Contains(id, MostSpecific.Order);

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasBodiesToMeasure(string id)
    {
        Assert.Contains(Measured(id, "Reported"), finding => finding.Contains($" {id}: ", StringComparison.Ordinal));
        Assert.Empty(Measured(id, "Silent"));

        static IEnumerable<string> Measured(string id, string outcome)
        {
            var path = Tree.In("tests", "BufferLint.Benchmarks", "Bodies", $"{id}.{outcome}.cs");
            var program = new SourceProgram(File.ReadAllText(path), path, LanguageVersion.Preview);
            Assert.Empty(program.Errors);
            return program.Solve().SelectMany(member => member.Bodies).SelectMany(MemberDump.Findings);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasOneReleaseRow(string id)
    {
        var rows = File.ReadLines(Tree.In("AnalyzerReleases.Shipped.md")).Concat(File.ReadLines(Tree.In("AnalyzerReleases.Unshipped.md"))).Where(line => line.StartsWith(id + " ", StringComparison.Ordinal));
        var rule = Rule(id);
        Assert.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} |", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void DescribesItself(string id)
    {
        var rule = Rule(id);
        Assert.Matches("^[A-Z].{30,}[.]$", rule.Description.ToString());
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal("BufferLifetime", rule.Category);
        Assert.DoesNotContain(rule.DefaultSeverity, new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Hidden });
        Assert.False(rule.Title.ToString().EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void MessageNumbersItsThreePlaces(string id)
    {
        var message = Rule(id).MessageFormat.ToString();
        var places = new[] { "(1)", "(2)", "(3)" }.Select(place => message.IndexOf(place, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.False(message.EndsWith('.'));
    }

    [Fact]
    public void NoTwoRulesShareAnId() => Assert.Equal(Tree.Rules.Length, Tree.Rules.Select(rule => rule.Id).Distinct().Count());

    private static DiagnosticDescriptor Rule(string id) => Tree.Rules.Single(rule => rule.Id == id);
}
