// How time grows with size: per shape and stage the exponent of a power law through the last sizes.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace BufferLint.Benchmarks;

/// <summary>Milliseconds of processor time of each stage at one size.</summary>
/// <param name="Size">The size.</param>
/// <param name="Times">By stage, in the order of <see cref="Growth.Stages"/>.</param>
internal sealed record Sample(int Size, ImmutableArray<double> Times);

internal static class Growth
{
    /// <summary>Above it, a stage is marked.</summary>
    public const double Suspicious = 1.3;

    private const int Runs = 5;
    private const int Fitted = 3;
    private const double SlowEnough = 1_500;
    private const double TooQuick = 0.1;

    /// <summary>The stages of the engine.</summary>
    public static ImmutableArray<string> Stages { get; } = ["graph", "facts", "solve", "check"];

    /// <summary>Prints the table.</summary>
    public static void Print(TextWriter output)
    {
        Measure(Shape.All[0], Shape.All[0].Smallest);
        output.WriteLine($"{"shape",-22}{"sizes",12}{string.Concat(Stages.Select(stage => $"{stage,18}"))}");
        foreach (var shape in Shape.All)
        {
            var samples = Samples(shape);
            var cells = Stages.Select((_, stage) => Cell(samples, stage));
            output.WriteLine($"{shape.Name,-22}{$"{samples[0].Size}-{samples[^1].Size}",12}{string.Concat(cells)}");
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Each cell: exponent over the last {Fitted} sizes, milliseconds at the last. *: above {Suspicious}. -: too quick to say."));
    }

    /// <summary>The slope of a line through the logarithms; <see langword="null"/> if the largest is too quick to say.</summary>
    public static double? Exponent(IReadOnlyList<(double Size, double Time)> samples)
    {
        if (samples.Count < 2 || samples[^1].Time < TooQuick)
        {
            return null;
        }

        var points = samples.TakeLast(Fitted).Select(sample => (X: Math.Log(sample.Size), Y: Math.Log(Math.Max(sample.Time, 1e-6)))).ToList();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }

    /// <summary>Doubles the size until it is the largest, slow, or over budget.</summary>
    private static List<Sample> Samples(Shape shape)
    {
        var samples = new List<Sample>();
        for (var size = shape.Smallest; size <= shape.Largest && (samples.Count == 0 || samples[^1].Times.Sum() < SlowEnough); size *= 2)
        {
            if (Measure(shape, size) is not { } sample)
            {
                break;
            }

            samples.Add(sample);
        }

        return samples;
    }

    /// <summary>The quickest of several runs, stage by stage; <see langword="null"/> if the body is over budget.</summary>
    private static Sample? Measure(Shape shape, int size)
    {
        var body = new CompiledBody(shape.Source(size));
        var best = Enumerable.Repeat(double.MaxValue, Stages.Length).ToArray();
        for (var run = 0; run < Runs && (run < 2 || best.Sum() * run < SlowEnough); run++)
        {
            if (Timed(0, body.Graph) is not { } graph || Timed(1, () => body.Facts(graph)) is not { } facts)
            {
                return null;
            }

            if (Timed(2, () => body.Solve(graph, facts)) is not { } solved)
            {
                return null;
            }

            Timed(3, () => CompiledBody.Check(solved));
        }

        return new Sample(size, [.. best]);

        T Timed<T>(int stage, Func<T> work)
        {
            var start = Environment.CpuUsage.TotalTime;
            var result = work();
            best[stage] = Math.Min(best[stage], (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            return result;
        }
    }

    private static string Cell(List<Sample> samples, int stage)
    {
        var exponent = Exponent([.. samples.Select(sample => ((double)sample.Size, sample.Times[stage]))]);
        var text = exponent is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{exponent:F2}{(exponent > Suspicious ? "*" : string.Empty)}");
        return $"{text,8}{string.Create(CultureInfo.InvariantCulture, $"{samples[^1].Times[stage]:F1}"),10}";
    }
}
