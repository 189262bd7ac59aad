// One-line cases of the fixes about leases: the statements of a method that has pools and buffers.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix, or all of a rule, on leases.</summary>
/// <typeparam name="TFix">The fix, or the provider of a rule.</typeparam>
internal static class LeaseCase<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix turns some statements into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after, int? iterations = null, string result = "void") =>
        FixCase<TFix>.AppliedToFile(Method(before, result), Method(after, result), iterations);

    /// <summary>The fix is offered for none of the findings in some statements.</summary>
    public static Task NotOffered(string statements, string result = "void") => FixCase<TFix>.NotOfferedInFile(Method(statements, result));

    /// <summary>All fixes of a rule, in their order; the first is applied.</summary>
    public static Task Offered(string before, string after, params string[] keys) => new CSharpCodeFixTest<BufferLintAnalyzer, TFix>
    {
        TestCode = Method(before, "void"),
        FixedCode = Method(after, "void"),
        DefaultDiagnosticId = new TFix().FixableDiagnosticIds[0],
        OfferedEquivalenceKeys = keys.Length > 0 ? keys : null,
    }.RunAsync();

    /// <summary>A file with the statements in a method.</summary>
    public static string Method(string statements, string result) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        {{(IsAsync(statements) ? "" : "unsafe ")}}class C
        {
            private readonly ArrayPool<byte> _pool = ArrayPool<byte>.Create();
            private ArrayPool<byte> _other = ArrayPool<byte>.Create();
            private byte[]? _field;
            private byte[] _sure = new byte[4];

            {{(IsAsync(statements) ? "async " : "")}}{{result}} M(ArrayPool<byte> pool, MemoryPool<byte> memory, byte[] given, bool on, int n)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            static void Read(ReadOnlySpan<byte> items) { }
            static void Read(byte item) { }
            static void Fill(Span<byte> items) => items[0] = 1;
            void Poke() { }
        }
        """;

    private static bool IsAsync(string statements) => statements.Contains("await ", System.StringComparison.Ordinal);
}
