// Returning what nobody returns: behind the last use, or by a using declaration.
using System.Threading.Tasks;
using Xunit;
using Later = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReturnLaterFix>;
using Using = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.UsingOwnerFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class PoolLeakFixesTests
{
    [Fact]
    public Task BehindTheLastUse() => Later.Applied(
        """
        var a = [|ArrayPool<byte>.Shared.Rent(n)|];
        Fill(a);
        Read(a[0]); // the first

        Poke();
        """,
        """
        var a = ArrayPool<byte>.Shared.Rent(n);
        Fill(a);
        Read(a[0]); // the first
        ArrayPool<byte>.Shared.Return(a);

        Poke();
        """);

    [Fact]
    public Task BehindTheLastUseOfAView() => Later.Applied(
        """
        byte[] a = [|pool.Rent(n)|];
        var s = a.AsSpan(0, n);
        if (on)
        {
            var t = s[1..];
            Fill(t);
        }
        Poke();
        """,
        """
        byte[] a = pool.Rent(n);
        var s = a.AsSpan(0, n);
        if (on)
        {
            var t = s[1..];
            Fill(t);
        }
        pool.Return(a);
        Poke();
        """);

    [Fact]
    public Task ValuesAndCopiesAreNoUses() => Later.Applied(
        """
        var a = [|_pool.Rent(n)|];
        var first = a[0];
        var text = Encoding.UTF8.GetString(a, 0, n);
        var copy = a.AsSpan(0, 2).ToArray();
        Read(copy);
        Poke();
        """,
        """
        var a = _pool.Rent(n);
        var first = a[0];
        var text = Encoding.UTF8.GetString(a, 0, n);
        var copy = a.AsSpan(0, 2).ToArray();
        _pool.Return(a);
        Read(copy);
        Poke();
        """);

    [Fact]
    public Task TwoOfThem() => Later.Applied(
        """
        var a = [|pool.Rent(n)|];
        var b = [|pool.Rent(n)|];
        a.AsSpan().CopyTo(b);
        """,
        """
        var a = pool.Rent(n);
        var b = pool.Rent(n);
        a.AsSpan().CopyTo(b);
        pool.Return(b);
        pool.Return(a);
        """,
        iterations: 1);

    [Fact]
    public Task InATurnOfALoop() => Later.Applied(
        """
        for (var i = 0; i < n; i++)
        {
            var a = [|pool.Rent(n)|];
            Fill(a);
        }
        """,
        """
        for (var i = 0; i < n; i++)
        {
            var a = pool.Rent(n);
            Fill(a);
            pool.Return(a);
        }
        """);

    [Fact]
    public Task NotWhereTheLastUseIsReturned() => Later.NotOffered(
        """
        var a = [|pool.Rent(n)|];
        return a[0];
        """,
        "byte");

    [Fact]
    public Task NotWhereAnotherWayLeavesIt() => Later.NotOffered(
        """
        var a = [|pool.Rent(n)|];
        if (on) return;
        Fill(a);
        """);

    [Fact]
    public Task NotWhereItIsReturnedOnSomeWay() => Later.NotOffered(
        """
        var a = [|pool.Rent(n)|];
        if (on) pool.Return(a);
        """);

    [Fact]
    public Task NotWhereAViewGoesOutOfTheBlock() => Later.NotOffered(
        """
        Span<byte> s;
        {
            var a = [|pool.Rent(n)|];
            s = a;
        }
        Fill(s);
        """);

    [Fact]
    public Task NotWhereItHasNoNameOfItsOwn() => Later.NotOffered("Span<byte> s = [|pool.Rent(n)|]; Fill(s);");

    [Fact]
    public Task NotWhereThePoolMayBeAnother() => Later.NotOffered(
        """
        var a = [|_other.Rent(n)|];
        Fill(a);
        """);

    [Fact]
    public Task NotWhereItIsAssigned() => Later.NotOffered(
        """
        var a = [|pool.Rent(n)|];
        a = given;
        Fill(a);
        """);

    [Fact]
    public Task NotUnderASymbol() => Later.NotOffered(
        """
        var a = [|pool.Rent(n)|];
        #if OTHER
        Read(a);
        #endif
        Fill(a);
        """);

    [Fact]
    public Task Owner() => Using.Applied(
        """
        // Room.
        var o = [|memory.Rent(n)|]; // enough
        Fill(o.Memory.Span);
        IMemoryOwner<byte> p = [|MemoryPool<byte>.Shared.Rent(n)|];
        Fill(p.Memory.Span);
        """,
        """
        // Room.
        using var o = memory.Rent(n); // enough
        Fill(o.Memory.Span);
        using IMemoryOwner<byte> p = MemoryPool<byte>.Shared.Rent(n);
        Fill(p.Memory.Span);
        """,
        iterations: 1);

    [Fact]
    public Task NoUsingForAnArray() => Using.NotOffered("var a = [|pool.Rent(n)|]; Fill(a);");

    [Fact]
    public Task NoUsingWhereItIsDisposedOnSomeWay() => Using.NotOffered(
        """
        var o = [|memory.Rent(n)|];
        if (on) o.Dispose();
        """);

    [Fact]
    public Task NoUsingInACase() => Using.NotOffered(
        """
        switch (n)
        {
            case 1:
                var o = [|memory.Rent(n)|];
                Fill(o.Memory.Span);
                break;
        }
        """);

    [Fact]
    public Task NoUsingWhereItIsAssigned() => Using.NotOffered(
        """
        var o = [|memory.Rent(n)|];
        o = MemoryPool<byte>.Shared.Rent(n);
        o.Dispose();
        """);

    [Fact]
    public Task NoLaterReturnOfAnOwner() => Later.NotOffered(
        """
        var o = [|memory.Rent(n)|];
        Fill(o.Memory.Span);
        """);

    [Fact]
    public Task BehindWorkThatIsAwaited() => Later.Applied(
        """
        var a = [|pool.Rent(n)|];
        await Console.OpenStandardInput().ReadAsync(a.AsMemory(0, n)).ConfigureAwait(false);
        Read(a[0]);
        """,
        """
        var a = pool.Rent(n);
        await Console.OpenStandardInput().ReadAsync(a.AsMemory(0, n)).ConfigureAwait(false);
        Read(a[0]);
        pool.Return(a);
        """,
        result: "Task");

    [Theory]
    [InlineData("_ = Console.OpenStandardInput().ReadAsync(o.Memory);", "void")]
    [InlineData("var work = Console.OpenStandardInput().ReadAsync(o.Memory); Poke();", "void")]
    [InlineData("return Console.OpenStandardInput().ReadAsync(o.Memory).AsTask();", "Task<int>")]
    public Task NoUsingWhereWorkMayStillRun(string work, string result) => Using.NotOffered(
        $"""
        var o = [|memory.Rent(n)|];
        {work}
        """,
        result);

    [Fact]
    public Task UsingWhereAValueIsReturned() => Using.Applied(
        """
        var o = [|memory.Rent(n)|];
        Fill(o.Memory.Span);
        return o.Memory.Span[0];
        """,
        """
        using var o = memory.Rent(n);
        Fill(o.Memory.Span);
        return o.Memory.Span[0];
        """,
        result: "byte");
}
