// What is known of a body before anybody asks what is used later: enough to say what a call of it does.
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>A body, its facts, and what their operands hold.</summary>
internal sealed record ResolvedBody(FlowGraph Graph, FactTable Facts, Resolution Resolution)
{
    /// <summary>Resolves a body.</summary>
    /// <exception cref="OverBudgetException">It takes too much work.</exception>
    public static ResolvedBody Of(FlowGraph graph, FactTable facts, CancellationToken cancellation) => new(graph, facts, Resolution.Of(graph, facts, cancellation));
}
