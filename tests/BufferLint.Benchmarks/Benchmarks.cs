// What BenchmarkDotNet runs.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BenchmarkDotNet.Attributes;
using BufferLint.Dev.Corpus;
using BufferLint.Dev.Corpus.Measures;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Benchmarks;

/// <summary>The engine over one body per rule that it reports and one that it does not.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private CompiledBody _body = null!;

    public static IEnumerable<string> Ids => RuleBodies.Ids;

    [ParamsSource(nameof(Ids))]
    public string Rule { get; set; } = string.Empty;

    [Params(true, false)]
    public bool Reported { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _body = new CompiledBody(RuleBodies.Of(Rule, Reported));
        if (_body.Run().Contains(Rule) != Reported)
        {
            throw new InvalidOperationException($"The body of {Rule} is {(Reported ? "not reported" : "reported")}.");
        }
    }

    [Benchmark]
    public int Engine() => _body.Run().Length;
}

/// <summary>The compiler alone, with empty analyzers, and with BufferLint.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private readonly ImmutableArray<ParsedProject> _project = Generated.Project();

    [Benchmark(Baseline = true)]
    public object PlainBinding() => Run(Mode.Plain);

    [Benchmark]
    public object AnalyzerThatDoesNothing() => Run(Mode.Idle);

    [Benchmark]
    public object AnalyzerThatReceivesOperationBlocks() => Run(Mode.OperationBlocks);

    [Benchmark]
    public object BufferLint() => Run(Mode.BufferLint);

    private ModeRun Run(Mode mode) => ModeRun.Of(mode, _project, new AnalyzerOptions([]), parallel: 1, Progress.None, CancellationToken.None);
}

/// <summary>The stages over bad shapes; <c>growth</c> says the exponents.</summary>
public class ShapeBenchmarks
{
    private CompiledBody _body = null!;
    private FlowGraph _graph = null!;
    private FactTable _facts = null!;

    public static IEnumerable<string> Names => Shape.All.Select(shape => shape.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = string.Empty;

    /// <summary>How often the smallest size is doubled.</summary>
    [Params(1, 3)]
    public int Doublings { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        var shape = Shape.All.Single(shape => shape.Name == Name);
        _body = new CompiledBody(shape.Source(shape.Smallest << Doublings));
        _graph = _body.Graph()!;
        _facts = _body.Facts(_graph)!;
    }

    [Benchmark]
    public object? Graph() => _body.Graph();

    [Benchmark]
    public object? Facts() => _body.Facts(_graph);

    [Benchmark]
    public object? Solve() => _body.Solve(_graph, _facts);
}
