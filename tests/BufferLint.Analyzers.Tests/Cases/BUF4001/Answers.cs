// Work that answers before its buffer goes back: by a signal, a flag, a queue, or by being stopped.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class Answers
{
    [Theory]
    [InlineData("readonly CountdownEvent _done = new(1);", "_done.Signal();", "_done.Wait();")]
    [InlineData("readonly SemaphoreSlim _done = new(0);", "this._done.Release();", "await _done.WaitAsync();")]
    [InlineData("readonly TaskCompletionSource _done = new();", "_done.SetResult();", "await _done.Task;")]
    [InlineData("readonly ManualResetEvent _done = new(false);", "_done.Set();", "WaitHandle.WaitAll(new WaitHandle[] { _done });")]
    [InlineData("readonly BlockingCollection<int> _done = new();", "_done.Add(1);", "_done.Take();")]
    [InlineData("readonly System.Threading.Channels.Channel<int> _done = System.Threading.Channels.Channel.CreateUnbounded<int>();", "_done.Writer.TryWrite(1);", "await _done.Reader.ReadAsync();")]
    [InlineData("bool _done;", "Volatile.Write(ref _done, true);", "SpinWait.SpinUntil(() => Volatile.Read(ref _done));")]
    [InlineData("int _left = 1;", "Interlocked.Decrement(ref _left);", "while (Volatile.Read(ref _left) > 0) { Thread.Yield(); }")]
    [InlineData("readonly object _gate = new(); bool _done;", "lock (_gate) { _done = true; Monitor.PulseAll(_gate); }", "lock (_gate) { while (!_done) { Monitor.Wait(_gate); } }")]
    public async Task WaitedFor(string field, string answer, string wait)
    {
        await Verify.VerifyAnalyzerAsync(Work("a", wait));
        await Verify.VerifyAnalyzerAsync(Work("{|BUF4001:a|}", "await Task.Yield();"));

        string Work(string captured, string before) => Members($$"""
            {{field}} async Task M()
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    {{captured}}[0] = 1;
                    {{answer}}
                });
                {{before}}
                ArrayPool<byte>.Shared.Return(a);
                await Task.Yield();
            }
            """);
    }

    [Fact]
    public Task SharedForSomethingElse() => Verify.VerifyAnalyzerAsync(Members("""
        readonly TextWriter _log = Console.Out; void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(_ => _log.WriteLine({|BUF4001:a|}[0]));
            _log.WriteLine("queued");
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task InAMethod() => Verify.VerifyAnalyzerAsync(Members("""
        readonly ManualResetEventSlim _done = new(); void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(Fill, a);
            _done.Wait();
            ArrayPool<byte>.Shared.Return(a);
        }

        void Fill(object? state)
        {
            ((byte[])state!)[0] = 1;
            _done.Set();
        }
        """));

    [Fact]
    public Task BothEndsOfAChannel() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var channel = System.Threading.Channels.Channel.CreateUnbounded<Memory<byte>>();
            var reader = Task.Run(async () =>
            {
                await foreach (var memory in channel.Reader.ReadAllAsync())
                {
                    memory.Span[0] = 1;
                }
            });
            channel.Writer.TryWrite(owner.Memory);
            channel.Writer.Complete();
            await reader;
        }
        """));

    [Fact]
    public Task Timers() => Verify.VerifyAnalyzerAsync(Members("""
        void Stopped()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var timer = new Timer(_ => a[0] = 1, null, 0, 100);
            using var stopped = new ManualResetEvent(false);
            timer.Dispose(stopped);
            stopped.WaitOne();
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task InAScope()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await using (var timer = new Timer(_ => a[0] = 1, null, 0, 100))
            {
                await Task.Delay(100);
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task ThreadsAndTasks() => Verify.VerifyAnalyzerAsync(Members("""
        Thread? _thread; void InAField()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _thread = new Thread(() => a[0] = 1);
            _thread.Start();
            _thread.Join();
            ArrayPool<byte>.Shared.Return(a);
        }

        void InAnArray()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var threads = new Thread[8];
            for (var i = 0; i < 8; i++)
            {
                var index = i;
                threads[i] = new Thread(() => a[index] = 1);
                threads[i].Start();
            }

            foreach (var thread in threads)
            {
                thread.Join();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void InAList()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new List<Task>();
            for (var i = 0; i < 8; i++)
            {
                var index = i;
                tasks.Add(Task.Run(() => a[index] = 1));
            }

            Task.WaitAll(tasks.ToArray());
            ArrayPool<byte>.Shared.Return(a);
        }

        void AtOnce()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Parallel.For(0, 8, i => a[i] = 1);
            Task.Factory.StartNew(() => a[0] = 1).Wait();
            ArrayPool<byte>.Shared.Return(a);
        }

        void Configured()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => {|BUF4001:a|}[0] = 1) { IsBackground = true };
            thread.Start();
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task OnlyItsLength() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(_ => Console.WriteLine(a.Length));
            ArrayPool<byte>.Shared.Return(a);
        }

        void AnElementToo()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ThreadPool.QueueUserWorkItem(_ => Console.WriteLine({|BUF4001:a|}.Length + a[0]));
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
