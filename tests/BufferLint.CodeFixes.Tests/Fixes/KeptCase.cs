// Cases of the fixes about fields that keep what was released: the members of a type.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix, or all of BUF2005.</summary>
/// <typeparam name="TFix">The fix, or the provider.</typeparam>
internal static class KeptCase<TFix>
    where TFix : CodeFixProvider, new()
{
    private const string Usual = "public sealed unsafe class C : IDisposable";

    /// <summary>The fix turns some members into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after, string type = Usual, string nullable = "enable") =>
        FixCase<TFix>.AppliedToFile(File(before, type, nullable), File(after, type, nullable));

    /// <summary>The fix is offered for none of the findings in some members.</summary>
    public static Task NotOffered(string members, string type = Usual) => FixCase<TFix>.NotOfferedInFile(File(members, type, "enable"));

    /// <summary>All fixes of the rule, in their order; the first is applied.</summary>
    public static Task Offered(string before, string after, params string[] keys) => new CSharpCodeFixTest<BufferLintAnalyzer, TFix>
    {
        TestCode = File(before, Usual, "enable"),
        FixedCode = File(after, Usual, "enable"),
        DefaultDiagnosticId = RuleIds.KeptReleasedField,
        OfferedEquivalenceKeys = keys,
    }.RunAsync();

    private static string File(string members, string type, string nullable) =>
        $$"""
        #nullable {{nullable}}
        using System;
        using System.Buffers;
        using System.IO.Pipelines;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;

        {{type}}
        {
        {{string.Join("\n", members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}}
        }
        """;
}
