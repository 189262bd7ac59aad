// Where nothing holds what was read, or an advance might come twice.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.AdvanceFirstFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class AdvanceFirstNotOfferedTests
{
    [Fact]
    public Task NobodyHoldsTheResult() => Case.NotOffered(
        """
        await reader.ReadAsync();
        await [|reader.ReadAsync()|];
        """);

    [Fact]
    public Task OnlyTheBufferIsHeld() => Case.NotOffered(
        """
        while (on)
        {
            var buffer = (await [|reader.ReadAsync()|]).Buffer;
            Parse(buffer);
        }
        """);

    [Fact]
    public Task OnlyTheTaskIsHeld() => Case.NotOffered(
        """
        var first = reader.ReadAsync();
        var second = [|reader.ReadAsync()|];
        Parse((await second).Buffer);
        """);

    [Fact]
    public Task AttemptThatMayHaveFailed() => Case.NotOffered(
        """
        reader.TryRead(out var result);
        Parse(result.Buffer);
        result = await [|reader.ReadAsync()|];
        """);

    [Fact]
    public Task AdvancedInACase() => Case.NotOffered(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            switch (n)
            {
                case 1:
                    reader.AdvanceTo(result.Buffer.End);
                    break;
                case 2:
                    break;
            }
        }
        """);

    [Fact]
    public Task AdvancedInALoop() => Case.NotOffered(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            for (var i = 0; i < n; i++)
            {
                reader.AdvanceTo(result.Buffer.End);
                break;
            }
        }
        """);

    [Fact]
    public Task AdvancedInATry() => Case.NotOffered(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            try
            {
                if (n > 0)
                {
                    reader.AdvanceTo(result.Buffer.End);
                }
            }
            finally
            {
                Poke();
            }
        }
        """);

    [Fact]
    public Task SecondReadInABranch() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        while (result.Buffer.Length < 4)
        {
            result = await [|reader.ReadAsync()|];
        }
        """);

    [Fact]
    public Task ReaderThatIsExchanged() => Case.NotOffered(
        """
        var result = await reader.ReadAsync();
        result = await [|reader.ReadAsync()|];
        reader.AdvanceTo(result.Buffer.End);
        reader = _input;
        """);

    [Fact]
    public Task OutOfOneLoopIntoTheNextTurnOfAnother() => Case.NotOffered(
        """
        while (on)
        {
            while (true)
            {
                var result = await [|reader.ReadAsync()|];
                if (result.IsCompleted)
                {
                    break;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }
        """);

    [Fact]
    public Task Goto() => Case.NotOffered(
        """
        again:
        var result = await [|reader.ReadAsync()|];
        if (result.Buffer.IsEmpty)
        {
            goto again;
        }

        reader.AdvanceTo(result.Buffer.End);
        """);

    [Fact]
    public Task UnderASymbol() => Case.NotOffered(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
        #if OTHER
            reader.AdvanceTo(result.Buffer.End);
        #endif
        }
        """);
}
