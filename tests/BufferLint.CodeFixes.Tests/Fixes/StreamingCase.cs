// One-line cases of the fixes of BUF1002 and BUF1004: the statements of a method that has readers and writers.
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix on readers and writers.</summary>
/// <typeparam name="TFix">The fix.</typeparam>
internal static class StreamingCase<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix turns some statements into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after, int? iterations = null) => FixCase<TFix>.AppliedToFile(Method(before), Method(after), iterations);

    /// <summary>The fix is offered for none of the findings in some statements.</summary>
    public static Task NotOffered(string statements) => FixCase<TFix>.NotOfferedInFile(Method(statements));

    /// <summary>A file with the statements in a method, which is async if they await something.</summary>
    public static string Method(string statements) =>
        $$"""
        using System;
        using System.Buffers;
        using System.IO.Pipelines;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            private PipeReader _input = null!;
            private IBufferWriter<byte> _output = null!;
            private int _count;

            {{(statements.Contains("await ") ? "async Task" : "void")}} M(PipeReader reader, PipeWriter pipe, IBufferWriter<byte> writer, IDuplexPipe both, bool on, int n)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            static int Fill(Span<byte> room) => room.Length;
            static int Fill(Memory<byte> room) => room.Length;
            static Task<int> FillAsync(Memory<byte> room) => Task.FromResult(room.Length);
            static void Read(byte item) { }
            static void Read(ReadOnlySpan<byte> items) { }
            static void Parse(ReadOnlySequence<byte> items) { }
            static void ParseUpTo(ReadOnlySequence<byte> items, SequencePosition end) { }
            static bool TryParse(ref ReadOnlySequence<byte> items) => !items.IsEmpty;
            static bool TryParse(ReadOnlySequence<byte> items, out SequencePosition end) { end = items.End; return on; }
            static bool on;
            void Poke() { }
        }
        """;
}
