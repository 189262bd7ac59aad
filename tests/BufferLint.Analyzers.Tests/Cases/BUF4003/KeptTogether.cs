// Tasks in arrays, lists and dictionaries that have a name.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class KeptTogether
{
    private const string Array = "var tasks = new Task[4]; for (var i = 0; i < 4; i++) { tasks[i] = stream.WriteAsync(a, 0, 8); }";
    private const string List = "var tasks = new List<Task>(); foreach (var one in streams) { tasks.Add(one.WriteAsync(a, 0, 8)); }";
    private const string Initialized = "var tasks = new[] { stream.WriteAsync(a, 0, 8), stream.FlushAsync() };";
    private const string Expression = "List<Task> tasks = [stream.WriteAsync(a, 0, 8), stream.FlushAsync()];";
    private const string ByIndex = "var tasks = new Task[2]; tasks[0] = stream.WriteAsync(a, 0, 4); tasks[1] = stream.WriteAsync(a, 4, 4);";
    private const string All = "Task[] both = [stream.WriteAsync(a, 0, 4), stream.WriteAsync(a, 4, 4)]; var tasks = new[] { Task.WhenAll(both) };";

    [Theory]
    [InlineData(Array)]
    [InlineData(List)]
    [InlineData(Initialized)]
    [InlineData(Expression)]
    [InlineData(ByIndex)]
    [InlineData(All)]
    public async Task InTimeOrNot(string start)
    {
        await Verify.VerifyAnalyzerAsync(Sender(start, "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|};", "await Task.Yield();"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|};", "await Task.WhenAll(tasks);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "await Task.WhenAll(tasks).ConfigureAwait(false);", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "var all = Task.WhenAll(tasks); await all;", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "Task.WaitAll(tasks.ToArray());", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "foreach (var task in tasks) { await task; }", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "Wait(tasks);", "ArrayPool<byte>.Shared.Return(a);"));
    }

    [Theory]
    [InlineData("var tasks = streams.Select(one => one.WriteAsync(a, 0, 8)).ToArray();")]
    [InlineData("var tasks = streams.Select(async one => { await one.WriteAsync(a, 0, 8); Console.WriteLine(); }).ToList();")]
    [InlineData("var tasks = Enumerable.Range(0, 4).Select(i => Task.Run(() => a[i] = 1)).ToArray();")]
    public async Task OfAQuery(string start)
    {
        await Verify.VerifyAnalyzerAsync(Sender(start, "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|};", "await Task.WhenAll(tasks);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "await Task.WhenAll(tasks);", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "Task.WaitAll(tasks.ToArray());", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "foreach (var task in tasks) { await task; }", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "for (var i = 0; i < 4; i++) { await tasks[i]; }", "ArrayPool<byte>.Shared.Return(a);"));
        await Verify.VerifyAnalyzerAsync(Sender(start, "Wait(tasks);", "ArrayPool<byte>.Shared.Return(a);"));
    }

    [Theory]
    [InlineData("await both;", "ArrayPool<byte>.Shared.Return(a);")]
    [InlineData("{|BUF4003:ArrayPool<byte>.Shared.Return(a)|};", "await both;")]
    public Task TwoForOneWait(string before, string after) => Verify.VerifyAnalyzerAsync(Sender(
        "var first = stream.WriteAsync(a, 0, 4); var second = stream.WriteAsync(a, 4, 4); var both = Task.WhenAll(first, second);", before, after));

    [Fact]
    public Task OtherCollections() => Verify.VerifyAnalyzerAsync(Members("""
        async Task InADictionary(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new Dictionary<int, Task> { [1] = stream.WriteAsync(a, 0, 8) };
            tasks.Add(2, stream.WriteAsync(a, 0, 8));
            await Task.WhenAll(tasks.Values);
            ArrayPool<byte>.Shared.Return(a);
        }

        async Task InAQueue(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new Queue<Task>();
            tasks.Enqueue(stream.WriteAsync(a, 0, 8));
            while (tasks.Count > 0)
            {
                await tasks.Dequeue();
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        async Task OneAfterTheOther(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new List<Task> { stream.WriteAsync(a, 0, 8), stream.WriteAsync(a, 0, 8) };
            while (tasks.Count > 0)
            {
                var done = await Task.WhenAny(tasks);
                tasks.Remove(done);
                await done;
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        List<Task> TheCallerGetsThem(Stream stream)
        {
            var tasks = new List<Task>();
            tasks.Add(stream.WriteAsync(new byte[8], 0, 8));
            return tasks;
        }
        """));

    private static string Sender(string start, string before, string after) => Members($$"""
        async Task M(Stream stream, Stream[] streams)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {{start}}
            {{before}}
            {{after}}
        }

        static void Wait(IEnumerable<Task> tasks) => Task.WaitAll(tasks.ToArray());
        """);
}
