// Where a copy would lose writes, or positions of the original would point into it.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.CopyBeforeAdvanceFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyBeforeAdvanceNotOfferedTests
{
    [Fact]
    public Task LeaseOfAWriter() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        writer.Advance(Fill(span));
        Read([|span|]);
        """);

    [Fact]
    public Task PositionMadeBefore() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var end = buffer.GetPosition(1);
        reader.AdvanceTo(end);
        Parse([|buffer.Slice(end)|]);
        """);

    [Fact]
    public Task PositionGivenAlong() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        var end = buffer.GetPosition(1);
        reader.AdvanceTo(end);
        ParseUpTo([|buffer|], end);
        """);

    [Fact]
    public Task PositionMadeAfter() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.Start);
        var end = [|buffer|].PositionOf((byte)10);
        reader.AdvanceTo(end!.Value);
        """);

    [Fact]
    public Task LocalThatIsCutOff() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        while (TryParse([|ref buffer|]))
        {
        }
        """);

    [Fact]
    public Task InTheNextTurn() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        while (on)
        {
            Parse([|buffer|]);
            reader.AdvanceTo(buffer.End);
        }
        """);

    [Fact]
    public Task UseInAnotherBlock() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        if (on)
        {
            reader.AdvanceTo(buffer.End);
        }

        Parse([|buffer|]);
        """);

    [Fact]
    public Task BehindAFinally() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        try
        {
            Poke();
        }
        finally
        {
            reader.AdvanceTo(buffer.End);
        }

        Parse([|buffer|]);
        """);

    [Fact]
    public Task UseInALambda() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        Action later = [|() => Parse(buffer)|];
        later();
        """);

    [Fact]
    public Task WholeResultHandedOn() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        Console.WriteLine([|result|]);
        """);

    [Fact]
    public Task SequenceReader() => Case.NotOffered(
        """
        reader.TryRead(out var result);
        var lines = new SequenceReader<byte>(result.Buffer);
        reader.AdvanceTo(result.Buffer.End);
        [|lines.TryRead(out var item)|];
        """);

    [Fact]
    public Task UnderASymbol() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        var buffer = result.Buffer;
        reader.AdvanceTo(buffer.End);
        Parse([|buffer|]);
        #if OTHER
        Parse(buffer);
        #endif
        """);
}
