// What the kit accepts: markup, explicit results, configuration, references.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.Analyzers.Tests.Kit.UnderscoreAnalyzer>;

namespace BufferLint.Analyzers.Tests.Kit;

public sealed class AnalyzerPassesTests
{
    [Fact]
    public Task MarkupOfTheOnlyRule() => Verify.VerifyAnalyzerAsync("class [|A_B|] { int x; } class C;");

    [Fact]
    public Task MarkupById() => Verify.VerifyAnalyzerAsync("class {|TOY0001:A_B|} { }");

    [Fact]
    public Task EverythingOfAResult() => Verify.VerifyAnalyzerAsync(
        """
        class {|#0:A_B|}
        {
            {|#1:int x;|}
            {|#2:void M()
            {
            }|}
        }
        """,
        Verify.Diagnostic("TOY0001").WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("A_B", 2));

    [Fact]
    public Task ResultByPosition() => Verify.VerifyAnalyzerAsync(
        "class A_B;\nclass C_D;",
        Verify.Diagnostic().WithLocation(1, 7).WithMessage("Class 'A_B' has 0 members"),
        Verify.Diagnostic().WithSpan(2, 7, 2, 10).WithSeverity(DiagnosticSeverity.Warning));

    [Fact]
    public Task ExpectedCompileError() => Verify.VerifyAnalyzerAsync("class C { int x = {|CS0103:y|}; int z = 1 {|CS1002:}|}");

    [Fact]
    public Task SuppressedByPragma() => Verify.VerifyAnalyzerAsync(
        """
        #pragma warning disable TOY0001
        class A_B;
        #pragma warning restore TOY0001
        class [|C_D|];
        """);

    [Fact]
    public Task DefaultsOfTheLanguage() => Verify.VerifyAnalyzerAsync(
        """
        using System;
        static unsafe class C
        {
            static string? s;
            static int P { get => field; set => field = value; }
            static Span<byte> M(byte* p, params ReadOnlySpan<int> xs) => new(p, s?.Length ?? xs.Length);
        }
        """);

    [Fact]
    public async Task SeveritiesAndOptionsOfEditorConfig()
    {
        var test = new CSharpAnalyzerTest<UnderscoreAnalyzer>
        {
            TestState =
            {
                Sources = { "class A_B; class [|CxD|];", ("/quiet/Quiet.cs", "class ExF;"), ("/0/loud/Loud.cs", "class {|#0:GxH|};") },
                AnalyzerConfigFiles =
                {
                    ("/.editorconfig", "root = true\n[*.cs]\ntoy.character = x\n[quiet/*.cs]\ndotnet_diagnostic.TOY0001.severity = none\n"),
                    ("/0/loud/.editorconfig", "[*.cs]\ndotnet_diagnostic.TOY0001.severity = error\n"),
                },
                ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Error) },
            },
        };

        await test.RunAsync();
    }

    [Fact]
    public Task AdditionalFilesHoldMarkup() => new CSharpAnalyzerTest<TwoRuleAnalyzer>
    {
        TestState =
        {
            Sources = { "class [|C|];" },
            AdditionalFiles = { ("/0/model.txt", "{|TOY0003:to|}y") },
        },
        DefaultDiagnosticId = "TOY0002",
    }.RunAsync();

    [Fact]
    public Task OlderFrameworks() => Task.WhenAll(new[] { ReferenceAssemblies.Net.Net80, ReferenceAssemblies.NetStandard.NetStandard20 }
        .Select(static framework => new CSharpAnalyzerTest<UnderscoreAnalyzer>
        {
            ReferenceAssemblies = framework,
            TestCode = "class [|A_B|] { string x = System.Environment.NewLine; }",
        }.RunAsync()));

    [Fact]
    public Task AddedReferences() => new CSharpAnalyzerTest<UnderscoreAnalyzer>
    {
        TestState =
        {
            Sources = { "class C { Xunit.FactAttribute? x; }" },
            AdditionalReferences = { typeof(FactAttribute).Assembly },
        },
    }.RunAsync();

    [Fact]
    public async Task DiagnosticsInSourceOrder()
    {
        var diagnostics = await Verify.GetDiagnosticsAsync("class C_D; class A_B;", "class E_F;");

        Assert.Equal(["C_D", "A_B", "E_F"], diagnostics.Select(static diagnostic =>
            diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }

    [Fact]
    public async Task CompilationOfPlainSources()
    {
        var compilation = await SourceCompilation.CreateAsync("class A { byte[] b = [1, 2]; }", "class B : A;");

        Assert.NotNull(compilation.GetTypeByMetadataName("B"));
    }
}
