// Bugs that are not reported yet, and why.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class KnownGaps
{
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

    /// <summary>Who waits for one of several threads or tasks that are kept together is taken to wait for all of them.</summary>
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
        """));
}
