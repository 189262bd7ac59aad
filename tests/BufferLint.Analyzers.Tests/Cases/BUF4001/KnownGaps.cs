// Bugs that are not reported yet, and why.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class KnownGaps
{
    /// <summary>Who may call a handler, and when it is taken away again, is not followed.</summary>
    [Fact]
    public Task Handlers() => Verify.VerifyAnalyzerAsync(Members("""
        void AnEvent(System.Diagnostics.Process process)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            process.Exited += (_, _) => memory.Span[0] = 1;
        }

        void ARegistration(CancellationToken token)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            token.Register(() => memory.Span[0] = 1);
        }
        """));

    /// <summary>A callback may be running when Dispose returns; nearly always none is.</summary>
    [Fact]
    public Task ATimerThatIsNotWaitedFor() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var timer = new Timer(_ => a[0] = 1, null, 0, 100);
            timer.Dispose();
            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    /// <summary>An async method without a task begins work as well.</summary>
    [Fact]
    public Task AsyncVoid() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            Fill(owner.Memory);
        }

        async void Fill(Memory<byte> memory)
        {
            await Task.Yield();
            memory.Span[0] = 1;
        }
        """));

    /// <summary>Who keeps threads and tasks together is taken to wait for all of them, in time and to the end.</summary>
    [Fact]
    public Task KeptTogether() => Verify.VerifyAnalyzerAsync(Members("""
        void OnlyOneIsJoined()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var threads = new Thread[4];
            for (var i = 0; i < 4; i++)
            {
                threads[i] = new Thread(() => a[0] = 1);
                threads[i].Start();
            }

            threads[0].Join();
            ArrayPool<byte>.Shared.Return(a);
        }

        void NoneIsAwaited(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new Task[4];
            for (var i = 0; i < 4; i++)
            {
                tasks[i] = stream.WriteAsync(a, 0, 8);
            }

            ArrayPool<byte>.Shared.Return(a);
        }

        void OnlyForATime(Stream stream, Task other)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var tasks = new[] { stream.WriteAsync(a, 0, 8), other };
            Task.WaitAll(tasks, 100);
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
