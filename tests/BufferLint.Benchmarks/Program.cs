// growth prints how time grows with size and what the analyzer costs, keystrokes what an editor waits for; anything else
// goes to BenchmarkDotNet.
using System;
using System.Threading;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BufferLint.Dev.Corpus;
using BufferLint.Dev.Corpus.Measures;
using BufferLint.Dev.Corpus.Results;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Benchmarks;

internal static class Program
{
    private const int Rounds = 3;

    public static int Main(string[] arguments)
    {
        if (arguments is ["growth"])
        {
            Growth.Print(Console.Out);
            var (_, prices) = Dev.Corpus.Measures.Rounds.Run(Generated.Project(), new AnalyzerOptions([]), Rounds, parallel: 1, Progress.None, CancellationToken.None);
            CorpusReport.WritePrices(Console.Out, prices);
            return 0;
        }

        if (arguments is ["keystrokes"])
        {
            Keystrokes.Print(Console.Out);
            return 0;
        }

        // In this process: the projects that BenchmarkDotNet would write know nothing of the central package versions.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
        return 0;
    }
}
