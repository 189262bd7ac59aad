// Code as it stands while somebody types: the analyzer says what it likes, but it neither throws nor hangs.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Robustness.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace BufferLint.Robustness.HalfTyped;

public class HalfTypedTests(ITestOutputHelper output)
{
    private const int SampleSize = 4_000;
    private const int Seed = 20;

    /// <summary>How long one small program may take, the machine's other work included: a guard against hanging.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public void RepositoryHoldsEnoughCode() => Assert.True(RepositoryCode.All.Length > 500, $"Only {RepositoryCode.All.Length} sources were found.");

    [Fact]
    public async Task AnalyzerSurvivesEveryEdit()
    {
        var programs = 0;
        await Parallel.ForEachAsync(Programs(), async (program, _) =>
        {
            Interlocked.Increment(ref programs);
            await AnalyseAsync(program);
        });
        output.WriteLine($"{programs} programs of {RepositoryCode.All.Length} sources");
    }

    private static IEnumerable<HalfTypedProgram> Programs() => FullRun.IsAsked ? HalfTypedProgram.All() : HalfTypedProgram.Sample(SampleSize, Seed);

    private static async Task AnalyseAsync(HalfTypedProgram program)
    {
        using var stop = new CancellationTokenSource(Limit);
        try
        {
            await AnalysisRun.OfWholeAsync(TestCompilation.Of(program.Text), isConcurrent: false, cancellation: stop.Token);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{program.Name}: {failure.Message}\n{program.Text}", failure);
        }
    }
}
