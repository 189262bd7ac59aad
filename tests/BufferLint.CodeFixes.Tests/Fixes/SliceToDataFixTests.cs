// Buffers longer than their data: only the data is taken.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.SliceToDataFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class SliceToDataFixTests
{
    [Theory]
    [InlineData("Console.WriteLine(Convert.ToHexString([|page|]))", "Console.WriteLine(Convert.ToHexString(page.AsSpan(0, length)))")]
    [InlineData("Console.WriteLine(Convert.ToHexString([|page.AsSpan()|]))", "Console.WriteLine(Convert.ToHexString(page.AsSpan(0, length)))")]
    [InlineData("Console.WriteLine(Encoding.UTF8.GetString([|page|]))", "Console.WriteLine(Encoding.UTF8.GetString(page.AsSpan(0, length)))")]
    [InlineData("System.IO.Stream.Null.Write([|page|], 0, page.Length)", "System.IO.Stream.Null.Write(page, 0, length)")]
    [InlineData("using var body = new System.Net.Http.ByteArrayContent([|page|])", "using var body = new System.Net.Http.ByteArrayContent(page, 0, length)")]
    public Task Filled(string before, string after) => Case.Applied(
        $"""
        var page = pool.Rent(n);
        var length = Encoding.UTF8.GetBytes("text", page);
        {before};
        pool.Return(page);
        """,
        $"""
        var page = pool.Rent(n);
        var length = Encoding.UTF8.GetBytes("text", page);
        {after};
        pool.Return(page);
        """);

    [Fact]
    public Task Awaited() => Case.Applied(
        """
        var page = pool.Rent(n);
        var length = await System.IO.Stream.Null.ReadAsync(page);
        await System.IO.Stream.Null.WriteAsync([|page|]);
        pool.Return(page);
        """,
        """
        var page = pool.Rent(n);
        var length = await System.IO.Stream.Null.ReadAsync(page);
        await System.IO.Stream.Null.WriteAsync(page.AsMemory(0, length));
        pool.Return(page);
        """,
        result: "Task");

    [Fact]
    public Task Stream() => Case.Applied(
        """
        var stream = new System.IO.MemoryStream();
        stream.WriteByte(1);
        Console.WriteLine(Convert.ToHexString([|stream.GetBuffer()|]));
        """,
        """
        var stream = new System.IO.MemoryStream();
        stream.WriteByte(1);
        Console.WriteLine(Convert.ToHexString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        """);

    [Fact]
    public Task AllAtOnce() => Case.Applied(
        """
        var page = pool.Rent(n);
        var length = Encoding.UTF8.GetBytes("text", page);
        Console.WriteLine(Convert.ToHexString([|page|]));
        Console.WriteLine(Convert.ToBase64String([|page|]));
        pool.Return(page);
        """,
        """
        var page = pool.Rent(n);
        var length = Encoding.UTF8.GetBytes("text", page);
        Console.WriteLine(Convert.ToHexString(page.AsSpan(0, length)));
        Console.WriteLine(Convert.ToBase64String(page.AsSpan(0, length)));
        pool.Return(page);
        """);

    /// <summary>The number read is lost; it is changed afterwards; the buffer was filled twice; it is walked or cloned.</summary>
    [Theory]
    [InlineData("var page = pool.Rent(n); _ = Encoding.UTF8.GetBytes(\"text\", page); Console.WriteLine(Convert.ToHexString({|BUF6003:page|})); pool.Return(page);")]
    [InlineData("var page = pool.Rent(n); var length = Encoding.UTF8.GetBytes(\"text\", page); length++; Console.WriteLine(Convert.ToHexString({|BUF6003:page|})); pool.Return(page);")]
    [InlineData("var page = pool.Rent(n); var length = Encoding.UTF8.GetBytes(\"text\", page); var more = System.IO.Stream.Null.Read(page, 4, 4); Console.WriteLine(Convert.ToHexString({|BUF6003:page|})); pool.Return(page);")]
    [InlineData("var page = pool.Rent(n); var length = Encoding.UTF8.GetBytes(\"text\", page); foreach (var item in {|BUF6003:page|}) { Read(item); } pool.Return(page);")]
    [InlineData("var page = pool.Rent(n); var length = Encoding.UTF8.GetBytes(\"text\", page); Console.WriteLine({|BUF6003:page|}.Clone()); pool.Return(page);")]
    public Task NotOffered(string statements) => Case.NotOffered(statements);
}
