// Handlers of events, timers and cancellations that have a buffer: until they are taken away, or what calls them ends.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class Handlers
{
    private const string Feed = "sealed class Feed : IDisposable { public event EventHandler? Received; public void Run() => Received?.Invoke(this, EventArgs.Empty); public void Dispose() { } }";

    [Theory]
    [InlineData("feed.Received += (_, _) => {|BUF4001:a|}[0] = 1;")]
    [InlineData("_feed.Received += (_, _) => {|BUF4001:a|}[0] = 1;")]
    [InlineData("feed.Received += delegate { {|BUF4001:a|}[0] = 1; }; feed.Run();")]
    [InlineData("EventHandler handler = (_, _) => a[0] = 1; feed.Received += {|BUF4001:handler|};")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess(); AppDomain.CurrentDomain.ProcessExit += (_, _) => {|BUF4001:a|}[0] = 1;")]
    public Task StillSubscribed(string subscribe) => Verify.VerifyAnalyzerAsync(Listener(subscribe));

    [Theory]
    [InlineData("EventHandler handler = (_, _) => a[0] = 1; feed.Received += handler; feed.Run(); feed.Received -= handler;")]
    [InlineData("void Handle(object? sender, EventArgs e) => a[0] = 1; feed.Received += Handle; try { feed.Run(); } finally { feed.Received -= Handle; }")]
    [InlineData("feed.Received += (_, _) => a[0] = 1; feed.Dispose();")]
    [InlineData("var own = new Feed(); own.Received += (_, _) => a[0] = 1; own.Run();")]
    [InlineData("feed.Received += (_, _) => Console.WriteLine(a.Length);")]
    [InlineData("using var done = new ManualResetEventSlim(); feed.Received += (_, _) => { a[0] = 1; done.Set(); }; done.Wait();")]
    [InlineData("void Once(object? sender, EventArgs e) { feed.Received -= Once; a[0] = 1; } feed.Received += Once; feed.Run();")]
    [InlineData("feed.Received += (_, _) => Console.WriteLine();")]
    [InlineData("var copy = a.ToArray(); feed.Received += (_, _) => copy[0] = 1;")]
    public Task NoLonger(string subscribe) => Verify.VerifyAnalyzerAsync(Listener(subscribe));

    [Fact]
    public Task TakenAwayTooLate() => Verify.VerifyAnalyzerAsync(Types(Feed + """
        class C
        {
            void M(Feed feed)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                EventHandler handler = (_, _) => a[0] = 1;
                feed.Received += handler;
                {|BUF4003:ArrayPool<byte>.Shared.Return(a)|};
                feed.Received -= handler;
            }
        }
        """));

    [Theory]
    [InlineData("var timer = new System.Timers.Timer(100); timer.Elapsed += (_, _) => {|BUF4001:a|}[0] = 1; timer.Start();")]
    [InlineData("var timer = TimeProvider.System.CreateTimer(_ => {|BUF4001:a|}[0] = 1, null, TimeSpan.Zero, TimeSpan.Zero);")]
    [InlineData("var timer = new System.Timers.Timer(100); timer.Elapsed += (_, _) => a[0] = 1; timer.Start(); timer.Stop();")]
    [InlineData("var timer = new System.Timers.Timer(100); timer.Elapsed += (_, _) => a[0] = 1; timer.Start(); timer.Enabled = false;")]
    [InlineData("using (var timer = new System.Timers.Timer(100)) { timer.Elapsed += (_, _) => a[0] = 1; timer.Start(); }")]
    [InlineData("using (var timer = TimeProvider.System.CreateTimer(_ => a[0] = 1, null, TimeSpan.Zero, TimeSpan.Zero)) { }")]
    public Task Timers(string timer) => Verify.VerifyAnalyzerAsync(Listener(timer));

    [Theory]
    [InlineData("cancellation.Register(() => {|BUF4001:a|}[0] = 1);")]
    [InlineData("cancellation.Register(static state => ((byte[])state!)[0] = 1, {|BUF4001:a|});")]
    [InlineData("using var registration = cancellation.Register(() => {|BUF4001:a|}[0] = 1);")]
    [InlineData("cancellation.UnsafeRegister(static state => ((byte[])state!)[0] = 1, {|BUF4001:a|});")]
    [InlineData("using (cancellation.Register(() => a[0] = 1)) { feed.Run(); }")]
    [InlineData("var registration = cancellation.Register(() => a[0] = 1); registration.Dispose();")]
    [InlineData("var registration = cancellation.Register(() => a[0] = 1); registration.Unregister();")]
    [InlineData("using var registration = cancellation.Register(() => feed.Dispose());")]
    [InlineData("using var registration = cancellation.Register(static state => ((C)state!).Close(), this);")]
    public Task Registrations(string register) => Verify.VerifyAnalyzerAsync(Listener(register));

    private static string Listener(string subscribe) => Types(Feed + $$"""
        class C
        {
            readonly Feed _feed = new();

            void M(Feed feed, CancellationToken cancellation)
            {
                var a = ArrayPool<byte>.Shared.Rent(8);
                {{subscribe}}
                ArrayPool<byte>.Shared.Return(a);
            }

            void Close() { }
        }
        """);
}
