// Where memory asked for again would not be what the code means.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.RetakeLeaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class RetakeLeaseNotOfferedTests
{
    /// <summary>The new lease begins behind what was written: the second byte would be the third.</summary>
    [Fact]
    public Task IndexThatWouldShift() => Case.NotOffered(
        """
        var span = writer.GetSpan(2);
        span[0] = 1;
        writer.Advance(1);
        [|span[1]|] = 2;
        writer.Advance(1);
        """);

    [Fact]
    public Task IndexOfALoop() => Case.NotOffered(
        """
        var span = writer.GetSpan(n);
        for (var i = 0; i < n; i++)
        {
            [|span[i]|] = 1;
            writer.Advance(1);
        }
        """);

    [Fact]
    public Task SliceThatWouldShift() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        writer.Advance(4);
        n = Fill([|span.Slice(4)|]);
        writer.Advance(n);
        """);

    [Fact]
    public Task RangeThatWouldShift() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        writer.Advance(4);
        n = Fill([|span[4..]|]);
        writer.Advance(n);
        """);

    /// <summary>A length that is filled in after its data belongs before them.</summary>
    [Fact]
    public Task HeaderFilledInLater() => Case.NotOffered(
        """
        var header = writer.GetSpan(4);
        writer.Advance(4);
        var body = writer.GetSpan(n);
        n = Fill(body);
        writer.Advance(n);
        n = Fill([|header|]);
        """);

    [Fact]
    public Task HeaderOfDataWrittenByAnother() => Case.NotOffered(
        """
        var header = writer.GetSpan(1);
        writer.Write(new byte[] { 1, 2 });
        [|header[0]|] = 2;
        writer.Advance(1);
        """);

    [Fact]
    public Task OneUseThatWouldShift() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        writer.Advance(Fill(span));
        n = Fill([|span|]);
        writer.Advance(n);
        span[n] = 1;
        writer.Advance(1);
        """);

    [Fact]
    public Task ViewOfAReader() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        Parse([|result.Buffer|]);
        """);

    [Fact]
    public Task LocalThatIsCutOff() => Case.NotOffered(
        """
        var span = writer.GetSpan(n);
        while (on)
        {
            var filled = Fill([|span|]);
            span = span.Slice(filled);
            writer.Advance(filled);
        }
        """);

    [Fact]
    public Task AnotherLease() => Case.NotOffered(
        """
        var span = writer.GetSpan(n);
        writer.Advance(Fill(span));
        if (on)
        {
            span = writer.GetSpan(n + 1);
        }

        n = Fill([|span|]);
        writer.Advance(n);
        """);

    [Fact]
    public Task HintThatChanges() => Case.NotOffered(
        """
        var span = writer.GetSpan(n);
        n = Fill(span);
        writer.Advance(n);
        n = Fill([|span|]);
        writer.Advance(n);
        """);

    [Fact]
    public Task PartOfTheLease() => Case.NotOffered(
        """
        var span = writer.GetSpan(8)[2..];
        writer.Advance(Fill(span));
        n = Fill([|span|]);
        writer.Advance(n);
        """);

    [Fact]
    public Task FlushOfWhatWasNotAdvanced() => Case.NotOffered(
        """
        var memory = pipe.GetMemory(8);
        n = Fill(memory);
        await pipe.FlushAsync();
        n = Fill([|memory|]);
        pipe.Advance(n);
        """);

    [Fact]
    public Task CompletedWriter() => Case.NotOffered(
        """
        var memory = pipe.GetMemory(8);
        pipe.Complete();
        n = Fill([|memory|]);
        pipe.Advance(n);
        """);

    [Fact]
    public Task ReadOfWhatWasWritten() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        n = Fill(span);
        writer.Advance(n);
        Read([|span|]);
        """);

    [Fact]
    public Task UnderASymbol() => Case.NotOffered(
        """
        var span = writer.GetSpan(8);
        #if !OTHER
        writer.Advance(Fill(span));
        #endif
        n = Fill([|span|]);
        writer.Advance(n);
        """);
}
