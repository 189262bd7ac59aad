// The fixes of BUF4002: taking the view again after the await, copying before it, and where neither is offered.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using Again = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.TakeAgainAfterAwaitFix>;
using Copy = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.CopyBeforeAwaitFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ViewAfterAwaitFixesTests
{
    private const string OfTheThread = """
        class C
        {
            [ThreadStatic] private static byte[] t_buffer;

            async Task M(Stream stream)
            {
                var buffer = t_buffer;
                [|await stream.FlushAsync()|];
                buffer[0] = 1;
            }
        }
        """;

    [Fact]
    public Task TakenAgain() => Again.Applied(
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var buffer = stream.GetBuffer();
                [|await stream.WriteAsync(data)|];
                buffer[0] = 1;
            }
        }
        """,
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var buffer = stream.GetBuffer();
                await stream.WriteAsync(data);
                buffer = stream.GetBuffer();
                buffer[0] = 1;
            }
        }
        """);

    [Fact]
    public Task TakenAgainAfterAMethodOfOnesOwn() => Again.Applied(
        """
        class C
        {
            private byte[] _array = new byte[4];

            async Task M(Stream stream)
            {
                var memory = _array.AsMemory();
                var count = [|await GrowAsync(stream).ConfigureAwait(false)|];
                memory.Span[count] = 1;
            }

            async Task<int> GrowAsync(Stream stream)
            {
                await stream.FlushAsync();
                Array.Resize(ref _array, 8);
                return 7;
            }
        }
        """,
        """
        class C
        {
            private byte[] _array = new byte[4];

            async Task M(Stream stream)
            {
                var memory = _array.AsMemory();
                var count = await GrowAsync(stream).ConfigureAwait(false);
                memory = _array.AsMemory();
                memory.Span[count] = 1;
            }

            async Task<int> GrowAsync(Stream stream)
            {
                await stream.FlushAsync();
                Array.Resize(ref _array, 8);
                return 7;
            }
        }
        """);

    [Fact]
    public Task TakenAgainInALoop() => Again.Applied(
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var buffer = stream.GetBuffer();
                for (var i = 0; i < 4; i++)
                {
                    buffer[i] = 1;
                    [|await stream.WriteAsync(data)|];
                }
            }
        }
        """,
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var buffer = stream.GetBuffer();
                for (var i = 0; i < 4; i++)
                {
                    buffer[i] = 1;
                    await stream.WriteAsync(data);
                    buffer = stream.GetBuffer();
                }
            }
        }
        """);

    [Fact]
    public Task FixAllTakesEachAgain() => Again.Applied(
        """
        class C
        {
            async Task M(MemoryStream stream, MemoryStream other, byte[] data)
            {
                var buffer = stream.GetBuffer();
                [|await stream.WriteAsync(data)|];
                buffer[0] = 1;
                var second = other.GetBuffer();
                [|await stream.CopyToAsync(other)|];
                second[0] = 1;
            }
        }
        """,
        """
        class C
        {
            async Task M(MemoryStream stream, MemoryStream other, byte[] data)
            {
                var buffer = stream.GetBuffer();
                await stream.WriteAsync(data);
                buffer = stream.GetBuffer();
                buffer[0] = 1;
                var second = other.GetBuffer();
                await stream.CopyToAsync(other);
                second = other.GetBuffer();
                second[0] = 1;
            }
        }
        """);

    [Fact]
    public Task Copied() => Copy.Applied(
        """
        class C
        {
            async Task<byte> M(MemoryStream stream, byte[] data)
            {
                ReadOnlyMemory<byte> memory = stream.GetBuffer().AsMemory(0, 4);
                [|await stream.WriteAsync(data)|];
                return memory.Span[0];
            }
        }
        """,
        """
        class C
        {
            async Task<byte> M(MemoryStream stream, byte[] data)
            {
                ReadOnlyMemory<byte> memory = stream.GetBuffer().AsMemory(0, 4).ToArray();
                await stream.WriteAsync(data);
                return memory.Span[0];
            }
        }
        """);

    [Fact]
    public Task NotTakenAgainWhereThePlaceIsKeptInAField() => Again.NotOffered(
        """
        class C
        {
            private byte[] _array = new byte[4];
            private int _start;

            async Task M(Stream stream)
            {
                var memory = _array.AsMemory(_start);
                [|await GrowAsync(stream)|];
                memory.Span[0] = 1;
            }

            async Task GrowAsync(Stream stream)
            {
                await stream.FlushAsync();
                _start = 0;
                Array.Resize(ref _array, 8);
            }
        }
        """);

    [Fact]
    public Task NotTakenAgainOfWhatIsReleased() => Again.NotOffered(
        """
        class C
        {
            private IMemoryOwner<byte> _owner;

            async Task M(Stream stream)
            {
                var memory = _owner.Memory;
                [|await ReleaseAsync(stream)|];
                memory.Span[0] = 1;
            }

            async Task ReleaseAsync(Stream stream)
            {
                await stream.FlushAsync();
                _owner.Dispose();
            }
        }
        """);

    [Fact]
    public Task NotTakenAgainInTheMiddleOfAStatement() => Again.NotOffered(
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var buffer = stream.GetBuffer();
                buffer[0] = (byte)[|await AppendAsync(stream, data)|];
            }

            static async Task<int> AppendAsync(MemoryStream stream, byte[] data)
            {
                await stream.WriteAsync(data);
                return data.Length;
            }
        }
        """);

    [Fact]
    public Task NotCopiedWhereTheViewIsWritten() => Copy.NotOffered(
        """
        class C
        {
            async Task M(MemoryStream stream, byte[] data)
            {
                var memory = stream.GetBuffer().AsMemory(0, 4);
                [|await stream.WriteAsync(data)|];
                memory.Span[0] = 1;
            }
        }
        """);

    [Fact]
    public Task NotCopiedWhereTheMethodMayFillIt() => Copy.NotOffered(
        """
        class C
        {
            private byte[] _array = new byte[4];

            async Task<byte> M(Stream stream)
            {
                ReadOnlyMemory<byte> memory = _array.AsMemory();
                [|await FillAsync(stream)|];
                return memory.Span[0];
            }

            async Task FillAsync(Stream stream)
            {
                Array.Resize(ref _array, 8);
                await stream.ReadAsync(_array);
            }
        }
        """);

    [Fact]
    public Task NotTakenAgainFromTheThread() => Again.NotOffered(OfTheThread);

    [Fact]
    public Task NotCopiedFromTheThread() => Copy.NotOffered(OfTheThread);

    [Fact]
    public Task HostsSeeBothInOrder() => new CSharpCodeFixTest<BufferLintAnalyzer, ViewAfterAwaitFixes>
    {
        TestCode = Read("{|BUF4002:await stream.WriteAsync(data)|};"),
        FixedCode = Read("await stream.WriteAsync(data);\n        memory = stream.GetBuffer().AsMemory(0, 4);"),
        OfferedEquivalenceKeys = [nameof(TakeAgainAfterAwaitFix), nameof(CopyBeforeAwaitFix)],
    }.RunAsync();

    private static string Read(string wait) =>
        $$"""
        using System;
        using System.IO;
        using System.Threading.Tasks;

        class C
        {
            async Task<byte> M(MemoryStream stream, byte[] data)
            {
                ReadOnlyMemory<byte> memory = stream.GetBuffer().AsMemory(0, 4);
                {{wait}}
                return memory.Span[0];
            }
        }
        """;
}
