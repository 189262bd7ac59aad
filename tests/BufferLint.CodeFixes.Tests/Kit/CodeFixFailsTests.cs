// What makes a code fix test fail, and that the message says why.
using System;
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using Xunit.Sdk;
using Verify = BufferLint.Testing.CSharpCodeFixVerifier<BufferLint.CodeFixes.Tests.Kit.OneAnalyzer, BufferLint.CodeFixes.Tests.Kit.OneFix>;

namespace BufferLint.CodeFixes.Tests.Kit;

public sealed class CodeFixFailsTests
{
    [Fact]
    public Task OtherText() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Two\n{\n    int x = [|1|];\n}", "class Two\n{\n    int x = 2; \n}"),
        """
        The text after the fix one by one (1 applied) is not the expected one (- expected, + found).

        /0/Test0.cs:
          class Two
          {
        -     int x = 2;·
        +     int x = 2;
          }

        """);

    [Fact]
    public Task DiagnosticsBeforeTheFix() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Two { int x = 1; }", "class Two { int x = 2; }"),
        "Diagnostics of the test code: 1 not expected.");

    [Fact]
    public Task DiagnosticsAfterTheFix() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Two { int x = [|1|]; } class C { int y = [|1|]; }", "class Two { int x = 2; } class C { int y = 1; }"),
        "Diagnostics after the fix one by one: 1 not expected.");

    [Fact]
    public Task CompileErrorAfterTheFix() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Error { int x = [|1|]; }", "class Error { int x = nothing; }"),
        "after the fix one by one",
        "error CS0103");

    [Fact]
    public Task NothingIsOffered() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class C { int x = [|1|]; }", "class C { int x = 2; }"),
        "(0 applied)");

    [Fact]
    public Task SomethingIsOffered() => FailsAsync(
        () => Verify.VerifyNoCodeFixAsync("class Two { int x = [|1|]; }"),
        "\"Make it two\" (equivalence key \"two\") is offered");

    [Fact]
    public Task ActionThatChangesNothing() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Same { int x = [|1|]; }", "class Same { int x = 2; }"),
        "\"Make it same\" (equivalence key \"same\") is offered but changes nothing");

    [Fact]
    public Task OtherOfferedKeys() => FailsAsync(
        static () => new CSharpCodeFixTest<OneAnalyzer, OneFix>
        {
            TestCode = "class TwoThree { int x = [|1|]; }",
            FixedCode = "class TwoThree { int x = 2; }",
            OfferedEquivalenceKeys = ["three", "two"],
        }.RunAsync(),
        "expected [three, two], offered [two, three]");

    [Fact]
    public Task OtherKeyAtTheIndex() => FailsAsync(
        static () => new CSharpCodeFixTest<OneAnalyzer, OneFix>
        {
            TestCode = "class TwoThree { int x = [|1|]; }",
            FixedCode = "class TwoThree { int x = 2; }",
            CodeActionIndex = 0,
            CodeActionEquivalenceKey = "three",
        }.RunAsync(),
        "has the equivalence key \"two\", not \"three\"");

    [Fact]
    public Task OtherNumberOfIterations() => FailsAsync(
        static () => new CSharpCodeFixTest<OneAnalyzer, OneFix>
        {
            TestCode = "class Two { int x = [|1|] + [|1|]; }",
            FixedCode = "class Two { int x = 2 + 2; }",
            NumberOfIncrementalIterations = 3,
        }.RunAsync(),
        "took 2 iterations, expected 3 iterations");

    [Fact]
    public Task OtherTextOfFixAll() => FailsAsync(
        () => CSharpCodeFixVerifier<OneAnalyzer, OtherFixAll>.VerifyCodeFixAsync("class Two { int x = [|1|]; }", "class Two { int x = 2; }"),
        "after the fix of all in Document (1 applied)",
        "- class Two { int x = 2; }\n+ class Two { int x = 4; }");

    [Fact]
    public Task FixAllThatIsNotThere() => FailsAsync(
        static () => new CSharpCodeFixTest<OneAnalyzer, NoFixAll>
        {
            TestCode = "class Two { int x = [|1|]; }",
            FixedCode = "class Two { int x = 2; }",
            BatchFixedCode = "class Two { int x = 2; }",
        }.RunAsync(),
        "no fix-all provider");

    [Fact]
    public Task TreeThatIsNotItsText() => FailsAsync(
        () => Verify.VerifyCodeFixAsync("class Tree { int x = [|1|]; }", "class Tree { int x = int.Parse(\"2\"); }"),
        "the fix made IdentifierName where its text parses to InvocationExpression: int.Parse(\"2\")");

    [Fact]
    public Task TreeMayBeIgnored() => new CSharpCodeFixTest<OneAnalyzer, OneFix>
    {
        TestCode = "class Tree { int x = [|1|]; }",
        FixedCode = "class Tree { int x = int.Parse(\"2\"); }",
        CodeActionValidationMode = CodeActionValidationMode.None,
    }.RunAsync();

    private static async Task FailsAsync(Func<Task> test, params string[] parts)
    {
        var message = (await Assert.ThrowsAsync<FailException>(test)).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
