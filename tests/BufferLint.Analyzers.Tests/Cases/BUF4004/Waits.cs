// Waits that end before the operation does.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4004;

public class Waits
{
    [Fact]
    public Task TimedOut() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));
            }
            finally
            {
                {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
            }
        }

        async Task OnlyWhereItReturned(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await stream.ReadAsync(a, 0, 8).WaitAsync(TimeSpan.FromSeconds(1));
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task ATokenOfTheOperation(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            using var cancellation = new CancellationTokenSource(100);
            try
            {
                await stream.ReadAsync(a, cancellation.Token);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void NobodyAsksWhetherItWasDone(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            read.Wait(100);
            {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));

    [Theory]
    [InlineData("Task.WaitAll(tasks, 100);")]
    [InlineData("Task.WaitAny(tasks);")]
    [InlineData("Task.WaitAny(tasks, 100);")]
    [InlineData("await Task.WhenAny(tasks);")]
    [InlineData("var first = Task.WhenAny(tasks); await first;")]
    public async Task TasksInAnArray(string wait)
    {
        await Verify.VerifyAnalyzerAsync(Sender("var tasks = new[] { stream.WriteAsync(a, 0, 8), other };", wait, "{|BUF4004:ArrayPool<byte>.Shared.Return(a)|};"));
        await Verify.VerifyAnalyzerAsync(Sender("var tasks = new Task[2]; tasks[0] = stream.WriteAsync(a, 0, 8); tasks[1] = other;", wait, "{|BUF4004:ArrayPool<byte>.Shared.Return(a)|};"));
        await Verify.VerifyAnalyzerAsync(Sender("var list = new List<Task> { other }; list.Add(stream.WriteAsync(a, 0, 8)); var tasks = list.ToArray();", wait, "{|BUF4004:ArrayPool<byte>.Shared.Return(a)|};"));
        await Verify.VerifyAnalyzerAsync(Sender("var tasks = new[] { stream.WriteAsync(a, 0, 8), other };", wait, "await Task.WhenAll(tasks); ArrayPool<byte>.Shared.Return(a);"));
    }

    private static string Sender(string start, string wait, string release) => Members($$"""
        async Task M(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {{start}}
            {{wait}}
            {{release}}
            await Task.Yield();
        }
        """);

    [Fact]
    public Task Raced() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            var first = await Task.WhenAny(read, Task.Delay(100));
            if (first != read)
            {
                {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task AwaitedAfterwards(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            await Task.WhenAny(read, Task.Delay(100));
            await read;
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task AwaitedInItsScope(Stream stream, Task stop)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(owner.Memory).AsTask();
            await Task.WhenAny(read, stop);
            await read;
        }

        async Task OnlyForATimeInItsScope(Stream stream)
        {
            using var {|BUF4004:owner = MemoryPool<byte>.Shared.Rent(8)|};
            var read = stream.ReadAsync(owner.Memory).AsTask().WaitAsync(TimeSpan.FromSeconds(1));
            await read;
        }

        async Task KeptOutOfThePool(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            if (await Task.WhenAny(read, Task.Delay(100)) != read)
            {
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task Asked() => Verify.VerifyAnalyzerAsync(Members("""
        void GoesOnWhereItIsDone(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            if (!read.Wait(100))
            {
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void ReleasesWhereItIsNot(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            if (!read.Wait(100))
            {
                {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void UntilItIs(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            while (!read.Wait(100))
            {
                Console.WriteLine("still waiting");
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void AskedLater(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            var isDone = read.Wait(100);
            if (!isDone)
            {
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void ForAsLongAsItTakes(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            read.Wait(Timeout.Infinite);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task Caught() => Verify.VerifyAnalyzerAsync(Members("""
        async Task WaitedForThere(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            try
            {
                await read.WaitAsync(TimeSpan.FromSeconds(1));
            }
            catch (TimeoutException)
            {
                stream.Dispose();
                await read;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        async Task GivenUpThere(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            try
            {
                await read.WaitAsync(TimeSpan.FromSeconds(1));
            }
            catch (TimeoutException)
            {
                {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
                throw;
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Theory]
    [InlineData("new[] { read, other }, 100")]
    [InlineData("new Task[] { other, read }, TimeSpan.FromSeconds(1)")]
    [InlineData("[read, other], 100")]
    public Task AllForATime(string arguments) => Verify.VerifyAnalyzerAsync(Members($$"""
        void ReleasesWhereTheyAreNotDone(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            if (!Task.WaitAll({{arguments}}))
            {
                {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void NobodyAsks(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            Task.WaitAll({{arguments}});
            {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
        }

        void GoesOnWhereTheyAre(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            if (!Task.WaitAll({{arguments}}))
            {
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void AskedLater(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            var isDone = Task.WaitAll({{arguments}});
            if (!isDone)
            {
                throw new TimeoutException();
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task AllToTheEnd() => Verify.VerifyAnalyzerAsync(Members("""
        void ForAsLongAsItTakes(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            Task.WaitAll(new[] { read, other }, Timeout.Infinite);
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task Gathered(Stream stream, Task[] others)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            try
            {
                await Task.WhenAll([.. others, read]);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        async Task TheFirstOfThree(Stream stream, Task other, Task third)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Task read = stream.ReadAsync(a, 0, 8);
            await Task.WhenAny(read, other, third);
            {|BUF4004:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));

    /// <summary>The wait is a method of its own, and gives up by throwing or by returning.</summary>
    [Theory]
    [InlineData("static async Task Limited(Task task) { if (await Task.WhenAny(task, Task.Delay(100)) != task) { throw new TimeoutException(); } await task; }", "await Limited(write)", true)]
    [InlineData("static Task Limited(Task task) => task.WaitAsync(TimeSpan.FromSeconds(1));", "await Limited(write)", true)]
    [InlineData("static void Limited(Task task) { if (!task.Wait(100)) { throw new TimeoutException(); } }", "Limited(write)", true)]
    [InlineData("static async Task Limited(Task task) => await Task.WhenAny(task, Task.Delay(100));", "await Limited(write)", false)]
    [InlineData("static void Limited(Task task) => task.Wait(100);", "Limited(write)", false)]
    public async Task InAMethod(string limited, string wait, bool throws)
    {
        await Verify.VerifyAnalyzerAsync(WithLimit(limited, $"try {{ {wait}; }} finally {{ {{|BUF4004:ArrayPool<byte>.Shared.Return(a)|}}; }}"));
        await Verify.VerifyAnalyzerAsync(WithLimit(limited, $"{wait}; " + (throws ? "ArrayPool<byte>.Shared.Return(a);" : "{|BUF4004:ArrayPool<byte>.Shared.Return(a)|};")));
        await Verify.VerifyAnalyzerAsync(WithLimit(limited, $"try {{ {wait}; }} finally {{ await write; ArrayPool<byte>.Shared.Return(a); }}"));
    }

    private static string WithLimit(string limited, string code) => Members($$"""
        {{limited}}

        async Task M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var write = stream.WriteAsync(a, 0, 8);
            {{code}}
        }
        """);
}
