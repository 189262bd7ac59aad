// Threads and tasks that are kept together, and waited for one by one.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class OneByOne
{
    [Theory]
    [InlineData("threads[i] = new Thread(() => a[0] = 1); threads[i].Start();", "foreach (var thread in threads) thread.Join();")]
    [InlineData("threads[i] = new Thread(() => a[0] = 1); threads[i].Start();", "for (var i = 0; i < 4; i++) threads[i].Join();")]
    [InlineData("var thread = new Thread(() => a[0] = 1); thread.Start(); threads[i] = thread;", "for (var i = 0; i < 4; i++) threads[i].Join();")]
    [InlineData("var thread = new Thread(() => a[0] = 1); threads[i] = thread; thread.Start();", "for (var i = 0; i < 4; i++) threads[i].Join();")]
    [InlineData("(threads[i] = new Thread(() => a[0] = 1)).Start();", "foreach (var thread in threads) thread.Join();")]
    [InlineData("threads[i] = new Thread(() => a[0] = 1);", "foreach (var thread in threads) thread.Start(); foreach (var thread in threads) thread.Join();")]
    [InlineData("var thread = new Thread(() => a[0] = 1); thread.Start(); list.Add(thread);", "foreach (var thread in list) thread.Join();")]
    [InlineData("var thread = new Thread(() => a[0] = 1); list.Add(thread); thread.Start();", "foreach (var thread in list) thread.Join();")]
    [InlineData("list.Add(new Thread(() => a[0] = 1)); list[i].Start();", "list.ForEach(thread => thread.Join());")]
    public Task Threads(string start, string wait) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var threads = new Thread[4];
            var list = new List<Thread>();
            for (var i = 0; i < 4; i++)
            {
                {{start}}
            }

            {{wait}}
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Theory]
    [InlineData("Task.Run(() => a[0] = 1)", "Task.WaitAll(tasks);")]
    [InlineData("Task.Run(() => a[0] = 1)", "await Task.WhenAll(tasks).ConfigureAwait(false);")]
    [InlineData("Task.Run(() => a[0] = 1)", "foreach (var task in tasks) await task;")]
    [InlineData("stream.WriteAsync(a, 0, 8)", "foreach (var task in tasks) await task.ConfigureAwait(false);")]
    [InlineData("stream.WriteAsync(a, 0, 8)", "for (var i = 0; i < 4; i++) await tasks[i];")]
    [InlineData("stream.WriteAsync(a, 0, 8)", "await Task.WhenAll(tasks);")]
    [InlineData("stream.WriteAsync(a, 0, 8)", "foreach (var task in tasks) task.Wait();")]
    public Task Tasks(string start, string wait) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(Stream stream)
        {
            await Task.Yield();
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new Task[4];
            for (var i = 0; i < 4; i++)
            {
                tasks[i] = {{start}};
            }

            {{wait}}
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task NotKept() => Verify.VerifyAnalyzerAsync(Members("""
        void OnlyStarted(int count)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            for (var i = 0; i < count; i++)
            {
                var thread = new Thread(() => {|BUF4001:a|}[0] = 1);
                thread.Name = "worker";
                thread.Start();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void OnlyTheOneBeforeIsKept(List<Thread> threads)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => Console.WriteLine("begins"));
            threads.Add(thread);
            thread = new Thread(() => {|BUF4001:a|}[0] = 1);
            thread.Start();
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    /// <summary>To list work that holds what is released touches nothing; to list a view of it does.</summary>
    [Fact]
    public Task ListedAfterTheRelease() => Verify.VerifyAnalyzerAsync(Members("""
        void Work(List<Thread> threads)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => {|BUF4001:a|}[0] = 1);
            thread.Start();
            ArrayPool<byte>.Shared.Return(a);
            threads.Add(thread);
        }

        void View(List<Memory<byte>> views)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => {|BUF4001:a|}[0] = 1);
            thread.Start();
            var view = a.AsMemory();
            ArrayPool<byte>.Shared.Return(a);
            views.Add({|BUF2001:view|});
        }
        """));
}
