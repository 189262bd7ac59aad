// What the engine said about itself in one run: kinds of operations without a model, bodies over budget, crashes.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>Collects from many threads.</summary>
internal sealed class EngineReport : IAnalysisObserver
{
    private readonly ConcurrentDictionary<(OperationKind Kind, SyntaxKind Syntax), int> _unmodelled = [];
    private readonly ConcurrentBag<string> _leftOut = [];
    private readonly ConcurrentBag<string> _crashes = [];
    private int _summaries;

    /// <summary>Kinds of operations and how many were met, the most frequent first.</summary>
    public IEnumerable<(string Kind, int Count)> UnmodelledKinds => _unmodelled
        .Select(pair => (Kind: pair.Key.Kind == OperationKind.None ? $"None ({pair.Key.Syntax})" : pair.Key.Kind.ToString(), pair.Value))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Kind, StringComparer.Ordinal);

    /// <summary>Bodies left unanalysed, with the budget they were over.</summary>
    public IEnumerable<string> LeftOutBodies => _leftOut.Order(StringComparer.Ordinal);

    /// <summary>What became AD0001, with the exception.</summary>
    public IEnumerable<string> Crashes => _crashes.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Unmodelled(IOperation operation) =>
        _unmodelled.AddOrUpdate((operation.Kind, operation.Kind == OperationKind.None ? operation.Syntax.Kind() : default), 1, static (_, count) => count + 1);

    /// <inheritdoc/>
    public void LeftOut(IOperation body, string budget) => _leftOut.Add($"{Place(body.Syntax)}: {budget}");

    /// <summary>How many bodies of callees were looked into.</summary>
    public int Summaries => _summaries;

    /// <inheritdoc/>
    public void Summarized(IMethodSymbol method) => Interlocked.Increment(ref _summaries);

    /// <summary>Notes an exception of an analyzer.</summary>
    public void Crashed(string project, Exception exception) => _crashes.Add($"{project}: {exception}");

    private static string Place(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1})";
    }
}
