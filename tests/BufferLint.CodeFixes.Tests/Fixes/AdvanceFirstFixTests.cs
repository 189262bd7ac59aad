// Advancing on each path that lacks it: where it is done and how it is written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.StreamingCase<BufferLint.CodeFixes.AdvanceFirstFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class AdvanceFirstFixTests
{
    [Fact]
    public Task BeforeAContinue() => Case.Applied(
        """
        while (true)
        {
            var result = await [|reader.ReadAsync()|];
            if (result.Buffer.Length < 4)
            {
                continue;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """,
        """
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length < 4)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        """);

    [Fact]
    public Task BeforeAContinueWithoutBraces() => Case.Applied(
        """
        while (true)
        {
            var result = await [|reader.ReadAsync()|];
            var buffer = result.Buffer;
            if (buffer.Length < 4)
                continue;

            reader.AdvanceTo(buffer.End);
        }
        """,
        """
        while (true)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            if (buffer.Length < 4)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            reader.AdvanceTo(buffer.End);
        }
        """);

    [Fact]
    public Task OnTheLineOfTheCondition() => Case.Applied(
        """
        while (true)
        {
            var result = await [|reader.ReadAsync()|];
            if (on) continue;
            reader.AdvanceTo(result.Buffer.End);
        }
        """,
        """
        while (true)
        {
            var result = await reader.ReadAsync();
            if (on)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }
            reader.AdvanceTo(result.Buffer.End);
        }
        """);

    [Fact]
    public Task SeveralPaths() => Case.Applied(
        """
        while (true)
        {
            var result = await [|reader.ReadAsync()|];
            var buffer = result.Buffer;
            if (buffer.IsEmpty)
            {
                if (result.IsCompleted)
                {
                    return;
                }

                continue;
            }

            if (buffer.Length < n)
            {
                // Not yet.
                continue;
            }

            reader.AdvanceTo(buffer.End);
        }
        """,
        """
        while (true)
        {
            var result = await reader.ReadAsync();
            var buffer = result.Buffer;
            if (buffer.IsEmpty)
            {
                if (result.IsCompleted)
                {
                    return;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            if (buffer.Length < n)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                // Not yet.
                continue;
            }

            reader.AdvanceTo(buffer.End);
        }
        """);

    [Fact]
    public Task EndOfALoop() => Case.Applied(
        """
        while (true)
        {
            var result = await [|reader.ReadAsync()|];
            Parse(result.Buffer);
            if (result.IsCompleted)
            {
                break;
            }
        }
        """,
        """
        while (true)
        {
            var result = await reader.ReadAsync();
            Parse(result.Buffer);
            if (result.IsCompleted)
            {
                break;
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
        """);

    [Fact]
    public Task StraightLine() => Case.Applied(
        """
        var first = await reader.ReadAsync();
        Parse(first.Buffer);

        // Once more.
        var second = await [|reader.ReadAsync()|];
        reader.AdvanceTo(second.Buffer.End);
        """,
        """
        var first = await reader.ReadAsync();
        Parse(first.Buffer);

        reader.AdvanceTo(first.Buffer.Start, first.Buffer.End);
        // Once more.
        var second = await reader.ReadAsync();
        reader.AdvanceTo(second.Buffer.End);
        """);

    [Fact]
    public Task SameVariable() => Case.Applied(
        """
        var result = await reader.ReadAsync();
        result = await [|reader.ReadAsync()|];
        reader.AdvanceTo(result.Buffer.End);
        """,
        """
        var result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        result = await reader.ReadAsync();
        reader.AdvanceTo(result.Buffer.End);
        """);
}
