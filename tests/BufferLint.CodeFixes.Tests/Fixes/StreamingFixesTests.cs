// What hosts see for BUF1002 and BUF1004: the offered fixes in order, fix all, and the layout of what is written.
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class StreamingFixesTests
{
    private const string Usings = "using System.Buffers;\nusing System.IO.Pipelines;\nusing System.Threading.Tasks;\n";

    [Fact]
    public Task FixesOfAReaderInOrder() => Offered<ViewAfterAdvanceFixes>(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        Parse([|buffer|]);
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
        reader.AdvanceTo(buffer.End);
        Parse(bufferCopy);
        """,
        nameof(CopyBeforeAdvanceFix), nameof(AdvanceLaterFix));

    [Fact]
    public Task FixesOfAWriterInOrder() => Offered<ViewAfterAdvanceFixes>(
        """
        var span = writer.GetSpan(4);
        writer.Advance(n);
        Fill([|span|]);
        writer.Advance(n);
        """,
        """
        var span = writer.GetSpan(4);
        writer.Advance(n);
        span = writer.GetSpan(4);
        Fill(span);
        writer.Advance(n);
        """,
        nameof(RetakeLeaseFix), nameof(AdvanceLaterFix));

    [Fact]
    public Task FixAllFallsBackWhereTheChosenFixIsNoWay() => Offered<ViewAfterAdvanceFixes>(
        """
        var span = writer.GetSpan(4);
        writer.Advance(n);
        Fill([|span|]);
        writer.Advance(n);

        var last = writer.GetSpan(2);
        writer.Advance(2);
        [|last[1]|] = 1;

        reader.TryRead(out var result);
        reader.AdvanceTo(result.Buffer.End);
        Parse([|result.Buffer|]);
        """,
        """
        var span = writer.GetSpan(4);
        writer.Advance(n);
        span = writer.GetSpan(4);
        Fill(span);
        writer.Advance(n);

        var last = writer.GetSpan(2);
        last[1] = 1;
        writer.Advance(2);

        reader.TryRead(out var result);
        var bufferCopy = new ReadOnlySequence<byte>(result.Buffer.ToArray());
        reader.AdvanceTo(result.Buffer.End);
        Parse(bufferCopy);
        """);

    [Fact]
    public Task FixOfAReadWithoutAdvance() => Offered<ReadWithoutAdvanceFixes>(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            if (result.Buffer.IsEmpty) continue;
            reader.AdvanceTo(result.Buffer.End);
        }

        while ([|both.Input.TryRead(out var other)|])
        {
            Parse(other.Buffer);
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.IsEmpty)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }
            reader.AdvanceTo(result.Buffer.End);
        }

        while (both.Input.TryRead(out var other))
        {
            Parse(other.Buffer);
            both.Input.AdvanceTo(other.Buffer.Start, other.Buffer.End);
        }
        """,
        nameof(AdvanceFirstFix));

    [Fact]
    public Task BothRulesInOneMethod() => Offered<ReadWithoutAdvanceFixes>(
        """
        var result = await reader.ReadAsync();
        result = await [|reader.ReadAsync()|];
        reader.AdvanceTo(result.Buffer.End);
        Parse({|BUF1002:result.Buffer|});
        """,
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        Parse({|BUF1002:result.Buffer|});
        """);

    [Fact]
    public Task BracesAtTheEndOfTheLine() => FixCase<AdvanceFirstFix>.AppliedToFile(
        Usings +
        """
        class C {
          async Task M(PipeReader reader, bool on) {
            while (on) {
              var result = await [|reader.ReadAsync()|];
              if (result.Buffer.Length > 4) {
                reader.AdvanceTo(result.Buffer.End);
              }
            }
          }
        }
        """,
        Usings +
        """
        class C {
          async Task M(PipeReader reader, bool on) {
            while (on) {
              var result = await reader.ReadAsync();
              if (result.Buffer.Length > 4) {
                reader.AdvanceTo(result.Buffer.End);
              } else {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
              }
            }
          }
        }
        """);

    [Fact]
    public Task Tabs() => FixCase<AdvanceFirstFix>.AppliedToFile(
        Usings + "class C\n{\n\tvoid M(PipeReader reader)\n\t{\n\t\twhile ([|reader.TryRead(out var result)|])\n\t\t{\n\t\t}\n\t}\n}\n",
        Usings + "class C\n{\n\tvoid M(PipeReader reader)\n\t{\n\t\twhile (reader.TryRead(out var result))\n\t\t{\n\t\t\treader.AdvanceTo(result.Buffer.Start, result.Buffer.End);\n\t\t}\n\t}\n}\n");

    [Fact]
    public Task EmptyBlockOnOneLine() => FixCase<AdvanceFirstFix>.AppliedToFile(
        Usings + "class C\n{\n    void M(PipeReader reader)\n    {\n        while ([|reader.TryRead(out var result)|]) { }\n    }\n}\n",
        Usings + "class C\n{\n    void M(PipeReader reader)\n    {\n        while (reader.TryRead(out var result)) { reader.AdvanceTo(result.Buffer.Start, result.Buffer.End); }\n    }\n}\n");

    [Fact]
    public Task TopLevelStatements()
    {
        var test = FixCase<AdvanceLaterFix>.TestOf(
            Usings +
            """
            IBufferWriter<byte> writer = PipeWriter.Create(System.IO.Stream.Null);
            var span = writer.GetSpan(2);
            writer.Advance(2);
            [|span[1]|] = 1;

            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.FixedState.Sources.Add(
            Usings +
            """
            IBufferWriter<byte> writer = PipeWriter.Create(System.IO.Stream.Null);
            var span = writer.GetSpan(2);
            span[1] = 1;
            writer.Advance(2);

            """);
        test.FixedState.Sources.Add(Buffers.Source);
        return test.RunAsync();
    }

    private static Task Offered<TFixes>(string before, string after, params string[] keys)
        where TFixes : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<BufferLintAnalyzer, TFixes>
        {
            TestCode = StreamingCase<TFixes>.Method(before),
            FixedCode = StreamingCase<TFixes>.Method(after),
            DefaultDiagnosticId = new TFixes().FixableDiagnosticIds[0],
            OfferedEquivalenceKeys = keys.Length > 0 ? keys : null,
        };
        return test.RunAsync();
    }
}
