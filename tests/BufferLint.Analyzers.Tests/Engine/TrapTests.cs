// Small programs that trip up naive analyses, each with its graph, facts, loans and liveness as text. The program stands
// on top of its file in Traps/, the dump below the line; `bless` rewrites the dump. So that blessing cannot hide a loss,
// each program also says what must be so: «//? text» is in the dump, «//! text» is not, «// BUFnnnn» is reported there.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BufferLint.Dev.Bless;
using BufferLint.Tests.Conventions;
using Xunit;

namespace BufferLint.Tests.Engine;

public partial class TrapTests
{
    private static readonly string Traps = Tree.In("tests", "BufferLint.Analyzers.Tests", "Engine", "Traps");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Traps, TrapFile.Pattern).Select(path => Path.GetFileName(path).Split('.')[0]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void DumpIsAsBlessed(string name)
    {
        var trap = Read(name);
        Assert.Equal(trap.Expected, trap.Dump());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FindingsAreWhereTheCommentsSay(string name)
    {
        var trap = Read(name);
        var expected = trap.Program.Split('\n')
            .Select((line, index) => (Comment: ExpectedFinding().Match(line), Line: index + 1))
            .Where(line => line.Comment.Success)
            .Select(line => $"line {line.Line}: {line.Comment.Groups["id"].Value}");
        var reported = trap.Dump().Split('\n').Where(line => line.StartsWith("!! ", StringComparison.Ordinal)).Select(line => string.Join(':', line[3..].Split(':').Take(2)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClaimsHold(string name)
    {
        var trap = Read(name);
        var lines = LinesByNode(trap.Dump());
        foreach (Match claim in Claim().Matches(trap.Program))
        {
            var text = claim.Groups["text"].Value;
            var node = claim.Groups["node"].Value;
            var isThere = lines.Any(line => (node.Length == 0 || line.Node == node) && line.Text.Contains(text, StringComparison.Ordinal));
            Assert.True(isThere == (claim.Groups["sign"].Value == "?"), $"{name} claims: {claim.Value.Trim()}");
        }
    }

    private static TrapFile Read(string name) => TrapFile.Read(Path.Combine(Traps, name + TrapFile.Pattern[1..]));

    /// <summary>The lines of a dump, each with its node, the numbers of facts left out.</summary>
    private static List<(string Node, string Text)> LinesByNode(string dump)
    {
        var lines = new List<(string, string)>();
        var node = string.Empty;
        foreach (var line in dump.Split('\n'))
        {
            if (NodeHead().Match(line) is { Success: true } head)
            {
                node = head.Value;
            }

            lines.Add((node, FactNumber().Replace(line, string.Empty)));
        }

        return lines;
    }

    [GeneratedRegex("// (?<id>BUF[0-9]{4})$")]
    private static partial Regex ExpectedFinding();

    [GeneratedRegex(@"^//(?<sign>[?!]) ((?<node>(entry|exit|B[0-9]+)(\[[^\]]+\])*(\{[^}]+\})?): )?(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Claim();

    [GeneratedRegex(@"^(entry|exit|B[0-9]+)(\[[^\]]+\])*(\{[^}]+\})?")]
    private static partial Regex NodeHead();

    [GeneratedRegex(@"(?<=#|\bL|\bnew@|\bolder@)[0-9]+\b")]
    private static partial Regex FactNumber();
}
