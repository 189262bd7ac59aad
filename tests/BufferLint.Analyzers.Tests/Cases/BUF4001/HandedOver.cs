// Code that runs later, and that nobody waits for.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class HandedOver
{
    [Fact]
    public Task Captured() => Verify.VerifyAnalyzerAsync(Members("""
        void Queued()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(_ => {|BUF4001:a|}[0] = 1);
            ArrayPool<byte>.Shared.Return(a);
        }

        void Discarded()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _ = Task.Run(() => Console.WriteLine({|BUF4001:a|}[0]));
            ArrayPool<byte>.Shared.Return(a);
        }

        void AtTheEndOfTheScope()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            Task.Run(() => Console.WriteLine({|BUF4001:memory|}.Span[0]));
        }

        void ACopy()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var copy = owner.Memory.ToArray();
            Task.Run(() => Console.WriteLine(copy[0]));
        }

        void InAThread()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            new Thread(() => {|BUF4001:a|}[0] = 1).Start();
            ArrayPool<byte>.Shared.Return(a);
        }

        void ByATimer()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var timer = new Timer(_ => {|BUF4001:a|}[0] = 1, null, 0, 100);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task GivenAsState() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(static state => ((byte[])state!)[0] = 1, {|BUF4001:a|});
            ArrayPool<byte>.Shared.Return(a);
        }

        void ReturnedThere()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(static state => ArrayPool<byte>.Shared.Return((byte[])state!), a);
        }

        void CapturedAndReturnedThere()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task.Run(() =>
            {
                a[0] = 1;
                ArrayPool<byte>.Shared.Return(a);
            });
        }
        """));

    [Fact]
    public Task Channels() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(System.Threading.Channels.ChannelWriter<Memory<byte>> writer)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            await writer.WriteAsync({|BUF4001:owner.Memory|});
        }

        async Task TheOwnerGoesAlong(System.Threading.Channels.ChannelWriter<IMemoryOwner<byte>> writer)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            await writer.WriteAsync(owner);
        }

        void DisposedIfNotTaken(System.Threading.Channels.ChannelWriter<IMemoryOwner<byte>> writer)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            if (!writer.TryWrite(owner))
            {
                owner.Dispose();
            }
        }
        """));

    [Fact]
    public Task Signalled() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            using var done = new ManualResetEventSlim();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                a[0] = 1;
                done.Set();
            });
            done.Wait();
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task Completed()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var done = new TaskCompletionSource();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                a[0] = 1;
                done.SetResult();
            });
            await done.Task;
            ArrayPool<byte>.Shared.Return(a);
        }

        void NotWaitedFor()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            using var done = new ManualResetEventSlim();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                {|BUF4001:a|}[0] = 1;
                done.Set();
            });
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
