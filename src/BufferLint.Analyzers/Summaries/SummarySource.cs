// Where summaries come from: the memory of earlier compilations, or the source.
using System;
using System.Collections.Immutable;
using System.Threading;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Summarises one body.</summary>
/// <param name="body">The body.</param>
/// <param name="callees">What its callees do.</param>
/// <param name="cancellation">Stops the work.</param>
internal delegate FunctionSummary Summarizer(SourceBody body, IFunctionSummaries callees, CancellationToken cancellation);

/// <summary>A summary that never changes any more.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="Ground">What it rests on; <see langword="null"/> if that is too much to remember.</param>
internal sealed record PublishedSummary(FunctionSummary Summary, SummaryGround? Ground);

/// <summary>Finds, makes and remembers the summaries of one compilation.</summary>
internal sealed class SummarySource
{
    private readonly Func<IMethodSymbol, CancellationToken, SourceBody?> _bodyOf;
    private readonly Summarizer _summarize;
    private readonly Func<IMethodSymbol, string> _nameOf;
    private readonly SummaryMemory? _memory;

    /// <summary>Makes a source.</summary>
    /// <param name="bodyOf">Finds the code of a method.</param>
    /// <param name="summarize">Summarises it.</param>
    /// <param name="nameOf">The name by which a method is worth a look or not.</param>
    /// <param name="memory">Earlier summaries; <see langword="null"/> where none are kept.</param>
    public SummarySource(Func<IMethodSymbol, CancellationToken, SourceBody?> bodyOf, Summarizer summarize, Func<IMethodSymbol, string> nameOf, SummaryMemory? memory)
    {
        _bodyOf = bodyOf;
        _summarize = summarize;
        _nameOf = nameOf;
        _memory = memory;
    }

    /// <summary>Held by whoever summarises methods that call each other.</summary>
    public object Circles { get; } = new();

    /// <summary>The same source without a memory.</summary>
    public SummarySource WithoutMemory => new(_bodyOf, _summarize, _nameOf, memory: null);

    public SourceBody? BodyOf(IMethodSymbol method, CancellationToken cancellation) => _bodyOf(method, cancellation);

    public FunctionSummary Summarize(SourceBody body, IFunctionSummaries callees, CancellationToken cancellation) => _summarize(body, callees, cancellation);

    /// <summary>What the code of a method rests on; <see langword="null"/> if nothing is remembered.</summary>
    public SummaryGround? GroundOf(IMethodSymbol method, SourceBody? body) => _memory?.GroundOf(method, body?.Callees ?? ImmutableArray<IMethodSymbol>.Empty, _nameOf);

    /// <summary>The summary of an earlier compilation, if it still holds.</summary>
    public PublishedSummary? Recall(IMethodSymbol method) => _memory?.Recall(method) is { } recalled ? new PublishedSummary(recalled.Summary, recalled.Ground) : null;

    public void Remember(IMethodSymbol method, FunctionSummary summary, SummaryGround ground) => _memory?.Remember(method, summary, ground);
}
