// Advancing behind the last use: where it is done, how it is written, and where it would change what the code does.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.AdvanceLaterFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class AdvanceLaterFixTests
{
    [Fact]
    public Task Writer() => Case.Applied(
        """
        var span = writer.GetSpan(2);
        span[0] = 1;
        writer.Advance(2);
        [|span[1]|] = 2;
        """,
        """
        var span = writer.GetSpan(2);
        span[0] = 1;
        span[1] = 2;
        writer.Advance(2);
        """);

    [Fact]
    public Task BeforeTheNextAdvance() => Case.Applied(
        """
        var span = writer.GetSpan(2);
        span[0] = 1;
        writer.Advance(1);
        [|span[1]|] = 2;
        writer.Advance(1);
        """,
        """
        var span = writer.GetSpan(2);
        span[0] = 1;
        span[1] = 2;
        writer.Advance(1);
        writer.Advance(1);
        """);

    [Fact]
    public Task ThreeInARow() => Case.Applied(
        """
        var span = writer.GetSpan(3);
        span[0] = 1;
        writer.Advance(1);
        [|span[1]|] = 2;
        writer.Advance(1);
        span[2] = 3;
        writer.Advance(1);
        """,
        """
        var span = writer.GetSpan(3);
        span[0] = 1;
        span[1] = 2;
        writer.Advance(1);
        writer.Advance(1);
        [|span[2]|] = 3;
        writer.Advance(1);
        """);

    [Fact]
    public Task Reader() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.Start, buffer.End);
        Parse([|buffer|]);
        Poke();
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        Parse(buffer);
        reader.AdvanceTo(buffer.Start, buffer.End);
        Poke();
        """);

    [Fact]
    public Task DerivedViews() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        var first = [|result.Buffer|].First;
        Poke();
        Read(first.Span);
        Poke();
        """,
        """
        var result = await reader.ReadAsync();
        var first = result.Buffer.First;
        Poke();
        Read(first.Span);
        reader.AdvanceTo(result.Buffer.End);
        Poke();
        """);

    [Fact]
    public Task ALoopOfUses() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.GetPosition(1));
        foreach (var segment in [|result.Buffer|])
        {
            Read(segment.Span);
        }
        """,
        """
        var result = await reader.ReadAsync();
        foreach (var segment in result.Buffer)
        {
            Read(segment.Span);
        }
        reader.AdvanceTo(result.Buffer.GetPosition(1));
        """);

    [Fact]
    public Task CommentsMoveAlong() => Case.Applied(
        """
        var span = writer.GetSpan(2);

        // Two of them.
        writer.Advance(n); // done

        // The second.
        [|span[1]|] = 2; // two

        Poke();
        """,
        """
        var span = writer.GetSpan(2);

        // The second.
        span[1] = 2; // two
        // Two of them.
        writer.Advance(n); // done

        Poke();
        """);

    [Fact]
    public Task OnOneLine() => Case.Applied(
        "var span = writer.GetSpan(2); writer.Advance(2); [|span[1]|] = 2; Poke();",
        "var span = writer.GetSpan(2); span[1] = 2; writer.Advance(2); Poke();");

    [Fact]
    public Task FirstOfABlock() => Case.Applied(
        """
        var span = writer.GetSpan(2);
        if (on)
        {
            writer.Advance(2);

            [|span[1]|] = 2;
        }
        """,
        """
        var span = writer.GetSpan(2);
        if (on)
        {
            span[1] = 2;
            writer.Advance(2);
        }
        """);

    [Fact]
    public Task CompletedReader() => Case.Applied(
        """
        reader.TryRead(out var result);
        reader.Complete();
        Parse([|result.Buffer|]);
        """,
        """
        reader.TryRead(out var result);
        Parse(result.Buffer);
        reader.Complete();
        """);

    [Fact]
    public Task ConstantAmount() => Case.Applied(
        """
        const int Size = 2;
        var span = writer.GetSpan(Size);
        writer.Advance(Size);
        Fill([|span|]);
        """,
        """
        const int Size = 2;
        var span = writer.GetSpan(Size);
        Fill(span);
        writer.Advance(Size);
        """);

    [Fact]
    public Task BeforeAReturn() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(2);
        if (on)
        {
            return;
        }

        [|span[1]|] = 2;
        """);

    [Fact]
    public Task AcrossAnAwait() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        await Task.Yield();
        Parse([|result.Buffer|]);
        """);

    [Fact]
    public Task AcrossABreak() => Case.NotOffered(
        """
        while (on)
        {
            var span = writer.GetSpan(2);
            writer.Advance(2);
            if (n > 1)
                break;
            [|span[1]|] = 2;
        }
        """);

    [Fact]
    public Task AcrossALock() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(2);
        lock (this)
        {
            [|span[1]|] = 2;
        }
        """);

    [Fact]
    public Task AcrossAThrow() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(2);
        var count = n > 0 ? n : throw new ArgumentException();
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task AcrossAnotherCallOnTheWriter() => Case.NotOffered(
        """
        var header = writer.GetSpan(1);
        writer.Advance(1);
        writer.Write(new byte[] { 1 });
        [|header[0]|] = 1;
        """);

    [Fact]
    public Task AcrossACallThatGetsTheWriter() => Case.NotOffered(
        """
        var header = writer.GetSpan(1);
        writer.Advance(1);
        Encoding.UTF8.GetBytes("a", writer);
        [|header[0]|] = 1;
        """);

    [Fact]
    public Task AmountThatChanges() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(n);
        n = 3;
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task AmountInAField() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(_count);
        Poke();
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task AmountThatIsComputed() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        writer.Advance(Fill(span));
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task PositionOfWhatReadsOn() => Case.NotOffered(
        """
        reader.TryRead(out var result);
        var lines = new SequenceReader<byte>(result.Buffer);
        reader.AdvanceTo(lines.Position);
        [|lines.TryRead(out var item)|];
        """);

    [Fact]
    public Task AnotherHasTheWriter() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        var json = new Utf8JsonWriter(writer);
        writer.Advance(2);
        json.Flush();
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task FieldThatThisMayUse() => Case.NotOffered(
        """
        var span = _output.GetSpan(2);
        _output.Advance(2);
        Poke();
        [|span[1]|] = 2;
        """);

    [Fact]
    public Task InTheNextTurn() => Case.NotOffered(
        """
        var span = writer.GetSpan(n);
        for (var i = 0; i < n; i++)
        {
            [|span[i]|] = 1;
            writer.Advance(1);
        }
        """);

    [Fact]
    public Task UseInAnotherBlock() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        if (on)
        {
            writer.Advance(2);
        }

        [|span[1]|] = 2;
        """);

    [Fact]
    public Task AwaitedFlush() => Case.NotOffered(
        """
        var memory = pipe.GetMemory(2);
        await pipe.FlushAsync();
        Fill([|memory|]);
        """);
}
