// The fixes of BUF4005: copying before the await, taking the view again after it, and where neither is offered.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using Again = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.TakeHeldViewAgainFix>;
using Copy = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.CopyHeldViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ViewAcrossAwaitFixesTests
{
    private const string Usings = "using System; using System.IO; using System.Threading.Tasks;\n";

    private const string Sent = """
        ReadOnlyMemory<byte> memory = _array.AsMemory(0, 4);
        [|await stream.WriteAsync(memory)|];
        return memory.Span[0];
        """;

    [Fact]
    public Task Copied() => Copy.Applied(Store(Sent), Store(
        """
        ReadOnlyMemory<byte> memory = _array.AsMemory(0, 4).ToArray();
        await stream.WriteAsync(memory);
        return memory.Span[0];
        """));

    [Fact]
    public Task TakenAgain() => Again.Applied(Store(Sent), Store(
        """
        ReadOnlyMemory<byte> memory = _array.AsMemory(0, 4);
        await stream.WriteAsync(memory);
        memory = _array.AsMemory(0, 4);
        return memory.Span[0];
        """));

    [Fact]
    public Task FixAllTakesEachAgain() => Again.Applied(
        Store(
            """
            var first = _array.AsMemory(0, 4);
            [|await stream.FlushAsync()|];
            first.Span[0] = 1;
            var second = _array.AsMemory();
            [|await stream.FlushAsync()|];
            second.Span[0] = 1;
            return 0;
            """),
        Store(
            """
            var first = _array.AsMemory(0, 4);
            await stream.FlushAsync();
            first = _array.AsMemory(0, 4);
            first.Span[0] = 1;
            var second = _array.AsMemory();
            await stream.FlushAsync();
            second = _array.AsMemory();
            second.Span[0] = 1;
            return 0;
            """));

    [Fact]
    public Task HostsSeeBothInOrder() => new CSharpCodeFixTest<BufferLintAnalyzer, ViewAcrossAwaitFixes>
    {
        TestCode = Usings + Store(
            """
            ReadOnlyMemory<byte> memory = _array.AsMemory(0, 4);
            {|BUF4005:await stream.WriteAsync(memory)|};
            return memory.Span[0];
            """),
        FixedCode = Usings + Store(
            """
            ReadOnlyMemory<byte> memory = _array.AsMemory(0, 4).ToArray();
            await stream.WriteAsync(memory);
            return memory.Span[0];
            """),
        OfferedEquivalenceKeys = [nameof(CopyHeldViewFix), nameof(TakeHeldViewAgainFix)],
    }.RunAsync();

    [Fact]
    public Task NotCopiedWhereTheViewIsWritten() => Copy.NotOffered(Store(
        """
        var memory = _array.AsMemory();
        [|await stream.WriteAsync(memory)|];
        memory.Span[0] = 1;
        return 0;
        """));

    [Fact]
    public Task NotCopiedWhereAnOperationFillsIt() => Copy.NotOffered(Store(
        """
        var memory = _array.AsMemory();
        [|await stream.ReadAsync(memory)|];
        return memory.Span[0];
        """));

    [Fact]
    public Task NotCopiedWhereOthersMayFillIt() => Copy.NotOffered(Store(
        """
        ReadOnlyMemory<byte> memory = _array.AsMemory();
        [|await Task.Delay(1)|];
        return memory.Span[0];
        """));

    [Fact]
    public Task NotTakenAgainWhereThePlaceIsKeptInAField() => Again.NotOffered(Store(
        """
        var memory = _array.AsMemory(_count);
        [|await stream.FlushAsync()|];
        memory.Span[0] = 1;
        return 0;
        """));

    [Fact]
    public Task NotTakenAgainInACondition() => Again.NotOffered(Store(
        """
        var memory = _array.AsMemory();
        while ([|await stream.ReadAsync(memory)|] > 0)
        {
        }

        return 0;
        """));

    private static string Store(string statements) =>
        $$"""
        class Store
        {
            private byte[] _array = new byte[4];
            private int _count;

            public void Add(byte item)
            {
                Array.Resize(ref _array, 2 * _array.Length);
                _array[_count++] = item;
            }

            public async Task<int> M(Stream stream)
            {
        {{string.Join("\n", System.Linq.Enumerable.Select(statements.Split('\n'), line => line.Length == 0 ? line : "        " + line))}}
            }
        }
        """;
}
