// Guarding a second release: what is written, and which variables cannot be null.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.GuardReleaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class GuardReleaseFixTests
{
    [Fact]
    public Task InAFinally() => Case.Applied(
        """
        var a = pool.Rent(n);
        try
        {
            Poke();
            pool.Return(a); // done
            Poke();
        }
        finally
        {
            // In any case.
            [|pool.Return(a)|];
        }
        """,
        """
        var a = pool.Rent(n);
        try
        {
            Poke();
            pool.Return(a); // done
            a = null;
            Poke();
        }
        finally
        {
            // In any case.
            if (a != null)
            {
                pool.Return(a);
            }
        }
        """);

    [Fact]
    public Task WhereTheFirstIsConditional() => Case.Applied(
        """
        byte[] a = pool.Rent(n);
        if (on)
            pool.Return(a);

        [|pool.Return(
            a,
            clearArray: true)|]; // all of it
        """,
        """
        byte[]? a = pool.Rent(n);
        if (on)
        {
            pool.Return(a);
            a = null;
        }

        if (a != null)
        {
            pool.Return(
                a,
                clearArray: true); // all of it
        }
        """);

    [Fact]
    public Task WhereTheSecondIsTestedAlready() => Case.Applied(
        """
        byte[]? a = on ? pool.Rent(n) : null;
        if (a is not null)
        {
            pool.Return(a);
        }

        if (a != null)
            [|pool.Return(a)|];
        """,
        """
        byte[]? a = on ? pool.Rent(n) : null;
        if (a is not null)
        {
            pool.Return(a);
            a = null;
        }

        if (a != null)
            pool.Return(a);
        """);

    [Fact]
    public Task Field() => Case.Applied(
        """
        _field = pool.Rent(n);
        pool.Return(_field);
        [|pool.Return(_field)|];
        """,
        """
        _field = pool.Rent(n);
        pool.Return(_field);
        _field = null;
        if (_field != null)
        {
            pool.Return(_field);
        }
        """);

    [Fact]
    public Task ThreeInARow() => Case.Applied(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        [|pool.Return(a)|];
        [|pool.Return(a)|];
        """,
        """
        var a = pool.Rent(n);
        pool.Return(a);
        a = null;
        if (a != null)
        {
            pool.Return(a);
        }
        if (a != null)
        {
            pool.Return(a);
        }
        """,
        iterations: 1);

    [Fact]
    public Task NotWhereItsTypeWouldHaveToChange() => Case.NotOffered(
        """
        _sure = pool.Rent(n);
        pool.Return(_sure);
        [|pool.Return(_sure)|];
        """);

    [Fact]
    public Task NotForAParameterThatIsNeverNull() => Case.NotOffered(
        """
        pool.Return(given);
        [|pool.Return(given)|];
        """);

    [Fact]
    public Task NotUnderTwoNames() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        var b = a;
        pool.Return(a);
        [|pool.Return(b)|];
        """);

    [Fact]
    public Task NotWhereItIsUsedBetween() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read({|BUF2001:a[0]|});
        [|pool.Return(a)|];
        """);

    [Fact]
    public Task NotWhereALambdaHasIt() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        Action later = () => Read(a);
        pool.Return(a);
        [|pool.Return(a)|];
        """);

    [Fact]
    public Task NotInTheNextTurn() => Case.NotOffered(
        """
        byte[]? a = given;
        while (on)
        {
            [|pool.Return(a)|];
        }
        """);

    [Fact]
    public Task NotUnderASymbol() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        #if !OTHER
        [|pool.Return(a)|];
        #endif
        """);

    [Fact]
    public Task NotWhereTwoObjectsRelease() => FixCase<GuardReleaseFix>.NotOfferedInFile(
        """
        using System;
        using System.Buffers;
        using System.Threading;

        sealed class Half : IDisposable
        {
            private byte[]? _array;

            public Half(byte[] array) => _array = array;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _array, null) is { } array)
                {
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        class C
        {
            private Half? _first, _second;

            void M()
            {
                var whole = ArrayPool<byte>.Shared.Rent(8);
                _first = new Half(whole);
                _second = [|new Half(whole)|];
            }
        }
        """);
}
