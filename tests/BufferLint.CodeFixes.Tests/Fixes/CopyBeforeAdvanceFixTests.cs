// Copying what was read before it is given back: where it is done and how it is written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.CopyBeforeAdvanceFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyBeforeAdvanceFixTests
{
    [Fact]
    public Task Sequence() => Case.Applied(
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
        """);

    [Fact]
    public Task BufferOfTheResult() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        Parse([|result.Buffer|]);
        if (result.IsCompleted)
        {
            Read(result.Buffer.FirstSpan);
        }
        """,
        """
        var result = await reader.ReadAsync();
        var bufferCopy = new ReadOnlySequence<byte>(result.Buffer.ToArray());
        reader.AdvanceTo(result.Buffer.End);
        Parse(bufferCopy);
        if (result.IsCompleted)
        {
            Read(bufferCopy.FirstSpan);
        }
        """);

    [Fact]
    public Task Length() => Case.Applied(
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            reader.AdvanceTo(result.Buffer.End);
            n += (int)[|result.Buffer|].Length;
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            var bufferCopy = new ReadOnlySequence<byte>(result.Buffer.ToArray());
            reader.AdvanceTo(result.Buffer.End);
            n += (int)bufferCopy.Length;
        }
        """);

    [Fact]
    public Task Line() => Case.Applied(
        """
        reader.TryRead(out var result);
        var lines = new SequenceReader<byte>(result.Buffer);
        lines.TryReadTo(out ReadOnlySpan<byte> line, (byte)10);
        reader.AdvanceTo(lines.Position);
        Read([|line|]);
        Read(line[0]);
        """,
        """
        reader.TryRead(out var result);
        var lines = new SequenceReader<byte>(result.Buffer);
        lines.TryReadTo(out ReadOnlySpan<byte> line, (byte)10);
        ReadOnlySpan<byte> lineCopy = line.ToArray();
        reader.AdvanceTo(lines.Position);
        Read(lineCopy);
        Read(lineCopy[0]);
        """);

    [Fact]
    public Task FirstSegment() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var first = result.Buffer.First;
        reader.AdvanceTo(result.Buffer.End);
        Read([|first.Span|]);
        """,
        """
        var result = await reader.ReadAsync();
        var first = result.Buffer.First;
        ReadOnlyMemory<byte> firstCopy = first.ToArray();
        reader.AdvanceTo(result.Buffer.End);
        Read(firstCopy.Span);
        """);

    [Fact]
    public Task CompletedReader() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        await reader.CompleteAsync();
        Parse([|buffer|]);
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
        await reader.CompleteAsync();
        Parse(bufferCopy);
        """);

    /// <summary>Positions are those of the original.</summary>
    [Fact]
    public Task PositionsOfALaterAdvance() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.Start, buffer.End);
        Parse([|buffer|]);
        reader.AdvanceTo(buffer.End);
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
        reader.AdvanceTo(buffer.Start, buffer.End);
        Parse(bufferCopy);
        reader.AdvanceTo(buffer.End);
        """);

    [Fact]
    public Task InABranch() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        if (on)
        {
            reader.AdvanceTo(buffer.End);
            Parse([|buffer.Slice(1)|]);
            return;
        }

        reader.AdvanceTo(buffer.Start);
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        if (on)
        {
            var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
            reader.AdvanceTo(buffer.End);
            Parse(bufferCopy.Slice(1));
            return;
        }

        reader.AdvanceTo(buffer.Start);
        """);

    [Fact]
    public Task NameThatIsTaken() => Case.Applied(
        """
        var bufferCopy = 1;
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        Parse([|buffer|]);
        n = bufferCopy;
        """,
        """
        var bufferCopy = 1;
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var bufferCopy2 = new ReadOnlySequence<byte>(buffer.ToArray());
        reader.AdvanceTo(buffer.End);
        Parse(bufferCopy2);
        n = bufferCopy;
        """);

    [Fact]
    public Task CommentsStay() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;

        // Done with it.
        reader.AdvanceTo(buffer.End); // all
        Parse([|buffer|] /* or not */);
        """,
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;

        var bufferCopy = new ReadOnlySequence<byte>(buffer.ToArray());
        // Done with it.
        reader.AdvanceTo(buffer.End); // all
        Parse(bufferCopy /* or not */);
        """);

    [Fact]
    public Task ReaderInAField() => Case.Applied(
        """
        var result = await _input.ReadAsync();
        _input.AdvanceTo(result.Buffer.End);
        Parse([|result.Buffer|]);
        """,
        """
        var result = await _input.ReadAsync();
        var bufferCopy = new ReadOnlySequence<byte>(result.Buffer.ToArray());
        _input.AdvanceTo(result.Buffer.End);
        Parse(bufferCopy);
        """);
}
