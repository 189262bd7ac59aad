// Taking the view of a writer again: where it is done and how it is written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.RetakeLeaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class RetakeLeaseFixTests
{
    [Fact]
    public Task StraightCode() => Case.Applied(
        """
        var span = writer.GetSpan(4);
        writer.Advance(Fill(span));
        n = Fill([|span|]);
        writer.Advance(n);
        """,
        """
        var span = writer.GetSpan(4);
        writer.Advance(Fill(span));
        span = writer.GetSpan(4);
        n = Fill(span);
        writer.Advance(n);
        """);

    [Fact]
    public Task TakenBeforeALoop() => Case.Applied(
        """
        var span = writer.GetSpan(n);
        while (on)
        {
            var filled = Fill([|span|]);
            writer.Advance(filled);
        }
        """,
        """
        var span = writer.GetSpan(n);
        while (on)
        {
            var filled = Fill(span);
            writer.Advance(filled);
            span = writer.GetSpan(n);
        }
        """);

    [Fact]
    public Task BehindTheFlush() => Case.Applied(
        """
        var memory = pipe.GetMemory(512);
        while (true)
        {
            var filled = await FillAsync([|memory|]);
            if (filled == 0)
            {
                break;
            }

            pipe.Advance(filled);
            var flushed = await pipe.FlushAsync();
            if (flushed.IsCompleted)
            {
                break;
            }
        }
        """,
        """
        var memory = pipe.GetMemory(512);
        while (true)
        {
            var filled = await FillAsync(memory);
            if (filled == 0)
            {
                break;
            }

            pipe.Advance(filled);
            var flushed = await pipe.FlushAsync();
            memory = pipe.GetMemory(512);
            if (flushed.IsCompleted)
            {
                break;
            }
        }
        """);

    [Fact]
    public Task SlicesFromTheStart() => Case.Applied(
        """
        var span = writer.GetSpan(8);
        span[0] = 1;
        writer.Advance(1);
        n = Fill([|span[..4]|]);
        writer.Advance(n);
        """,
        """
        var span = writer.GetSpan(8);
        span[0] = 1;
        writer.Advance(1);
        span = writer.GetSpan(8);
        n = Fill(span[..4]);
        writer.Advance(n);
        """);

    [Fact]
    public Task SliceWithALength() => Case.Applied(
        """
        var memory = writer.GetMemory(8);
        writer.Advance(Fill(memory));
        n = Fill([|memory.Slice(0, 4)|]);
        writer.Advance(n);
        """,
        """
        var memory = writer.GetMemory(8);
        writer.Advance(Fill(memory));
        memory = writer.GetMemory(8);
        n = Fill(memory.Slice(0, 4));
        writer.Advance(n);
        """);

    [Fact]
    public Task FirstElement() => Case.Applied(
        """
        var span = writer.GetSpan(1);
        span[0] = 1;
        writer.Advance(1);
        [|span[0]|] = 2;
        writer.Advance(1);
        """,
        """
        var span = writer.GetSpan(1);
        span[0] = 1;
        writer.Advance(1);
        span = writer.GetSpan(1);
        span[0] = 2;
        writer.Advance(1);
        """);

    [Fact]
    public Task ThroughAMemory() => Case.Applied(
        """
        var memory = writer.GetMemory(8);
        writer.Advance(Fill(memory));
        n = Fill([|memory.Span|]);
        writer.Advance(n);
        """,
        """
        var memory = writer.GetMemory(8);
        writer.Advance(Fill(memory));
        memory = writer.GetMemory(8);
        n = Fill(memory.Span);
        writer.Advance(n);
        """);

    [Fact]
    public Task OnlyOnOneWay() => Case.Applied(
        """
        var span = writer.GetSpan(8);
        if (on)
            writer.Advance(Fill(span));
        n = Fill([|span|]);
        writer.Advance(n);
        """,
        """
        var span = writer.GetSpan(8);
        if (on)
        {
            writer.Advance(Fill(span));
            span = writer.GetSpan(8);
        }
        n = Fill(span);
        writer.Advance(n);
        """);

    [Fact]
    public Task WriterInAField() => Case.Applied(
        """
        var span = _output.GetSpan();
        _output.Advance(Fill(span));
        n = Fill([|span|]);
        _output.Advance(n);
        """,
        """
        var span = _output.GetSpan();
        _output.Advance(Fill(span));
        span = _output.GetSpan();
        n = Fill(span);
        _output.Advance(n);
        """);

    [Fact]
    public Task WriterOfAPipe() => Case.Applied(
        """
        var memory = both.Output.GetMemory(16);
        both.Output.Advance(Fill(memory));
        await both.Output.FlushAsync();
        n = Fill([|memory|]);
        both.Output.Advance(n);
        """,
        """
        var memory = both.Output.GetMemory(16);
        both.Output.Advance(Fill(memory));
        await both.Output.FlushAsync();
        memory = both.Output.GetMemory(16);
        n = Fill(memory);
        both.Output.Advance(n);
        """);

    [Fact]
    public Task FlushedBeforeAnythingWasWritten() => Case.Applied(
        """
        var memory = pipe.GetMemory(16);
        await pipe.FlushAsync();
        n = Fill([|memory|]);
        pipe.Advance(n);
        """,
        """
        var memory = pipe.GetMemory(16);
        await pipe.FlushAsync();
        memory = pipe.GetMemory(16);
        n = Fill(memory);
        pipe.Advance(n);
        """);

    [Fact]
    public Task CommentsStayWithTheAdvance() => Case.Applied(
        """
        Span<byte> span = writer.GetSpan(4);

        // The head.
        writer.Advance(Fill(span)); // done

        // The body.
        writer.Advance(Fill([|span|]));
        """,
        """
        Span<byte> span = writer.GetSpan(4);

        // The head.
        writer.Advance(Fill(span)); // done
        span = writer.GetSpan(4);

        // The body.
        writer.Advance(Fill(span));
        """);

    [Fact]
    public Task OnOneLine() => Case.Applied(
        """
        var span = writer.GetSpan(4); writer.Advance(Fill(span)); writer.Advance(Fill([|span|]));
        """,
        """
        var span = writer.GetSpan(4); writer.Advance(Fill(span)); span = writer.GetSpan(4); writer.Advance(Fill(span));
        """);

    /// <summary>Half-typed code around is left as it is.</summary>
    [Fact]
    public Task BesideAnError() => Case.Applied(
        """
        var span = writer.GetSpan(4);
        writer.Advance(Fill(span));
        writer.Advance(Fill([|span|]));
        {|CS0103:missing|}();
        """,
        """
        var span = writer.GetSpan(4);
        writer.Advance(Fill(span));
        span = writer.GetSpan(4);
        writer.Advance(Fill(span));
        {|CS0103:missing|}();
        """);
}
