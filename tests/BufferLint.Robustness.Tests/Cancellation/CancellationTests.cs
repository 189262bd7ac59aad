// A cancelled analysis ends at once, whichever stage it is in.
using System;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using BufferLint.Robustness.HostileSizes;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.Cancellation;

public class CancellationTests(ITestOutputHelper output)
{
    private const int Steps = 12;

    /// <summary>
    /// How much may still be worked once the end was asked for, in processor time so that a busy machine does not matter.
    /// The compiler's own binding of one long body hears of it late; the stages after it hear at every fact.
    /// </summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    /// <summary>Shapes that are slow in different stages: facts, recorded liveness, checks, flow; none beyond the budget, after which nobody asks.</summary>
    [Theory]
    [InlineData(nameof(Shapes.ElementWrites), 15_000)]
    [InlineData(nameof(Shapes.ViewsLiveTogether), 900)]
    [InlineData(nameof(Shapes.TryCatches), 6_000)]
    [InlineData(nameof(Shapes.BranchesOverLocals), 1_800)]
    public async Task AnalysisEndsSoonAfterCancellation(string shape, int size)
    {
        var source = Shapes.Of(shape, size);
        await AnalysisRun.OfWholeAsync(TestCompilation.Of(source), isConcurrent: false);
        var whole = await LeastOfAsync(3, () => AnalysisRun.OfWholeAsync(TestCompilation.Of(source), isConcurrent: false));
        var worst = TimeSpan.Zero;
        var cancelled = 0;
        for (var step = 0; step < Steps; step++)
        {
            using var stop = new CancellationTokenSource();
            var run = Task.Run(() => AnalysisRun.OfWholeAsync(TestCompilation.Of(source), isConcurrent: false, cancellation: stop.Token));
            var from = Work.SoFar;
            while (!run.IsCompleted && Work.SoFar - from < whole * step / (2 * Steps))
            {
                await Task.Delay(1);
            }

            var still = await Work.OfAsync(async () =>
            {
                await stop.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run).ContinueWith(ended => cancelled += ended.IsCompletedSuccessfully ? 1 : 0);
            });
            worst = still > worst ? still : worst;
        }

        output.WriteLine($"{shape}: {whole.TotalSeconds:F2} s of work in all, {cancelled} of {Steps} runs cancelled, at most {worst.TotalMilliseconds:F0} ms of work afterwards");
        Assert.True(worst < Prompt, $"A cancelled run worked on for {worst.TotalSeconds:F1} s.");
        Assert.True(cancelled >= Steps / 4, $"Only {cancelled} runs were cancelled before their end.");
    }

    /// <summary>The least work of some runs: the first ones also compile the analyzer itself, and would place the last cancellations after the end.</summary>
    private static async Task<TimeSpan> LeastOfAsync(int runs, Func<Task> work)
    {
        var least = TimeSpan.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var spent = await Work.OfAsync(work);
            least = spent < least ? spent : least;
        }

        return least;
    }
}
