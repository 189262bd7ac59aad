// Copying before the release: where it is done, and where the copy would not do.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.CopyBeforeReleaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyBeforeReleaseFixTests
{
    [Fact]
    public Task SpanThatIsRead() => Case.Applied(
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, n);
        pool.Return(a);
        Read([|s|]);
        Read(s[1]);
        """,
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, n);
        ReadOnlySpan<byte> sCopy = s.ToArray();
        pool.Return(a);
        Read(sCopy);
        Read(sCopy[1]);
        """);

    [Fact]
    public Task ArrayInAReturn() => Case.Applied(
        """
        var a = pool.Rent(n);
        pool.Return(a); // done
        return [|a[0]|];
        """,
        """
        var a = pool.Rent(n);
        var aCopy = a.AsSpan().ToArray();
        pool.Return(a); // done
        return aCopy[0];
        """,
        result: "byte");

    [Fact]
    public Task MemoryOfAnOwner() => Case.Applied(
        """
        var o = memory.Rent(n);
        ReadOnlyMemory<byte> m = o.Memory;
        o.Dispose();
        Read([|m.Span|]);
        """,
        """
        var o = memory.Rent(n);
        ReadOnlyMemory<byte> m = o.Memory;
        ReadOnlyMemory<byte> mCopy = m.ToArray();
        o.Dispose();
        Read(mCopy.Span);
        """);

    [Fact]
    public Task TwoNamesTwoCopies() => Case.Applied(
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, n), t = a.AsSpan(1);
        pool.Return(a);
        Read([|s|]);
        Read([|t|]);
        """,
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, n), t = a.AsSpan(1);
        ReadOnlySpan<byte> sCopy = s.ToArray();
        ReadOnlySpan<byte> tCopy = t.ToArray();
        pool.Return(a);
        Read(sCopy);
        Read(tCopy);
        """,
        iterations: 1);

    [Fact]
    public Task NameThatIsTaken() => Case.Applied(
        """
        var sCopy = n;
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, sCopy);
        pool.Return(a);
        Read([|s|]);
        """,
        """
        var sCopy = n;
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a.AsSpan(0, sCopy);
        ReadOnlySpan<byte> sCopy2 = s.ToArray();
        pool.Return(a);
        Read(sCopy2);
        """);

    [Theory]
    [InlineData("[|s[0]|] = 1;")]
    [InlineData("Fill([|s|]);")]
    [InlineData("var t = [|s.Slice(1)|]; t[0] = 2;")]
    public Task NotWhereWritesWouldBeLost(string use) => Case.NotOffered(
        $"""
        var a = pool.Rent(n);
        var s = a.AsSpan(0, n);
        pool.Return(a);
        {use}
        """);

    [Fact]
    public Task NotWhereTheCopyWouldBeReleased() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        var b = a;
        pool.Return(a);
        Read([|b[0]|]);
        {|BUF2002:_pool.Return(b)|};
        """);

    [Fact]
    public Task NotWhereItIsComparedByReference() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read([|a[0]|]);
        if (a == given) Poke();
        """);

    [Fact]
    public Task NotForAnOwner() => Case.NotOffered(
        """
        var o = memory.Rent(n);
        o.Dispose();
        Read([|o.Memory|].Span);
        """);

    [Fact]
    public Task NotWhereTheReleaseIsConditional() => Case.NotOffered(
        """
        var a = {|BUF2006:pool.Rent(n)|};
        if (on) { pool.Return(a); }
        Read([|a[0]|]);
        """);

    [Fact]
    public Task NotUnderASymbol() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        #if !OTHER
        pool.Return(a);
        #endif
        Read([|a[0]|]);
        """);
}
