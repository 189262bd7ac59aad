// Buffers that end under a running operation: the operation is awaited first, or gets a copy.
using System.Threading.Tasks;
using Xunit;
using Await = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.AwaitFirstFix>;
using Copy = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.CopyForOperationFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReleaseUnderWorkFixesTests
{
    [Fact]
    public Task AwaitedByName() => Await.Applied(
        """
        class C
        {
            async Task<int> M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                // back to the pool
                [|ArrayPool<byte>.Shared.Return(a)|];
                Console.WriteLine();
                return await read;
            }

            async Task N(Stream stream, bool on, byte[] a)
            {
                var read = stream.ReadAsync(a, 0, 8);
                if (on)
                    [|ArrayPool<byte>.Shared.Return(a)|];
                await read;
            }
        }
        """,
        """
        class C
        {
            async Task<int> M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                await read;
                // back to the pool
                ArrayPool<byte>.Shared.Return(a);
                Console.WriteLine();
                return await read;
            }

            async Task N(Stream stream, bool on, byte[] a)
            {
                var read = stream.ReadAsync(a, 0, 8);
                if (on)
                {
                    await read;
                    ArrayPool<byte>.Shared.Return(a);
                }
                await read;
            }
        }
        """);

    [Fact]
    public Task NextAwaitMovesUp() => Await.Applied(
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                ValueTask write = stream.WriteAsync(a.AsMemory());
                [|ArrayPool<byte>.Shared.Return(a)|];
                await write;
            }
        }
        """,
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                ValueTask write = stream.WriteAsync(a.AsMemory());
                await write;
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """);

    [Fact]
    public Task DiscardedIsAwaitedAsTheFileDoes() => Await.Applied(
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                _ = stream.WriteAsync(a, 0, 8);
                [|ArrayPool<byte>.Shared.Return(a)|];
                await stream.FlushAsync().ConfigureAwait(false);
            }
        }
        """,
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                await stream.WriteAsync(a, 0, 8).ConfigureAwait(false);
                ArrayPool<byte>.Shared.Return(a);
                await stream.FlushAsync().ConfigureAwait(false);
            }
        }
        """);

    [Fact]
    public Task MethodBecomesAsync() => Await.Applied(
        """
        class C
        {
            Task Last(Stream stream, bool on)
            {
                if (!on)
                {
                    return Task.CompletedTask;
                }

                if (stream.CanSeek)
                {
                    return stream.FlushAsync();
                }

                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            static Task<int> Value(Stream stream, bool on)
            {
                if (on) return Task.FromResult(0);
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    return stream.ReadAsync(a, 0, 8);
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }
            }
        }
        """,
        """
        class C
        {
            async Task Last(Stream stream, bool on)
            {
                if (!on)
                {
                    return;
                }

                if (stream.CanSeek)
                {
                    await stream.FlushAsync();
                    return;
                }

                using var owner = MemoryPool<byte>.Shared.Rent(8);
                await stream.WriteAsync(owner.Memory).AsTask();
            }

            static async Task<int> Value(Stream stream, bool on)
            {
                if (on) return 0;
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    return await stream.ReadAsync(a, 0, 8);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }
        """);

    [Fact]
    public Task NoMethodBecomesAsyncThatOthersRelyOn() => Await.NotOffered(
        """
        class C : IWriter
        {
            public Task WriteAsync(Stream stream)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            protected virtual Task Virtual(Stream stream)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            Task ByReference(Stream stream, ref int count)
            {
                count++;
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            Task OfASpan(Stream stream, ReadOnlySpan<byte> data)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                data.CopyTo(owner.Memory.Span);
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            Task ChecksItsArguments(Stream stream)
            {
                ArgumentNullException.ThrowIfNull(stream);
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }
        }
        """);

    [Fact]
    public Task NoAwaitWhereThereCanBeNone() => Await.NotOffered(
        """
        class C
        {
            void NotAsync(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.WriteAsync(a, 0, 8);
                [|ArrayPool<byte>.Shared.Return(a)|];
                write.Wait();
            }

            async Task OnlyOnce(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.WriteAsync(a.AsMemory());
                [|ArrayPool<byte>.Shared.Return(a)|];
                Console.WriteLine();
                await write;
            }

            async Task OutOfScope(Stream stream, bool bad)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    var write = stream.WriteAsync(a, 0, 8);
                    if (bad)
                    {
                        throw new InvalidOperationException();
                    }

                    await write;
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }
            }

            async Task InALock(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.WriteAsync(a, 0, 8);
                lock (this)
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }

                await write;
            }

            async Task AnotherLater(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.FlushAsync();
                await write;
                write = stream.WriteAsync(a, 0, 8);
                [|ArrayPool<byte>.Shared.Return(a)|];
                await write;
            }
        }
        """);

    [Fact]
    public Task CopyForAWrite() => Copy.Applied(
        """
        class C
        {
            Task Owner(Stream stream)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                return stream.WriteAsync(owner.Memory).AsTask();
            }

            void Array(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.WriteAsync(a, 0, 8);
                [|ArrayPool<byte>.Shared.Return(a)|];
                write.Wait();
            }

            static async Task Keep(ReadOnlyMemory<byte> data)
            {
                await Task.Yield();
                Console.WriteLine(data.Length);
            }
        }
        """,
        """
        class C
        {
            Task Owner(Stream stream)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                return stream.WriteAsync(owner.Memory.ToArray()).AsTask();
            }

            void Array(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var write = stream.WriteAsync(a.AsSpan().ToArray(), 0, 8);
                ArrayPool<byte>.Shared.Return(a);
                write.Wait();
            }

            static async Task Keep(ReadOnlyMemory<byte> data)
            {
                await Task.Yield();
                Console.WriteLine(data.Length);
            }
        }
        """);

    [Fact]
    public Task NoCopyWhereItWouldBeFilled() => Copy.NotOffered(
        """
        class C
        {
            void Read(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                [|ArrayPool<byte>.Shared.Return(a)|];
                read.Wait();
            }

            void Unknown()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var work = Process(a);
                [|ArrayPool<byte>.Shared.Return(a)|];
                work.Wait();
            }

            static async Task Process(Memory<byte> data)
            {
                await Task.Yield();
                data.Span[0] = 1;
            }

            void Lambda()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var work = Task.Run(() => a[0] = 1);
                [|ArrayPool<byte>.Shared.Return(a)|];
                work.Wait();
            }
        }
        """);
}
