// What follows a finally block: the rest of the branch that entered it, or the search for a handler.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Graph;

/// <summary>
/// The way on from the end of a <c>finally</c>. A block inside it stands in the graph once for each continuation, so
/// that «came in by an exception, left normally» is no path.
/// </summary>
internal sealed class Continuation
{
    public Continuation(ControlFlowRegion region, ControlFlowBranch? branch, ImmutableArray<ControlFlowRegion> pending, Continuation? outer)
    {
        Region = region;
        Branch = branch;
        Pending = pending;
        Outer = outer;
        Key = $"~{region.FirstBlockOrdinal}:{(branch is null ? "x" : branch.Source.Ordinal + (branch.IsConditionalSuccessor ? "c" : "n"))}:{pending.Length}{outer?.Key}";
    }

    /// <summary>The finally region that is being run.</summary>
    public ControlFlowRegion Region { get; }

    /// <summary>The branch to go on with; <see langword="null"/> when an exception is on its way.</summary>
    public ControlFlowBranch? Branch { get; }

    /// <summary>Finally regions still to be run before the branch arrives.</summary>
    public ImmutableArray<ControlFlowRegion> Pending { get; }

    /// <summary>The continuation of a finally block around this one.</summary>
    public Continuation? Outer { get; }

    /// <summary>Equal for equal continuations.</summary>
    public string Key { get; }

    public override string ToString() => Key;
}
