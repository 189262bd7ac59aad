// What the kit accepts of a code fix.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using Verify = BufferLint.Testing.CSharpCodeFixVerifier<BufferLint.CodeFixes.Tests.Kit.OneAnalyzer, BufferLint.CodeFixes.Tests.Kit.OneFix>;

namespace BufferLint.CodeFixes.Tests.Kit;

public sealed class CodeFixPassesTests
{
    [Fact]
    public Task OneFixFromMarkup() => Verify.VerifyCodeFixAsync("class Two { int x = [|1|]; }", "class Two { int x = 2; }");

    [Fact]
    public Task SeveralFixesAndLines() => Verify.VerifyCodeFixAsync(
        """
        class Two
        {
            int x = [|1|] + [|1|];
            int y = {|#0:1|};
        }
        """,
        Verify.Diagnostic().WithLocation(0),
        """
        class Two
        {
            int x = 2 + 2;
            int y = 2;
        }
        """);

    [Fact]
    public Task ResultsAsAnArray() => Verify.VerifyCodeFixAsync(
        "class Two { int x = {|#0:1|}, y = {|#1:1|}; }",
        [Verify.Diagnostic().WithLocation(0), Verify.Diagnostic("TOY0001").WithLocation(1)],
        "class Two { int x = 2, y = 2; }");

    [Fact]
    public Task ActionByEquivalenceKey() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestCode = "class TwoThree { int x = [|1|]; }",
        FixedCode = "class TwoThree { int x = 3; }",
        CodeActionEquivalenceKey = "three",
        OfferedEquivalenceKeys = ["two", "three"],
        NumberOfIncrementalIterations = 1,
        NumberOfFixAllIterations = 1,
    }.RunAsync();

    [Fact]
    public Task ActionByIndex() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestCode = "class TwoThree { int x = [|1|]; }",
        FixedCode = "class TwoThree { int x = 3; }",
        CodeActionIndex = 1,
        CodeActionEquivalenceKey = "three",
    }.RunAsync();

    [Fact]
    public Task NoFixIsOffered() => Verify.VerifyNoCodeFixAsync("class C { int x = [|1|]; }");

    [Fact]
    public Task NoFixIsOfferedForAnExplicitResult() => Verify.VerifyCodeFixAsync(
        "class C { int x = 1; }",
        Verify.Diagnostic().WithLocation(1, 19),
        "class C { int x = 1; }");

    [Fact]
    public Task FixWithAnotherKeyIsNotOffered() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestCode = "class Two { int x = [|1|]; }",
        CodeActionEquivalenceKey = "three",
    }.RunAsync();

    [Fact]
    public Task SomeDiagnosticsStay() => Verify.VerifyCodeFixAsync(
        "class C { int x = [|1|]; } class Two { int x = [|1|]; }",
        "class C { int x = [|1|]; } class Two { int x = 2; }");

    [Fact]
    public Task OnlyTheFirstFix() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestCode = "class Two { int x = [|1|], y = [|1|]; }",
        FixedCode = "class Two { int x = 2, y = [|1|]; }",
        BatchFixedCode = "class Two { int x = 2, y = 2; }",
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
    }.RunAsync();

    [Fact]
    public Task SeveralFilesAndConfiguration() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestState =
        {
            Sources = { "class Two { int x = [|1|]; }", "partial class TwoToo { int y = [|1|]; }", ("/off/Off.cs", "class TwoOff { int z = 1; }") },
            AnalyzerConfigFiles = { ("/off/.editorconfig", "[*.cs]\ndotnet_diagnostic.TOY0001.severity = none\n") },
        },
        FixedState =
        {
            Sources = { "class Two { int x = 2; }", "partial class TwoToo { int y = 2; }", ("/off/Off.cs", "class TwoOff { int z = 1; }") },
        },
        NumberOfIncrementalIterations = 2,
        NumberOfFixAllInDocumentIterations = 2,
    }.RunAsync();

    [Fact]
    public Task FixAllOfItsOwn() => new CSharpCodeFixTest<OneAnalyzer, OtherFixAll>
    {
        TestCode = "class Two { int x = [|1|]; }",
        FixedCode = "class Two { int x = 2; }",
        BatchFixedCode = "class Two { int x = 4; }",
    }.RunAsync();

    [Fact]
    public Task NoFixAllAtAll() => CSharpCodeFixVerifier<OneAnalyzer, NoFixAll>.VerifyCodeFixAsync(
        "class Two { int x = [|1|]; }",
        "class Two { int x = 2; }");

    [Fact]
    public Task ExpectedCompileErrorAfterTheFix() => Verify.VerifyCodeFixAsync(
        "class Error { int x = [|1|]; }",
        "class Error { int x = {|CS0103:nothing|}; }");
}
