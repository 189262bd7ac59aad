// Operations that were started and are not awaited when their buffer goes.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class Tasks
{
    [Fact]
    public Task AwaitedTooLate() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = stream.WriteAsync(a, 0, 8);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await write;
        }

        async Task InTime(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = stream.WriteAsync(a, 0, 8);
            await write;
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task AtOnce(Stream stream, CancellationToken cancellation)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                await stream.WriteAsync(a, 0, 8, cancellation).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task NeverAwaited() => Verify.VerifyAnalyzerAsync(Members("""
        void Discarded(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _ = stream.WriteAsync(a, 0, 8);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
        }

        void Cancelled(Stream stream, CancellationTokenSource cancellation)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8, cancellation.Token);
            cancellation.Cancel();
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
        }

        void Waited(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = stream.WriteAsync(a, 0, 8);
            write.Wait();
            ArrayPool<byte>.Shared.Return(a);
        }

        int Result(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var n = stream.ReadAsync(a, 0, 8).Result;
            ArrayPool<byte>.Shared.Return(a);
            return n;
        }

        int Awaiter(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                return stream.ReadAsync(a, 0, 8).GetAwaiter().GetResult();
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task ReturnedFromScope() => Verify.VerifyAnalyzerAsync(Members("""
        Task FromFinally(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                return stream.WriteAsync(a, 0, 8);
            }
            finally
            {
                {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        async Task AwaitedThere(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                await stream.WriteAsync(a, 0, 8);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        ValueTask<int> Fast(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a.AsMemory(0, 8));
            if (read.IsCompletedSuccessfully)
            {
                ArrayPool<byte>.Shared.Return(a);
                return read;
            }

            return Slow(read, a);
        }

        static async ValueTask<int> Slow(ValueTask<int> read, byte[] a)
        {
            try
            {
                return await read;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task Several() => Verify.VerifyAnalyzerAsync(Members("""
        async Task OneForgotten(Stream left, Stream right)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var first = left.WriteAsync(a, 0, 8);
            var second = right.WriteAsync(a, 0, 8);
            await first;
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await second;
        }

        async Task All(Stream left, Stream right)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var first = left.WriteAsync(a, 0, 8);
            var second = right.WriteAsync(a, 0, 8);
            await Task.WhenAll(first, second);
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task OneFails(Stream left, Stream right)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var b = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                var first = left.WriteAsync(a, 0, 8);
                var second = right.WriteAsync(b, 0, 8);
                await first;
                await second;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
                {|BUF4003:ArrayPool<byte>.Shared.Return(b)|};
            }
        }

        async Task InAList(Stream[] streams)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var writes = new List<Task>();
            foreach (var stream in streams)
            {
                writes.Add(stream.WriteAsync(a, 0, 8));
            }

            await Task.WhenAll(writes);
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task TurnByTurn(Stream source, Stream target)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task? pending = null;
            int n;
            while ((n = await {|BUF4003:source.ReadAsync(a, 0, 8)|}) > 0)
            {
                if (pending != null)
                {
                    await pending;
                }

                pending = target.WriteAsync(a, 0, n);
            }

            if (pending != null)
            {
                await pending;
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task ExceptionsBetween() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Thrown(Stream stream, bool bad)
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
                {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        async Task AnyCallMayThrow(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                var write = stream.WriteAsync(a, 0, 8);
                Console.WriteLine("on its way");
                await write;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task MovedOrAdvanced() => Verify.VerifyAnalyzerAsync(Members("""
        async Task Grown(Stream stream, MemoryStream memory)
        {
            var write = stream.WriteAsync(memory.GetBuffer(), 0, 8);
            {|BUF4003:memory.Write(new byte[100])|};
            await write;
        }

        async Task GrownAfterwards(Stream stream, MemoryStream memory)
        {
            await stream.WriteAsync(memory.GetBuffer(), 0, 8);
            memory.Write(new byte[100]);
        }

        async Task Advanced(PipeReader reader, Func<ReadOnlySequence<byte>, Task> handle)
        {
            var result = await reader.ReadAsync();
            var handling = handle(result.Buffer);
            {|BUF4003:reader.AdvanceTo(result.Buffer.End)|};
            await handling;
        }

        async Task AdvancedAfterwards(PipeReader reader, Func<ReadOnlySequence<byte>, Task> handle)
        {
            var result = await reader.ReadAsync();
            await handle(result.Buffer);
            reader.AdvanceTo(result.Buffer.End);
        }
        """));

    [Fact]
    public Task OwnMethods() => Verify.VerifyAnalyzerAsync(Members("""
        async Task GoesOn(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var fill = FillAsync(stream, a);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await fill;
        }

        static async Task FillAsync(Stream stream, byte[] a)
        {
            await stream.ReadAsync(a, 0, 8);
            a[0]++;
        }

        async Task IsThrough(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var fill = FillNow(stream, a);
            ArrayPool<byte>.Shared.Return(a);
            await fill;
        }

        static Task FillNow(Stream stream, byte[] a)
        {
            stream.Read(a, 0, 8);
            return Task.CompletedTask;
        }

        async Task IsThroughAtItsFirstAwait(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var fill = FillFirst(stream, a);
            ArrayPool<byte>.Shared.Return(a);
            await fill;
        }

        static async Task FillFirst(Stream stream, byte[] a)
        {
            stream.Read(a, 0, 8);
            await Task.Yield();
        }

        async Task ReturnsItItself(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await ConsumeAsync(stream, a);
        }

        static async Task ConsumeAsync(Stream stream, byte[] a)
        {
            await stream.WriteAsync(a, 0, 8);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
