// Waits that give up: the buffer stays out of its pool then, or the operation is waited for.
using System.Threading.Tasks;
using Xunit;
using Keep = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.KeepFromPoolFix>;
using Wait = BufferLint.CodeFixes.Tests.Fixes.WorkCase<BufferLint.CodeFixes.AwaitItselfFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReleaseUnderAbandonedWorkFixesTests
{
    [Fact]
    public Task OutOfTheFinally() => Keep.Applied(
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    // not for ever
                    await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));

                    Console.WriteLine(a[0]);
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|]; // done
                }
            }
        }
        """,
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                // not for ever
                await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));

                Console.WriteLine(a[0]);
                ArrayPool<byte>.Shared.Return(a); // done
            }
        }
        """);

    [Fact]
    public Task BeforeAThrow() => Keep.Applied(
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                if (await Task.WhenAny(read, Task.Delay(100)) != read)
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                    throw new TimeoutException();
                }

                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """,
        """
        class C
        {
            async Task M(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                if (await Task.WhenAny(read, Task.Delay(100)) != read)
                {
                    throw new TimeoutException();
                }

                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """);

    [Fact]
    public Task NotKeptWhereItIsNotSimple() => Keep.NotOffered(
        """
        class C
        {
            async Task<int> AReturn(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    return await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }
            }

            async Task ACatch(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));
                }
                catch (TimeoutException)
                {
                    Console.WriteLine("late");
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }
            }

            async Task AnOwner(Stream stream, Task stop)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                var read = stream.ReadAsync(owner.Memory).AsTask();
                await Task.WhenAny(read, stop);
            }

            void OnEveryWay(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                read.Wait(100);
                [|ArrayPool<byte>.Shared.Return(a)|];
            }
        }
        """);

    [Fact]
    public Task WaitedForToItsEnd() => Wait.Applied(
        """
        class C
        {
            async Task<int> ByTime(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    return await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
                }
                finally
                {
                    [|ArrayPool<byte>.Shared.Return(a)|];
                }
            }

            void Blocking(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                read.Wait(100);
                [|ArrayPool<byte>.Shared.Return(a)|];
            }

            async Task Race(Stream stream, Task stop)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                await Task.WhenAny(read, stop).ConfigureAwait(false);
                [|ArrayPool<byte>.Shared.Return(a)|];
            }

            async Task RaceInAScope(Stream stream, Task stop)
            {
                using var [|owner = MemoryPool<byte>.Shared.Rent(8)|];
                Task<int> read = stream.ReadAsync(owner.Memory).AsTask();
                await Task.WhenAny(read, stop).ConfigureAwait(false);
            }
        }
        """,
        """
        class C
        {
            async Task<int> ByTime(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                try
                {
                    return await stream.ReadAsync(a, 0, 8).ConfigureAwait(false);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }

            void Blocking(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                read.Wait();
                ArrayPool<byte>.Shared.Return(a);
            }

            async Task Race(Stream stream, Task stop)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                var read = stream.ReadAsync(a, 0, 8);
                await Task.WhenAny(read, stop).ConfigureAwait(false);
                await read.ConfigureAwait(false);
                ArrayPool<byte>.Shared.Return(a);
            }

            async Task RaceInAScope(Stream stream, Task stop)
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                Task<int> read = stream.ReadAsync(owner.Memory).AsTask();
                await Task.WhenAny(read, stop).ConfigureAwait(false);
                await read.ConfigureAwait(false);
            }
        }
        """);

    [Fact]
    public Task NotWaitedForWhereNothingHasAName() => Wait.NotOffered(
        """
        class C
        {
            async Task M(Stream stream, Task stop)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                await Task.WhenAny(stream.ReadAsync(a, 0, 8), stop);
                [|ArrayPool<byte>.Shared.Return(a)|];
            }
        }
        """);
}
