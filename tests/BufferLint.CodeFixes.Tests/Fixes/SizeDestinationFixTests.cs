// Room that is too small: made as long as what is copied there, or as the number of elements that are written.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.SizeDestinationFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class SizeDestinationFixTests
{
    [Theory]
    [InlineData("given.Length - 1", "[|given.CopyTo(copy, 0)|]", "given.CopyTo(copy, 0)")]
    [InlineData("given.Length - 1", "[|given.AsSpan().CopyTo(copy)|]", "given.AsSpan().CopyTo(copy)")]
    [InlineData("given.Length - 2", "[|Array.Copy(given, copy, given.Length)|]", "Array.Copy(given, copy, given.Length)")]
    public Task Source(string size, string before, string after) => Case.Applied(
        $"""
        var copy = new byte[{size}];
        {before};
        Read(copy);
        """,
        $"""
        var copy = new byte[given.Length];
        {after};
        Read(copy);
        """);

    [Theory]
    [InlineData("new byte[4]", "new byte[8]")]
    [InlineData("stackalloc byte[4]", "stackalloc byte[8]")]
    public Task Number(string small, string large) => Case.Applied(
        $"""
        Span<byte> id = {small};
        [|System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(id, n)|];
        Read(id);
        """,
        $"""
        Span<byte> id = {large};
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(id, n);
        Read(id);
        """);

    [Fact]
    public Task AllAtOnce() => Case.Applied(
        """
        var one = new byte[given.Length - 1];
        var two = new byte[2];
        [|given.CopyTo(one, 0)|];
        [|System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(two, n)|];
        """,
        """
        var one = new byte[given.Length];
        var two = new byte[4];
        given.CopyTo(one, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(two, n);
        """);

    /// <summary>A part is asked for; something is made of the room before; what is copied comes later; elements are listed; it came in.</summary>
    [Theory]
    [InlineData("var copy = new byte[4]; Read({|BUF6001:copy.AsSpan(0, 5)|});")]
    [InlineData("var copy = new byte[given.Length - 1]; Fill(copy); {|BUF6001:given.CopyTo(copy, 0)|};")]
    [InlineData("var copy = new byte[] { 1, 2 }; {|BUF6001:System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(copy, n)|};")]
    [InlineData("if (given.Length < 4) { {|BUF6001:System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(given, n)|}; }")]
    [InlineData("var copy = new byte[3]; var more = new byte[5]; {|BUF6001:more.CopyTo(copy.AsSpan(1))|};")]
    public Task NotOffered(string statements) => Case.NotOffered(statements);
}
