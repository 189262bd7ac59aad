// One-line cases of the fixes: the statements of a method before and after, or whole files.
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix, of BUF1001 where statements are enough.</summary>
/// <typeparam name="TFix">The fix.</typeparam>
internal static class FixCase<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix turns some statements into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after, int? iterations = null) => AppliedToFile(Method(before), Method(after), iterations);

    /// <summary>The fix is offered for none of the findings in some statements.</summary>
    public static Task NotOffered(string statements) => NotOfferedInFile(Method(statements));

    /// <inheritdoc cref="Applied"/>
    public static Task AppliedToFile(string before, string after, int? iterations = null)
    {
        var test = TestOf(before);
        test.FixedState.Sources.Add(after);
        test.FixedState.Sources.Add(Buffers.Source);
        test.NumberOfFixAllIterations = iterations;
        return test.RunAsync();
    }

    /// <inheritdoc cref="NotOffered"/>
    public static Task NotOfferedInFile(string source) => TestOf(source).RunAsync();

    /// <summary>A test of one file and the buffers it may use.</summary>
    public static CSharpCodeFixTest<BufferLintAnalyzer, TFix> TestOf(string source) => new()
    {
        TestState = { Sources = { source, Buffers.Source } },
        CodeActionEquivalenceKey = typeof(TFix).Name,
        DefaultDiagnosticId = new TFix().FixableDiagnosticIds[0],
    };

    private static string Method(string statements) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;

        class C
        {
            private List<int> _list = new();

            void M(List<int> list, List<int> other, Dictionary<string, int> map, MemoryStream stream, ArrayBufferWriter<byte> writer, int[] array, ByteArray data, bool on, int n)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            static void Read(ReadOnlySpan<int> items) { }
            static void Read(int item) { }
            static void Touch(List<int> items) { }
            void Poke() { }
        }
        """;
}
