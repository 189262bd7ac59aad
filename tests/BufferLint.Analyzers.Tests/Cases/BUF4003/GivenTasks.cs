// Tasks that are given to a method written in source: whether that waits for them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class GivenTasks
{
    [Theory]
    [InlineData("void Take(Task task) { }")]
    [InlineData("void Take(Task task) => _ = task;")]
    [InlineData("void Take(Task task) => Console.WriteLine($\"{task.Id} is {task.Status}\");")]
    [InlineData("void Take(Task task) => task.ContinueWith(done => Console.WriteLine(done.Exception));")]
    [InlineData("void Take(Task task) => _ = task.ContinueWith(done => Console.WriteLine(done.IsFaulted), TaskScheduler.Default);")]
    [InlineData("async void Take(Task task) { try { await task; } catch (IOException) { } }")]
    [InlineData("void Take(Task task) => _ = FurtherAsync(task); async Task FurtherAsync(Task task) => await task;")]
    [InlineData("void Take(Task task) => Further(task, 1); void Further(Task task, int n) { Console.WriteLine(n); }")]
    [InlineData("Task? _last; void Take(Task task) => _last = task;")]
    [InlineData("void Take(Task task) { if (_count > 0) { task.Wait(); } } int _count;")]
    [InlineData("void Take(Task task) { void Drop(Task dropped) { } Drop(task); }")]
    public Task NotWaitedFor(string take) => Verify.VerifyAnalyzerAsync(Caller(take, "Take(read)", "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|}"));

    [Theory]
    [InlineData("void Take(Task task) => task.Wait();")]
    [InlineData("void Take(Task<int> task) => Console.WriteLine(task.Result);")]
    [InlineData("void Take(Task task) => task.ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("void Take(Task task) => Task.WhenAll(task, Task.CompletedTask).Wait();")]
    [InlineData("void Take(Task task) => FurtherAsync(task).Wait(); async Task FurtherAsync(Task task) => await task;")]
    [InlineData("void Take(Task? task) { if (task is not null) { task.Wait(); } }")]
    [InlineData("void Take(Task task, bool waits = true) { if (waits) { task.Wait(); } }")]
    [InlineData("void Take(Task task) => Given?.Invoke(task); Action<Task>? Given;")]
    [InlineData("List<Task> _all = new(); void Take(Task task) { _all.Add(task); Task.WaitAll(_all.ToArray()); }")]
    [InlineData("List<Task> _all = new(); void Take(Task task) => _all.Add(task);")]
    [InlineData("static readonly List<Task> All = new(); void Take(Task task) { lock (All) { All.Add(task); } }")]
    [InlineData("ManualResetEventSlim _done = new(); void Take(Task task) => task.ContinueWith(_ => _done.Set());")]
    [InlineData("void Take(Task task) => task.ContinueWith(done => Finish(done)); void Finish(Task done) { }")]
    [InlineData("void Take(Task task) { void Wait() => task.Wait(); Wait(); }")]
    [InlineData("static Task? _last; static void Take(Task task) { _last = task; Finish(); } static void Finish() => _last!.Wait();")]
    [InlineData("bool Take(Task task) => Task.WaitAny(task, Task.Delay(100)) == 0;")]
    public Task WaitedFor(string take) => Verify.VerifyAnalyzerAsync(Caller(take, "Take(read)", "ArrayPool<byte>.Shared.Return(a)"));

    [Fact]
    public Task ExtensionsThatForget() => Verify.VerifyAnalyzerAsync(Types("""
        static class Tasks
        {
            public static void Forget(this Task task) => task.ContinueWith(static done => Console.Error.WriteLine(done.Exception), TaskContinuationOptions.OnlyOnFaulted);

            public static void Finish(this Task task) => task.GetAwaiter().GetResult();
        }

        class C
        {
            static void Forgotten(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                stream.WriteAsync(a, 0, 8).Forget();
                {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            }

            static void Finished(Stream stream)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                stream.WriteAsync(a, 0, 8).Finish();
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    /// <summary>The task of the method that waits is what has to be waited for.</summary>
    [Fact]
    public Task AsyncMethodsThatWait() => Verify.VerifyAnalyzerAsync(Members("""
        static async Task WaitFor(Task task) => await task.ConfigureAwait(false);

        static Task Both(Task one, Task other) => Task.WhenAll(one, other);

        static async Task First(Task one, Task other) => await one;

        async Task InTime(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await WaitFor(stream.WriteAsync(a, 0, 8));
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task BothInTime(Stream left, Stream right)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await Both(left.WriteAsync(a, 0, 8), right.WriteAsync(a, 0, 8));
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task TooLate(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var waiting = WaitFor(stream.WriteAsync(a, 0, 8));
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await waiting;
        }

        async Task OnlyOne(Stream left, Stream right)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await First(left.WriteAsync(a, 0, 8), right.WriteAsync(a, 0, 8));
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));

    [Fact]
    public Task KeptInAFieldByAMethod() => Verify.VerifyAnalyzerAsync(Members("""
        Task? _last;

        void Keep(Task task) => _last = task;

        async Task DrainAsync() => await _last!;

        void Log(string text) => Console.WriteLine(text);

        async Task WaitedForByName(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Keep(stream.WriteAsync(a, 0, 8));
            await _last!;
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task WaitedForByAMember(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Keep(stream.WriteAsync(a, 0, 8));
            await DrainAsync();
            ArrayPool<byte>.Shared.Return(a);
        }

        void OnlyLogged(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            _last = stream.WriteAsync(a, 0, 8);
            Log("started");
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));

    [Theory]
    [InlineData("_ = stream.WriteAsync(b, 0, 8); await Task.Yield();")]
    [InlineData("var write = stream.WriteAsync(b, 0, 8); await Task.Delay(1);")]
    [InlineData("await Task.Delay(1); Drop(stream.WriteAsync(b, 0, 8));")]
    public Task LeftRunningByAnAsyncMethod(string code) => Verify.VerifyAnalyzerAsync(AsyncCaller(code, "a", "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|}"));

    [Theory]
    [InlineData("await stream.WriteAsync(b, 0, 8);")]
    [InlineData("var write = stream.WriteAsync(b, 0, 8); await Task.Delay(1); await write;")]
    [InlineData("_ = stream.WriteAsync(b.ToArray(), 0, 8); await Task.Yield();")]
    [InlineData("var done = new TaskCompletionSource(); ThreadPool.QueueUserWorkItem(_ => { b[0] = 1; done.SetResult(); }); await done.Task;")]
    [InlineData("var gate = new SemaphoreSlim(0); _ = Task.Run(() => { b[0] = 1; gate.Release(); }); await gate.WaitAsync();")]
    [InlineData("_ = SendAsync(stream, b); await _sent.Task;")]
    public Task OverWithAnAsyncMethod(string code) => Verify.VerifyAnalyzerAsync(AsyncCaller(code, "a", "ArrayPool<byte>.Shared.Return(a)"));

    [Fact]
    public Task CodeLeftRunningByAnAsyncMethod() => Verify.VerifyAnalyzerAsync(AsyncCaller("_ = Task.Run(() => stream.Write(b, 0, 8)); await Task.Delay(1);", "{|BUF4001:a|}", "ArrayPool<byte>.Shared.Return(a)"));

    /// <summary>A method that answers by a task of its own making may have been told in time.</summary>
    [Fact]
    public Task AnswersBySource() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await Fill(a);
            ArrayPool<byte>.Shared.Return(a);
        }

        static Task Fill(byte[] b)
        {
            var done = new TaskCompletionSource();
            Task.Run(() => { b[0] = 1; done.SetResult(); });
            return done.Task;
        }
        """));

    /// <summary>What the method does when its task is awaited comes too late for what was released before: one mistake.</summary>
    [Fact]
    public Task ReleasedByBoth() => Verify.VerifyAnalyzerAsync(Members("""
        static async Task FreeAsync(Stream stream, byte[] b)
        {
            await stream.WriteAsync(b, 0, 8);
            ArrayPool<byte>.Shared.Return(b);
        }

        static async Task Meanwhile(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var sent = FreeAsync(stream, a);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            await sent;
        }

        static async Task Afterwards(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var sent = FreeAsync(stream, a);
            await sent;
            {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
        }

        static async Task ByOne(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var sent = FreeAsync(stream, a);
            await sent;
        }
        """));

    /// <summary>A task that follows on another one stands for both.</summary>
    [Fact]
    public Task Continuations() => Verify.VerifyAnalyzerAsync(Members("""
        async Task InTime(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var length = stream.ReadAsync(a, 0, 8).ContinueWith(read => read.Result * 2);
            Console.WriteLine(await length);
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task TooLate(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var length = stream.ReadAsync(a, 0, 8).ContinueWith(read => read.Result * 2);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
            Console.WriteLine(await length);
        }

        void GivesItBack(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            stream.ReadAsync(a, 0, 8).ContinueWith(_ => ArrayPool<byte>.Shared.Return(a));
        }

        void Told(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var done = new ManualResetEventSlim();
            stream.ReadAsync(a, 0, 8).ContinueWith(_ => done.Set());
            done.Wait();
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    private static string Caller(string take, string call, string release) => Members($$"""
        {{take}}

        void M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            {{call}};
            {{release}};
        }
        """);

    private static string AsyncCaller(string code, string given, string release) => Members($$"""
        readonly TaskCompletionSource _sent = new();

        void Drop(Task task) { }

        async Task SendAsync(Stream stream, byte[] b)
        {
            await stream.WriteAsync(b, 0, 8);
            _sent.SetResult();
        }

        async Task Helper(Stream stream, byte[] b)
        {
            {{code}}
        }

        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await Helper(stream, {{given}});
            {{release}};
        }
        """);
}
