// Awaits, iterators, locks, lambdas and handlers around the resize.
using System.Threading.Tasks;
using Xunit;
using Copy = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyViewFix>;
using Reacquire = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReacquireViewFix>;
using Release = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReleaseViewFix>;
using Reserve = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReserveCapacityFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class BorderTests
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task TakenAgainAfterAnAwait() => Reacquire.AppliedToFile(
        Usings +
        """
        class C
        {
            async Task M(MemoryStream stream, Task<byte> next)
            {
                var buffer = stream.GetBuffer();
                [|stream.WriteByte(await next)|];
                buffer[0] = 1;
            }
        }
        """,
        Usings +
        """
        class C
        {
            async Task M(MemoryStream stream, Task<byte> next)
            {
                var buffer = stream.GetBuffer();
                stream.WriteByte(await next);
                buffer = stream.GetBuffer();
                buffer[0] = 1;
            }
        }
        """);

    [Fact]
    public Task TakenAgainInALock() => Reacquire.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        lock (other)
        {
            [|list.Add(1)|];
        }

        s[0] = 2;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        lock (other)
        {
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
        }

        s[0] = 2;
        """);

    [Fact]
    public Task TakenAgainInALambdaWithStatements() => Reacquire.Applied(
        """
        Action grow = () =>
        {
            var s = CollectionsMarshal.AsSpan(list);
            [|list.Add(1)|];
            s[0] = 2;
        };
        """,
        """
        Action grow = () =>
        {
            var s = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
            s[0] = 2;
        };
        """);

    [Fact]
    public Task TakenAgainInALocalFunction() => Reacquire.Applied(
        """
        Grow();

        void Grow()
        {
            var s = CollectionsMarshal.AsSpan(list);
            [|list.Add(1)|];
            s[0] = 2;
        }
        """,
        """
        Grow();

        void Grow()
        {
            var s = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
            s[0] = 2;
        }
        """);

    [Fact]
    public Task NotTakenAgainWhereAHandlerUsesIt() => Reacquire.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        try
        {
            [|list.Add(1)|];
        }
        finally
        {
            s[0] = 2;
        }
        """);

    [Fact]
    public Task ReservedInALock() => Reserve.Applied(
        """
        lock (other)
        {
            var s = CollectionsMarshal.AsSpan(list);
            [|list.Add(1)|];
            s[0] = 2;
        }
        """,
        """
        lock (other)
        {
            list.EnsureCapacity(list.Count + 1);
            var s = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            s[0] = 2;
        }
        """);

    [Fact]
    public Task ReleaseIsNotMovedOverAYield() => Release.AppliedToFile(
        Usings +
        """
        class C
        {
            IEnumerable<int> M(ByteArray data)
            {
                var view = data.View();
                [|data.Append(1)|];
                yield return 1;
                view.Release();
            }
        }
        """,
        Usings +
        """
        class C
        {
            IEnumerable<int> M(ByteArray data)
            {
                var view = data.View();
                view.Release();
                data.Append(1);
                yield return 1;
                view.Release();
            }
        }
        """);

    [Fact]
    public Task ReleaseThatCountsIsNotMovedOverAnAwait() => Release.NotOfferedInFile(
        Usings +
        """
        class C
        {
            async Task M(ByteArray data)
            {
                var view = data.OneWayView();
                [|data.Append(1)|];
                await Task.Yield();
                view.Free();
            }
        }
        """);

    [Fact]
    public Task CopiedInAnIterator() => Copy.AppliedToFile(
        Usings +
        """
        class C
        {
            IEnumerable<byte> M(System.Buffers.ArrayBufferWriter<byte> writer)
            {
                var written = writer.WrittenMemory;
                yield return 1;
                [|System.Buffers.BuffersExtensions.Write(writer, new byte[100])|];
                yield return written.Span[0];
            }
        }
        """,
        Usings +
        """
        class C
        {
            IEnumerable<byte> M(System.Buffers.ArrayBufferWriter<byte> writer)
            {
                ReadOnlyMemory<byte> written = writer.WrittenMemory.ToArray();
                yield return 1;
                System.Buffers.BuffersExtensions.Write(writer, new byte[100]);
                yield return written.Span[0];
            }
        }
        """);
}
