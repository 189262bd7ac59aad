// Work that a method begins with what it is given, and leaves running.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4003;

public class InCallees
{
    [Theory]
    [InlineData("void Kick(byte[] b) => _ = _stream.ReadAsync(b, 0, 8);")]
    [InlineData("void Kick(byte[] b) { var read = _stream.ReadAsync(b, 0, 8); }")]
    [InlineData("void Kick(byte[] b) => Further(b, 1); void Further(byte[] b, int n) { if (n > 0) { _ = _stream.ReadAsync(b, 0, n); } }")]
    [InlineData("void Kick(Memory<byte> b) => _ = _stream.ReadAsync(b.Slice(1));")]
    [InlineData("async void Kick(byte[] b) { await Task.Delay(1); b[0] = 1; }")]
    [InlineData("async void Kick(Memory<byte> b) { await _stream.ReadAsync(b); }")]
    [InlineData("Task? _last; void Kick(byte[] b) => _last = _stream.ReadAsync(b, 0, 8);")]
    public async Task LeftRunning(string kick)
    {
        await Verify.VerifyAnalyzerAsync(Caller(kick, "Kick(a)", "{|BUF4003:ArrayPool<byte>.Shared.Return(a)|}"));
        await Verify.VerifyAnalyzerAsync(Caller(kick, "Kick(a.ToArray())", "ArrayPool<byte>.Shared.Return(a)"));
    }

    [Theory]
    [InlineData("void Kick(byte[] b) => _stream.ReadAsync(b, 0, 8).Wait();")]
    [InlineData("void Kick(byte[] b) { var read = _stream.ReadAsync(b, 0, 8); try { read.Wait(); } finally { } }")]
    [InlineData("void Kick(byte[] b) => _ = _stream.WriteAsync(b.ToArray(), 0, 8);")]
    [InlineData("void Kick(byte[] b) => _stream.Read(b, 0, 8);")]
    [InlineData("async void Kick(byte[] b) { b[0] = 1; await Task.Delay(1); }")]
    [InlineData("async void Kick(byte[] b) { var n = b[0]; await Task.Delay(n); }")]
    [InlineData("void Kick(byte[] b) { Task.Run(() => Console.WriteLine(b.Length)); }")]
    [InlineData("void Kick(byte[] b) { var done = new TaskCompletionSource(); _ = SendAsync(b, done); done.Task.Wait(); } async Task SendAsync(byte[] b, TaskCompletionSource done) { await _stream.WriteAsync(b); done.SetResult(); }")]
    [InlineData("void Kick(byte[] b) { var done = new TaskCompletionSource(); _ = SendAsync(new Answer { Done = done }, b); done.Task.Wait(); } async Task SendAsync(Answer answer, byte[] b) { await _stream.WriteAsync(b); answer.Done!.SetResult(); } struct Answer { public TaskCompletionSource? Done; }")]
    [InlineData("async Task Kick(byte[] b) { var done = new TaskCompletionSource(); Send(b, done); await done.Task; } void Send(byte[] b, TaskCompletionSource done) => ThreadPool.QueueUserWorkItem(_ => { b[0] = 1; done.SetResult(); });", "Kick(a).Wait()")]
    public Task Over(string kick, string call = "Kick(a)") => Verify.VerifyAnalyzerAsync(Caller(kick, call, "ArrayPool<byte>.Shared.Return(a)"));

    [Theory]
    [InlineData("void Kick(byte[] b) => Task.Run(() => b[0] = 1);")]
    [InlineData("void Kick(byte[] b) => ThreadPool.QueueUserWorkItem(_ => b[0] = 1);")]
    [InlineData("void Kick(byte[] b) { var thread = new Thread(() => b[0] = 1); thread.Start(); }")]
    [InlineData("void Kick(byte[] b) => Further(b); static void Further(byte[] b) => Task.Factory.StartNew(() => b[0] = 1);")]
    public Task CodeThatIsHandedOver(string kick) => Verify.VerifyAnalyzerAsync(Caller(kick, "Kick({|BUF4001:a|})", "ArrayPool<byte>.Shared.Return(a)"));

    [Fact]
    public Task LocalFunctions() => Verify.VerifyAnalyzerAsync(Members("""
        void Begins(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Kick(a);
            {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};

            void Kick(byte[] b) => _ = stream.ReadAsync(b, 0, 8);
        }

        void Waits(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = stream.ReadAsync(a, 0, 8);
            Finish(read);
            ArrayPool<byte>.Shared.Return(a);

            static void Finish(Task task) => task.Wait();
        }

        async void Later(byte[] b)
        {
            await Task.Yield();
            b[0] = 1;
            ArrayPool<byte>.Shared.Return(b);
        }

        void GivesItBackItself()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Later(a);
        }
        """));

    /// <summary>What an own async method does is done by the time its task is awaited.</summary>
    [Fact]
    public Task DoneWhereItIsAwaited() => Verify.VerifyAnalyzerAsync(Members("""
        async Task UsedBefore()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var later = FreeAsync(a);
            a[0] = 1;
            await later;
        }

        async Task UsedAfter()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var later = FreeAsync(a);
            await later.ConfigureAwait(false);
            {|BUF2001:a[0] = 1|};
        }

        async Task DoneBeforeItsFirstAwait()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var later = FreeAtOnceAsync(a);
            {|BUF2001:a[0] = 1|};
            await later;
        }

        static async Task FreeAtOnceAsync(byte[] b)
        {
            ArrayPool<byte>.Shared.Return(b);
            await Task.Yield();
        }

        async Task UsedAfterAtOnce()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await FreeAsync(a);
            {|BUF2001:a[0] = 1|};
        }

        static async Task FreeAsync(byte[] b)
        {
            await Task.Yield();
            ArrayPool<byte>.Shared.Return(b);
        }
        """));

    private static string Caller(string kick, string call, string release) => Members($$"""
        readonly Stream _stream = Stream.Null; {{kick}}

        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {{call}};
            {{release}};
        }
        """);
}
