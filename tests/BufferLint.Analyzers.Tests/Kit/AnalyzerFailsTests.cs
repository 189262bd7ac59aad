// What makes an analyzer test fail, and that the message says why.
using System;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Sdk;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.Analyzers.Tests.Kit.UnderscoreAnalyzer>;

namespace BufferLint.Analyzers.Tests.Kit;

public sealed class AnalyzerFailsTests
{
    [Fact]
    public Task UnexpectedDiagnostic() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C;\n    class A_B;"),
        """
        Diagnostics of the test code: 1 not expected.

        not expected:
          /0/Test0.cs(2,11)-(2,14): warning TOY0001: Class 'A_B' has 0 members
              2 |     class A_B;
                |           ^~~

        reported in all (1):
          /0/Test0.cs(2,11)-(2,14): warning TOY0001: Class 'A_B' has 0 members

        """);

    [Fact]
    public Task MissingDiagnostic() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class [|C|];"),
        """
        Diagnostics of the test code: 1 missing.

        missing:
          /0/Test0.cs(1,7)-(1,8): TOY0001
              1 | class C;
                |       ^
        """);

    [Fact]
    public Task OtherPlace() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class A[|_|]B;"),
        "1 different",
        "place: expected /0/Test0.cs(1,8)-(1,9), reported /0/Test0.cs(1,7)-(1,10)");

    [Fact]
    public Task OtherMessage() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class {|#0:A_B|};", Verify.Diagnostic().WithLocation(0).WithArguments("A_B", 1)),
        "1 different",
        "message: expected \"Class 'A_B' has 1 members\"",
        "reported \"Class 'A_B' has 0 members\"");

    [Fact]
    public Task OtherSeverity() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class {|#0:A_B|};", Verify.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Info)),
        "severity: expected Info, reported Warning");

    [Fact]
    public Task OtherAdditionalLocation() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync(
            "class {|#0:A_B|} { {|#1:int|} x; }",
            Verify.Diagnostic().WithLocation(0).WithLocation(1)),
        "additional location 1: expected /0/Test0.cs(1,13)-(1,16), reported /0/Test0.cs(1,13)-(1,19)");

    [Fact]
    public Task AdditionalLocationNotExpected() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class {|#0:A_B|} { int x; }", Verify.Diagnostic().WithLocation(0)),
        "additional locations: expected 0, reported 1",
        "(+1 additional)");

    [Fact]
    public Task AdditionalLocationIgnored() => Verify.VerifyAnalyzerAsync(
        "class {|#0:A_B|} { int x; }",
        Verify.Diagnostic().WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task CompileError() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class [|A_B|] { int x = y; }"),
        "error CS0103: The name 'y' does not exist in the current context");

    [Fact]
    public Task CompileErrorsMayBeIgnored() => new CSharpAnalyzerTest<UnderscoreAnalyzer>
    {
        TestCode = "class [|A_B|] { int x = y; }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task CompilerWarningsMayCount() => FailsAsync(
        static () => new CSharpAnalyzerTest<UnderscoreAnalyzer>
        {
            TestCode = "class [|A_B|] { int x; }",
            CompilerDiagnostics = CompilerDiagnostics.Warnings,
        }.RunAsync(),
        "warning CS0169");

    [Fact]
    public Task CompileErrorBeforeGettingDiagnostics() => FailsAsync(() => Verify.GetDiagnosticsAsync("class C { int x = y; }"), "CS0103");

    [Fact]
    public Task ThrowingAnalyzer() => FailsAsync(
        () => CSharpAnalyzerVerifier<ThrowingAnalyzer>.VerifyAnalyzerAsync("class C;"),
        "An analyzer threw",
        "thrown on purpose");

    [Fact]
    public async Task NamelessMarkupNeedsOneRule()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            static () => CSharpAnalyzerVerifier<TwoRuleAnalyzer>.VerifyAnalyzerAsync("class [|C|];"));

        Assert.Contains("TOY0002, TOY0003", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkupKeyThatDoesNotExist() => await Assert.ThrowsAsync<FormatException>(
        static () => Verify.VerifyAnalyzerAsync("class A_B;", Verify.Diagnostic().WithLocation(0)));

    private static async Task FailsAsync(Func<Task> test, params string[] parts)
    {
        var message = (await Assert.ThrowsAsync<FailException>(test)).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
