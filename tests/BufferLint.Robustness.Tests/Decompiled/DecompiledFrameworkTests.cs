// Every rule over the shared frameworks, decompiled: much code that nobody wrote for these tests, and correct code.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.Decompiled;

public class DecompiledFrameworkTests(ITestOutputHelper output)
{
    private const int FullLines = 500_000;
    private const int ShareLines = 80_000;

    /// <summary>One bug, so that silence on the rest is not the silence of an analysis that never ran.</summary>
    private const string Planted = """
        internal static class PlantedBug
        {
            private static void Discount(System.Collections.Generic.List<int> prices)
            {
                System.Span<int> goods = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(prices);
                prices.Add(1);
                goods[0] = 2;
            }
        }
        """;

    /// <summary>How long one file may take, the machine's other work included: a guard against hanging, not a measure.</summary>
    private static readonly TimeSpan FileLimit = TimeSpan.FromMinutes(3);

    /// <summary>
    /// CI's share: what handles buffers most. Of the core library only these namespaces: sources of lists or spans beside
    /// the compiled ones would be other types than those the planted bug uses.
    /// </summary>
    private static readonly Dictionary<string, string[]> Share = new()
    {
        ["System.Private.CoreLib"] = ["System.Buffers.", "System.IO.", "System.Text.", "System.Number"],
        ["System.Collections"] = [],
        ["System.IO.Pipelines"] = [],
        ["System.Memory"] = [],
        ["System.Text.Json"] = [],
        ["Microsoft.AspNetCore.Server.Kestrel.Core"] = [],
    };

    [Fact]
    public async Task AnalyzerSurvivesAndSaysTheSameForFilesAndWhole()
    {
        var lines = 0;
        foreach (var path in SharedFrameworks.Assemblies)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var prefixes = FullRun.IsAsked ? [] : Share.GetValueOrDefault(name);
            if (prefixes is null)
            {
                continue;
            }

            var assembly = DecompiledAssembly.Read(path, prefixes.Length == 0 ? null : type => prefixes.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)));
            if (assembly.Lines > 0)
            {
                lines += assembly.Lines;
                await AnalyseAsync(name, assembly);
            }
        }

        output.WriteLine($"{lines} lines");
        Assert.True(lines >= (FullRun.IsAsked ? FullLines : ShareLines), $"Only {lines} lines were decompiled.");
    }

    private async Task AnalyseAsync(string name, DecompiledAssembly assembly)
    {
        var planted = CSharpSyntaxTree.ParseText(Planted, (CSharpParseOptions)assembly.Compilation.SyntaxTrees[0].Options, "PlantedBug.cs");
        var compilation = assembly.Compilation.AddSyntaxTrees(planted);
        var whole = await AnalysisRun.OfWholeAsync(compilation);
        var byFile = await AnalysisRun.OfEachFileAsync(compilation, FileLimit);

        Assert.Equal(DiagnosticText.Of(whole), DiagnosticText.Of(byFile));
        Assert.Equal(RuleIds.ResizeUnderView, Assert.Single(whole, diagnostic => diagnostic.Location.SourceTree == planted).Id);
        var findings = whole.Where(diagnostic => diagnostic.Location.SourceTree != planted).ToArray();
        output.WriteLine($"{name}: {assembly.Lines} lines, {findings.Length} findings");
        if (findings.Length > 0)
        {
            output.WriteLine(DiagnosticText.Of(findings));
        }
    }
}
