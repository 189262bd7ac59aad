// A cancelled analysis ends at once, whichever stage it is in.
using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using BufferLint.Robustness.HostileSizes;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.Cancellation;

public class CancellationTests(ITestOutputHelper output)
{
    private const int Steps = 24;

    /// <summary>How long the end may take once it was asked for. An editor's user notices more; the machine's other work is allowed for.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    /// <summary>Shapes that are slow in different stages, at sizes that take some seconds.</summary>
    [Theory]
    [InlineData(nameof(Shapes.ElementWrites), 20_000)]
    [InlineData(nameof(Shapes.ViewsLiveTogether), 1_500)]
    [InlineData(nameof(Shapes.TryCatches), 1_200)]
    [InlineData(nameof(Shapes.BranchesOverLocals), 1_500)]
    [InlineData(nameof(Shapes.ViewCycle), 300)]
    public async Task AnalysisEndsSoonAfterCancellation(string shape, int size)
    {
        var compilation = TestCompilation.Of(Shapes.Of(shape, size));
        compilation.GetDiagnostics();
        var whole = Stopwatch.StartNew();
        await AnalysisRun.OfWholeAsync(compilation, isConcurrent: false);
        whole.Stop();
        var worst = TimeSpan.Zero;
        var cancelled = 0;
        for (var step = 0; step < Steps; step++)
        {
            using var stop = new CancellationTokenSource();
            var run = Task.Run(() => AnalysisRun.OfWholeAsync(compilation.Clone(), isConcurrent: false, cancellation: stop.Token));
            await Task.WhenAny(run, Task.Delay(whole.Elapsed * step / Steps));
            var since = Stopwatch.StartNew();
            await stop.CancelAsync();
            try
            {
                await run;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                worst = since.Elapsed > worst ? since.Elapsed : worst;
            }
        }

        output.WriteLine($"{shape}: {whole.Elapsed.TotalSeconds:F1} s in all, {cancelled} of {Steps} runs cancelled, the slowest to end took {worst.TotalMilliseconds:F0} ms");
        Assert.True(worst < Prompt, $"A cancelled run went on for {worst.TotalSeconds:F1} s.");
        Assert.True(cancelled >= Steps / 2, $"Only {cancelled} runs were cancelled before their end.");
    }
}
