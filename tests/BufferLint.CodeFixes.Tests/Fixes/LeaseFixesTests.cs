// What hosts see of the fixes about leases: all of a finding in order of preference, and a fix all that composes.
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class LeaseFixesTests
{
    [Fact]
    public Task UseAfterRelease() => LeaseCase<UseAfterReleaseFixes>.Offered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read([|a[0]|]);
        """,
        """
        var a = pool.Rent(n);
        Read(a[0]);
        pool.Return(a);
        """,
        nameof(ReleaseLaterFix), nameof(CopyBeforeReleaseFix));

    [Fact]
    public Task SecondRelease() => LeaseCase<DoubleReleaseFixes>.Offered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        [|pool.Return(a)|];
        """,
        """
        var a = pool.Rent(n);
        pool.Return(a);
        """,
        nameof(RemoveReleaseFix), nameof(GuardReleaseFix));

    [Fact]
    public Task ArrayThatIsNotReturned() => LeaseCase<PoolLeakFixes>.Offered(
        """
        var a = [|pool.Rent(n)|];
        Fill(a);
        """,
        """
        var a = pool.Rent(n);
        Fill(a);
        pool.Return(a);
        """,
        nameof(ReturnLaterFix));

    [Fact]
    public Task ArraysAndOwners() => LeaseCase<PoolLeakFixes>.Offered(
        """
        var a = [|pool.Rent(n)|];
        var o = [|memory.Rent(n)|];
        a.AsSpan().CopyTo(o.Memory.Span);
        """,
        """
        var a = pool.Rent(n);
        using var o = memory.Rent(n);
        a.AsSpan().CopyTo(o.Memory.Span);
        pool.Return(a);
        """);

    [Fact]
    public Task FallsBackWhereTheChosenFixIsNoWay() => LeaseCase<UseAfterReleaseFixes>.Offered(
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a;
        pool.Return(a);
        Read([|s|]);
        if (on)
        {
            var b = pool.Rent(n);
            pool.Return(b);
            if (n > 4) return;
            Read([|b[0]|]);
        }
        """,
        """
        var a = pool.Rent(n);
        ReadOnlySpan<byte> s = a;
        Read(s);
        pool.Return(a);
        if (on)
        {
            var b = pool.Rent(n);
            var bCopy = b.AsSpan().ToArray();
            pool.Return(b);
            if (n > 4) return;
            Read(bCopy[0]);
        }
        """);
}
