// Rules that are off: their trees, and what the screen does not look for on their behalf.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Checks;
using BufferLint.Model;
using BufferLint.Screen;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BufferLint.Tests.Engine;

public class RulesThatAreOffTests
{
    private static readonly SyntaxTree First = CSharpSyntaxTree.ParseText("class First { }");
    private static readonly SyntaxTree Second = CSharpSyntaxTree.ParseText("class Second { }");

    [Fact]
    public void ARuleIsOffWhereATreeSaysSo()
    {
        var rules = Switch(new Settings { InTrees = { [(First, RuleIds.ResizeUnderView)] = ReportDiagnostic.Suppress, [(Second, RuleIds.ResizeUnderView)] = ReportDiagnostic.Error } });
        Assert.DoesNotContain(RuleIds.ResizeUnderView, Ids(rules, First));
        Assert.Contains(RuleIds.ResizeUnderView, Ids(rules, Second));
        Assert.Equal(CheckTable.All.Length - 1, Ids(rules, First).Count());
    }

    [Fact]
    public void WhatATreeSaysComesFirst()
    {
        var settings = new Settings { InTrees = { [(First, RuleIds.ResizeUnderView)] = ReportDiagnostic.Warn }, Everywhere = { [RuleIds.ResizeUnderView] = ReportDiagnostic.Suppress } };
        Assert.Contains(RuleIds.ResizeUnderView, Ids(Switch(settings, (RuleIds.ResizeUnderView, ReportDiagnostic.Suppress)), First));
        Assert.DoesNotContain(RuleIds.ResizeUnderView, Ids(Switch(settings), Second));
    }

    [Fact]
    public void WhatTheCompilationSaysComesBeforeWhatIsSaidEverywhere()
    {
        var settings = new Settings { Everywhere = { [RuleIds.ResizeUnderView] = ReportDiagnostic.Suppress } };
        Assert.Contains(RuleIds.ResizeUnderView, Ids(Switch(settings, (RuleIds.ResizeUnderView, ReportDiagnostic.Warn)), First));
        Assert.DoesNotContain(RuleIds.ResizeUnderView, Ids(Switch(null, (RuleIds.ResizeUnderView, ReportDiagnostic.Suppress)), First));
    }

    [Fact]
    public void ATreeIsAskedOnce()
    {
        var rules = Switch(new Settings());
        Assert.Same(rules.In(First, CancellationToken.None), rules.In(First, CancellationToken.None));
    }

    [Fact]
    public void AllRulesTogetherLookForEverything() => Assert.Equal(Signs.All, RulesOn.Of(CheckTable.All).Signs);

    /// <summary>A body goes on only if the rules that are on look for what it shows.</summary>
    [Theory]
    [InlineData("var a = ArrayPool<int>.Shared.Rent(4); ArrayPool<int>.Shared.Return(a); a[0] = 1;", RuleIds.UseAfterRelease)]
    [InlineData("ArrayPool<int>.Shared.Return(new int[4]);", RuleIds.MismatchedRelease)]
    [InlineData("GiveBack(_kept); _kept[0] = 1;", RuleIds.UseAfterRelease)]
    [InlineData("int i = 0; int* p = &i; Keep(p);", RuleIds.EscapingAddress)]
    [InlineData("fixed (char* p = text) { *p = 'x'; }", RuleIds.ReadOnlyWrite)]
    [InlineData("MemoryMarshal.AsMemory(text.AsMemory()).Span[0] = 'x';", RuleIds.ReadOnlyWrite)]
    [InlineData("var read = reader.ReadAsync().Result; reader.AdvanceTo(read.Buffer.End); _ = read.Buffer.Length;", RuleIds.ViewAfterAdvance)]
    public void WhatNoRuleLooksForIsLeft(string code, string rule)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            class Owner
            {
                private int[] _kept;

                private void Uses(string text, PipeReader reader) { {{code}} }

                private static void GiveBack(int[] a) => ArrayPool<int>.Shared.Return(a);
            }
            """);
        var screen = new BodyScreen(NameGate.OfTables, () => [TreeWords.Of(tree, CancellationToken.None)]);
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        Assert.NotEqual(Screening.Leave, ScreeningFor(rule));
        Assert.NotEqual(Screening.Leave, screen.Screen(body, member: null, Signs.All, followsCalls: true, out _, CancellationToken.None));
        Assert.Equal(Screening.Leave, ScreeningFor(RuleIds.ResizeUnderView));
        Assert.Equal(Screening.Leave, ScreeningFor(RuleIds.SizeMisfit));

        Screening ScreeningFor(string id) => screen.Screen(body, member: null, CheckTable.All.Single(check => check.Descriptor.Id == id).Signs, followsCalls: true, out _, CancellationToken.None);
    }

    /// <summary>Growth is growth, though what the old array shows by name is its return to a pool.</summary>
    [Theory]
    [InlineData("void Grow() { var n = ArrayPool<int>.Shared.Rent(8); _a.CopyTo(n, 0); ArrayPool<int>.Shared.Return(_a); _a = n; }")]
    [InlineData("Action Grow = () => { var n = Take(); _a.CopyTo(n, 0); Back(_a); _a = n; };")]
    [InlineData("", "void Grow() { var n = Array.ConvertAll(_a, x => x); ArrayPool<int>.Shared.Return(_a); _a = n; }")]
    [InlineData("", "void Grow() { var n = Array.ConvertAll(_a, x => x); Back(_a); _a = n; }")]
    public async Task GrowthIsSeenAlone(string inside, string member = "")
    {
        var compilation = await SourceCompilation.CreateAsync($$"""
            using System;
            using System.Buffers;

            public class Owner
            {
                private int[] _a = new int[4];

                public void Uses() { Span<int> span = _a; {{inside}} Grow(); span[0] = 1; }

                private static int[] Take() => ArrayPool<int>.Shared.Rent(8);

                private static void Back(int[] a) => ArrayPool<int>.Shared.Return(a);

                {{member}}
            }
            """);
        Assert.Single(await AloneRun.OfAsync(RuleIds.ResizeUnderView, compilation, [new BufferLintAnalyzer()]));
    }

    private static IEnumerable<string> Ids(RuleSwitch rules, SyntaxTree tree) => rules.In(tree, CancellationToken.None).Checks.Select(check => check.Descriptor.Id);

    private static RuleSwitch Switch(SyntaxTreeOptionsProvider? settings, params (string Id, ReportDiagnostic Severity)[] ofCompilation) => new(
        CheckTable.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSyntaxTreeOptionsProvider(settings)
            .WithSpecificDiagnosticOptions(ofCompilation.ToImmutableDictionary(one => one.Id, one => one.Severity)));

    private sealed class Settings : SyntaxTreeOptionsProvider
    {
        public Dictionary<(SyntaxTree, string), ReportDiagnostic> InTrees { get; } = [];

        public Dictionary<string, ReportDiagnostic> Everywhere { get; } = [];

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => InTrees.TryGetValue((tree, diagnosticId), out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => Everywhere.TryGetValue(diagnosticId, out severity);
    }
}
