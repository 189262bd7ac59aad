// Callees are looked into before their own turn comes: what their summary showed is not looked at again, and nothing is lost by it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Graph;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BufferLint.Tests.Engine;

public class QuietBodiesTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            private readonly List<int> _list = new();

            void Caller()
            {
                var view = CollectionsMarshal.AsSpan(_list);
                Callee(1);
                Count(_list);
                Even(2);
                Fill(new byte[4]);
                view[0] = 1;
            }

            void Callee(int value)
            {
                var view = CollectionsMarshal.AsSpan(_list);
                _list.Add(value);
                view[0] = 1;
            }

            static int Count(List<int> list) => list.Count + list.Capacity;

            bool Even(int value) => value == 0 || Odd(value - 1);

            bool Odd(int value)
            {
                var view = CollectionsMarshal.AsSpan(_list);
                _list.Add(value);
                view[0] = 1;
                return value != 0 && Even(value - 1);
            }

            static void Fill(byte[] target) => new byte[8].AsSpan().CopyTo(target.AsSpan(0, 4));
        }
        """;

    private static readonly CSharpCompilation Compilation = Compile(Source);

    /// <summary>Both members of the pair that call each other, the callee that has a bug of its own, and the size are told.</summary>
    [Fact]
    public async Task WhatCalleesDoWrongIsTold()
    {
        var found = await Compilation.WithAnalyzers([new BufferLintAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(
            ["BUF1001 Callee", "BUF1001 Caller", "BUF1001 Odd", "BUF6001 Fill"],
            found.Select(static finding => finding.Id + " " + MemberAt(finding)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyWhatHasNothingToAskIsNoted()
    {
        var analysis = CompilationAnalysis.Of(Compilation);
        var tree = Compilation.SyntaxTrees[0];
        var model = Compilation.GetSemanticModel(tree);
        var summaries = analysis.Summaries(CancellationToken.None);
        var noted = new List<string>();
        foreach (var member in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            _ = summaries.Of(model.GetDeclaredSymbol(member)!);
            if (analysis.Quiet.Contain(member))
            {
                noted.Add(member.Identifier.ValueText);
            }
        }

        Assert.Contains("Count", noted);
        Assert.DoesNotContain("Callee", noted);
        Assert.DoesNotContain("Odd", noted);
        Assert.DoesNotContain("Even", noted);
    }

    [Fact]
    public void RootsThatAreLeftOutAreNotBound()
    {
        var tree = Compilation.SyntaxTrees[0];
        var model = Compilation.GetSemanticModel(tree);
        foreach (var member in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            Assert.Single(BodyGraphs.Of(member, model, recent: null, CancellationToken.None, static _ => false));
            Assert.Empty(BodyGraphs.Of(member, model, recent: null, CancellationToken.None, static _ => true));
        }
    }

    [Fact]
    public void BodiesAreNotedByTheirRoot()
    {
        var members = Compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToArray();
        var quiet = new QuietBodies();
        quiet.Add(members[0]);
        quiet.Add(members[0]);
        Assert.True(quiet.Contain(members[0]));
        Assert.False(quiet.Contain(members[1]));
    }

    private static string MemberAt(Diagnostic finding) =>
        finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan).Ancestors().OfType<MethodDeclarationSyntax>().First().Identifier.ValueText;

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "C",
        [CSharpSyntaxTree.ParseText(source)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
