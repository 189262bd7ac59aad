// What is known of a body before anybody asks what is used later: enough to say what a call of it does.
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>A body, its facts, and what their operands hold.</summary>
internal sealed class ResolvedBody
{
    private readonly CancellationToken _cancellation;
    private Resolution? _resolution;

    private ResolvedBody(FlowGraph graph, FactTable facts, CancellationToken cancellation)
    {
        Graph = graph;
        Facts = facts;
        _cancellation = cancellation;
    }

    public FlowGraph Graph { get; }

    public FactTable Facts { get; }

    /// <summary>What the operands of facts hold; solved when it is first asked for.</summary>
    /// <exception cref="OverBudgetException">It takes too much work.</exception>
    public Resolution Resolution => _resolution ??= Resolution.Of(Graph, Facts, _cancellation);

    /// <summary>A body and its facts.</summary>
    public static ResolvedBody Of(FlowGraph graph, FactTable facts, CancellationToken cancellation) => new(graph, facts, cancellation);
}
