// Removing a second release: where it surely is one, and where it may be the first or do more.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.RemoveReleaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class RemoveReleaseFixTests
{
    [Fact]
    public Task InARow() => Case.Applied(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        [|pool.Return(a)|];
        """,
        """
        var a = pool.Rent(n);
        pool.Return(a);
        """);

    [Fact]
    public Task TheSecondAndTheThird() => Case.Applied(
        """
        pool.Return(given);
        [|pool.Return(given)|];
        Poke();
        [|pool.Return(given)|];
        """,
        """
        pool.Return(given);
        Poke();
        """,
        iterations: 1);

    [Fact]
    public Task WithItsComments() => Case.Applied(
        """
        pool.Return(given); // first

        // Again.
        [|pool.Return(given, clearArray: true)|]; // second

        // Next.
        Poke();
        """,
        """
        pool.Return(given); // first

        // Next.
        Poke();
        """);

    [Fact]
    public Task OnBothWays() => Case.Applied(
        """
        if (on)
        {
            pool.Return(given);
        }
        else
        {
            _pool.Return(given);
        }

        [|pool.Return(given)|];
        """,
        """
        if (on)
        {
            pool.Return(given);
        }
        else
        {
            _pool.Return(given);
        }
        """);

    [Fact]
    public Task InABlockOfItsOwn() => Case.Applied(
        """
        pool.Return(given);
        if (on)
        {
            [|pool.Return(given)|];
        }
        """,
        """
        pool.Return(given);
        if (on)
        {
        }
        """);

    [Fact]
    public Task OnOneLine() => Case.Applied("pool.Return(given); [|pool.Return(given)|]; Poke();", "pool.Return(given); Poke();");

    [Fact]
    public Task NotWhereTheFirstIsConditional() => Case.NotOffered(
        """
        if (on)
        {
            pool.Return(given);
        }

        [|pool.Return(given)|];
        """);

    [Fact]
    public Task NotInAFinally() => Case.NotOffered(
        """
        try
        {
            Poke();
            pool.Return(given);
            Poke();
        }
        finally
        {
            [|pool.Return(given)|];
        }
        """);

    [Fact]
    public Task NotWhereNothingWouldBeLeft() => Case.NotOffered(
        """
        pool.Return(given);
        if (on)
            [|pool.Return(given)|];
        """);

    [Fact]
    public Task NotWhereMoreIsDone() => Case.NotOffered(
        """
        pool.Return(given);
        [|Make().Return(given)|];
        ArrayPool<byte> Make() { Poke(); return pool; }
        """);

    [Fact]
    public Task NotInTheNextTurn() => Case.NotOffered(
        """
        while (on)
        {
            [|pool.Return(given)|];
        }
        """);

    [Fact]
    public Task NotWhereACalleeReleases() => Case.NotOffered(
        """
        pool.Return(given);
        [|Finish(given)|];
        void Finish(byte[] last) { Poke(); pool.Return(last); }
        """);

    [Fact]
    public Task BehindACalleeThatReleases() => Case.Applied(
        """
        Finish(given);
        [|pool.Return(given)|];
        void Finish(byte[] last) { Poke(); pool.Return(last); }
        """,
        """
        Finish(given);
        void Finish(byte[] last) { Poke(); pool.Return(last); }
        """);

    [Fact]
    public Task NotWhereItMayHaveBeenAnother() => Case.NotOffered(
        """
        var a = on ? given : _sure;
        pool.Return(given);
        [|pool.Return(a)|];
        """);

    [Fact]
    public Task NotUnderASymbol() => Case.NotOffered(
        """
        #if !OTHER
        pool.Return(given);
        #endif
        [|pool.Return(given)|];
        """);

    [Fact]
    public Task NotWhereTwoObjectsRelease() => FixCase<RemoveReleaseFix>.NotOfferedInFile(
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
