// Arrays taken for arrays of bytes: viewed as bytes where a span is wanted.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ViewAsBytesFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ViewAsBytesFixTests
{
    [Theory]
    [InlineData("Read([|System.Runtime.CompilerServices.Unsafe.As<byte[]>(items)|])")]
    [InlineData("Read([|System.Runtime.CompilerServices.Unsafe.As<byte[]>(items)|].AsSpan())")]
    public Task Spans(string before) => Case.Applied(
        $"""
        var items = new int[n];
        {before};
        """,
        """
        var items = new int[n];
        Read(MemoryMarshal.AsBytes(items.AsSpan()));
        """);

    [Fact]
    public Task AllAtOnce() => Case.Applied(
        """
        var items = new int[n];
        var more = new long[n];
        Read([|System.Runtime.CompilerServices.Unsafe.As<byte[]>(items)|]);
        Read([|System.Runtime.CompilerServices.Unsafe.As<byte[]>(more)|]);
        """,
        """
        var items = new int[n];
        var more = new long[n];
        Read(MemoryMarshal.AsBytes(items.AsSpan()));
        Read(MemoryMarshal.AsBytes(more.AsSpan()));
        """);

    /// <summary>An array is wanted; other elements than bytes; it is no array that is read.</summary>
    [Theory]
    [InlineData("var items = new int[n]; byte[] bytes = {|BUF6002:System.Runtime.CompilerServices.Unsafe.As<byte[]>(items)|}; Read(bytes);")]
    [InlineData("var items = new int[n]; var shorts = {|BUF6002:System.Runtime.CompilerServices.Unsafe.As<short[]>(items)|}; Poke();")]
    [InlineData("Span<byte> id = stackalloc byte[2]; n = {|BUF6002:MemoryMarshal.Read<int>(id)|};")]
    public Task NotOffered(string statements) => Case.NotOffered(statements);
}
