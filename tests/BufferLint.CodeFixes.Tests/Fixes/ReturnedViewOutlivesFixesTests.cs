// Returned views of what is released on the way out: copied, or their owner handed over.
using System.Threading.Tasks;
using Xunit;
using Copy = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.CopyReturnedFix>;
using CopyInFile = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyReturnedFix>;
using HandOver = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.HandOwnerOverFix>;
using HandOverInFile = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.HandOwnerOverFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReturnedViewOutlivesFixesTests
{
    [Theory]
    [InlineData("Memory<byte>")]
    [InlineData("ReadOnlyMemory<byte>")]
    public Task MemoryOfAnOwner(string result) => Copy.Applied(
        """
        using var o = memory.Rent(n);
        Fill(o.Memory.Span);
        return [|o.Memory|]; // all
        """,
        """
        using var o = memory.Rent(n);
        Fill(o.Memory.Span);
        return o.Memory.ToArray(); // all
        """,
        result: result);

    [Fact]
    public Task SpanInAUsingStatement() => Copy.Applied(
        """
        using (var o = memory.Rent(n))
        {
            if (on) return [|o.Memory.Span[1..]|];
            return [|o.Memory.Span.Slice(2)|];
        }
        """,
        """
        using (var o = memory.Rent(n))
        {
            if (on) return o.Memory.Span[1..].ToArray();
            return o.Memory.Span.Slice(2).ToArray();
        }
        """,
        result: "ReadOnlySpan<byte>");

    [Fact]
    public Task ArrayPastAFinally() => Copy.Applied(
        """
        var a = pool.Rent(n);
        try
        {
            Fill(a);
            return [|a|];
        }
        finally
        {
            pool.Return(a);
        }
        """,
        """
        var a = pool.Rent(n);
        try
        {
            Fill(a);
            return a.AsSpan().ToArray();
        }
        finally
        {
            pool.Return(a);
        }
        """,
        result: "byte[]");

    [Fact]
    public Task NoCopyOfAnOwner() => Copy.NotOffered(
        """
        using var o = memory.Rent(n);
        return [|o|];
        """,
        "IMemoryOwner<byte>");

    [Fact]
    public Task NoCopyUnderASymbol() => Copy.NotOffered(
        """
        using var o = memory.Rent(n);
        #if !OTHER
        return [|o.Memory|];
        #else
        return default;
        #endif
        """,
        "Memory<byte>");

    [Fact]
    public Task OwnerItself() => HandOver.Applied(
        """
        using var o = memory.Rent(n);
        Fill(o.Memory.Span);
        return [|o|];
        """,
        """
        var o = memory.Rent(n);
        Fill(o.Memory.Span);
        return o;
        """,
        result: "IMemoryOwner<byte>");

    [Fact]
    public Task NoHandOverOfAView() => HandOver.NotOffered(
        """
        using var o = memory.Rent(n);
        return [|o.Memory|];
        """,
        "Memory<byte>");

    [Fact]
    public Task NoHandOverWhereAnotherWayWouldLoseIt() => HandOver.NotOffered(
        """
        using var o = memory.Rent(n);
        if (on) return null;
        return [|o|];
        """,
        "IMemoryOwner<byte>?");

    [Fact]
    public Task NoHandOverOutOfAUsingStatement() => HandOver.NotOffered(
        """
        using (var o = memory.Rent(n))
        {
            return [|o|];
        }
        """,
        "IMemoryOwner<byte>");

    [Fact]
    public Task YieldedMemory() => CopyInFile.AppliedToFile(
        Iterator("IEnumerable<Memory<byte>>", "yield return [|owner.Memory|];"),
        Iterator("IEnumerable<Memory<byte>>", "yield return owner.Memory.ToArray();"));

    [Fact]
    public Task NoHandOverOfAnOwnerThatIsYielded() => HandOverInFile.NotOfferedInFile(Iterator("IEnumerable<IMemoryOwner<byte>>", "yield return [|owner|];"));

    private static string Iterator(string result, string yield) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            {{result}} Pages(int pages)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                for (var page = 0; page < pages; page++)
                {
                    owner.Memory.Span.Fill((byte)page);
                    {{yield}}
                }
            }

            object All() => Pages(3).ToList();
        }
        """;
}
