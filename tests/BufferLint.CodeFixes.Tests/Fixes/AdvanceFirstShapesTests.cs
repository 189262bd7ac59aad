// Advancing on each path that lacks it: attempts, branches, and where the reader or the buffer is not a plain local.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.AdvanceFirstFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class AdvanceFirstShapesTests
{
    [Fact]
    public Task WhereAnAttemptSucceeded() => Case.Applied(
        """
        if (reader.TryRead(out var result))
        {
            Parse(result.Buffer);
        }

        result = await [|reader.ReadAsync()|];
        reader.AdvanceTo(result.Buffer.End);
        """,
        """
        if (reader.TryRead(out var result))
        {
            Parse(result.Buffer);
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        """);

    [Fact]
    public Task WhereAnAttemptFailedIsLeft() => Case.Applied(
        """
        if (!reader.TryRead(out var result))
        {
            return;
        }

        Parse(result.Buffer);
        result = await [|reader.ReadAsync()|];
        reader.AdvanceTo(result.Buffer.End);
        """,
        """
        if (!reader.TryRead(out var result))
        {
            return;
        }

        Parse(result.Buffer);
        reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        """);

    [Fact]
    public Task LoopOfAttempts() => Case.Applied(
        """
        while ([|reader.TryRead(out var result)|])
        {
            Parse(result.Buffer);
        }
        """,
        """
        while (reader.TryRead(out var result))
        {
            Parse(result.Buffer);
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        """);

    [Fact]
    public Task EmptyLoop() => Case.Applied(
        """
        while ([|reader.TryRead(out var result)|])
        {
        }
        """,
        """
        while (reader.TryRead(out var result))
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        """);

    [Fact]
    public Task BranchThatLacksIt() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            if (result.Buffer.Length > 4)
            {
                reader.AdvanceTo(result.Buffer.End);
            }
            else
            {
                Poke();
            }
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length > 4)
            {
                reader.AdvanceTo(result.Buffer.End);
            }
            else
            {
                Poke();
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
        """);

    [Fact]
    public Task BranchThatIsNotThere() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            if (TryParse(result.Buffer, out var end))
            {
                reader.AdvanceTo(end);
            }

            Poke();
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            if (TryParse(result.Buffer, out var end))
            {
                reader.AdvanceTo(end);
            }
            else
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }

            Poke();
        }
        """);

    [Fact]
    public Task OneOfTheCases() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            switch (n)
            {
                case 1:
                    continue;
                case 2:
                    return;
                default:
                    break;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            switch (n)
            {
                case 1:
                    reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                    continue;
                case 2:
                    return;
                default:
                    break;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """);

    /// <summary>What was cut off is not consumed: the buffer of the result begins where the read began.</summary>
    [Fact]
    public Task BufferThatIsCutOff() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            var buffer = result.Buffer;
            while (TryParse(ref buffer))
            {
            }
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            while (TryParse(ref buffer))
            {
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        """);

    [Fact]
    public Task CancelledReadsOweNothing() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            if (result.IsCanceled)
            {
                continue;
            }

            if (result.Buffer.IsEmpty)
            {
                continue;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            if (result.IsCanceled)
            {
                continue;
            }

            if (result.Buffer.IsEmpty)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """);

    [Fact]
    public Task ReaderInAField() => Case.Applied(
        """
        while (on)
        {
            var result = await [|_input.ReadAsync(CancellationToken.None)|].ConfigureAwait(false);
            if (result.IsCompleted)
                return;
        }
        """,
        """
        while (on)
        {
            var result = await _input.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            if (result.IsCompleted)
                return;
            _input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        """);

    [Fact]
    public Task ReaderOfAPipe() => Case.Applied(
        """
        do
        {
            var result = await [|both.Input.ReadAsync()|];
            Parse(result.Buffer);
        }
        while (on);
        """,
        """
        do
        {
            var result = await both.Input.ReadAsync();
            Parse(result.Buffer);
            both.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        while (on);
        """);

    [Fact]
    public Task InsideAUsing() => Case.Applied(
        """
        while (on)
        {
            using (var source = new CancellationTokenSource())
            {
                var result = await [|reader.ReadAsync(source.Token)|];
                if (result.IsCompleted)
                {
                    return;
                }
            }
        }
        """,
        """
        while (on)
        {
            using (var source = new CancellationTokenSource())
            {
                var result = await reader.ReadAsync(source.Token);
                if (result.IsCompleted)
                {
                    return;
                }
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
        """);

    [Fact]
    public Task HalfTyped() => Case.Applied(
        """
        while (on)
        {
            var result = await [|reader.ReadAsync()|];
            {|CS0103:missing|}();
            if (on) continue;
            reader.AdvanceTo(result.Buffer.End);
        }
        """,
        """
        while (on)
        {
            var result = await reader.ReadAsync();
            {|CS0103:missing|}();
            if (on)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }
            reader.AdvanceTo(result.Buffer.End);
        }
        """);
}
