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
/// <param name="isFinal">Whether that is all that is ever known of them, in the whole compilation.</param>
/// <param name="cancellation">Stops the work.</param>
internal delegate FunctionSummary Summarizer(SourceBody body, IFunctionSummaries callees, bool isFinal, CancellationToken cancellation);

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
    private readonly bool _ofTypes;

    /// <summary>Makes a source.</summary>
    /// <param name="bodyOf">Finds the code of a method.</param>
    /// <param name="summarize">Summarises it.</param>
    /// <param name="nameOf">The name by which a method is worth a look or not.</param>
    /// <param name="memory">Earlier summaries; <see langword="null"/> where none are kept.</param>
    public SummarySource(Func<IMethodSymbol, CancellationToken, SourceBody?> bodyOf, Summarizer summarize, Func<IMethodSymbol, string> nameOf, SummaryMemory? memory)
        : this(bodyOf, summarize, nameOf, memory, ofTypes: false)
    {
    }

    private SummarySource(Func<IMethodSymbol, CancellationToken, SourceBody?> bodyOf, Summarizer summarize, Func<IMethodSymbol, string> nameOf, SummaryMemory? memory, bool ofTypes)
    {
        _ofTypes = ofTypes;
        _bodyOf = bodyOf;
        _summarize = summarize;
        _nameOf = nameOf;
        _memory = memory;
    }

    /// <summary>Held by whoever summarises methods that call each other.</summary>
    public object Circles { get; } = new();

    /// <summary>The same source where calls are followed within one type only: nothing is remembered.</summary>
    public SummarySource OfTypes => new(_bodyOf, _summarize, _nameOf, memory: null, ofTypes: true);

    public SourceBody? BodyOf(IMethodSymbol method, CancellationToken cancellation) => _bodyOf(method, cancellation);

    /// <summary>Summarises a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="callees">What its callees do.</param>
    /// <param name="isFinal">Whether no more will be known of them.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FunctionSummary Summarize(SourceBody body, IFunctionSummaries callees, bool isFinal, CancellationToken cancellation) => _summarize(body, callees, isFinal && !_ofTypes, cancellation);

    /// <summary>What the code of a method rests on; <see langword="null"/> if nothing is remembered.</summary>
    public SummaryGround? GroundOf(IMethodSymbol method, SourceBody? body) => _memory?.GroundOf(method, body?.Callees ?? ImmutableArray<IMethodSymbol>.Empty, _nameOf);

    /// <summary>The summary of an earlier compilation, if it still holds.</summary>
    public PublishedSummary? Recall(IMethodSymbol method) => _memory?.Recall(method) is { } recalled ? new PublishedSummary(recalled.Summary, recalled.Ground) : null;

    public void Remember(IMethodSymbol method, FunctionSummary summary, SummaryGround ground) => _memory?.Remember(method, summary, ground);
}
