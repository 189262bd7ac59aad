// What an analysis supplies to the solver.
using BufferLint.Facts;
using BufferLint.Graph;

namespace BufferLint.Flow;

/// <summary>A lattice of states, and what each fact does to a state.</summary>
/// <typeparam name="TState">The state at one point; mutable, owned by the solver.</typeparam>
internal interface IFlowProblem<TState>
    where TState : class
{
    /// <summary>The state where the analysis begins: at the entry, or at the end if it runs backward.</summary>
    TState Start();

    /// <summary>A copy that shares nothing mutable.</summary>
    TState Copy(TState state);

    /// <summary>How many entries a state has: what it costs to copy it.</summary>
    long SizeOf(TState state);

    /// <summary>Joins a state into another.</summary>
    /// <returns>Whether <paramref name="into"/> changed.</returns>
    bool Join(TState into, TState from);

    /// <summary>What a fact does: its gen and kill.</summary>
    void Apply(FlowNode node, Fact fact, TState state);

    /// <summary>What is left of a state where an exception is caught; the very state if all is.</summary>
    /// <param name="state">The state where it came.</param>
    /// <param name="from">What threw it; <see langword="null"/> for a <c>throw</c>.</param>
    TState Caught(TState state, Fact? from);

    /// <summary>Whether what a fact does may show where an exception is caught that comes after it; where nothing shows, handlers need not be told again.</summary>
    bool ShowsInHandlers(Fact fact);

    /// <summary>What is learned on an edge.</summary>
    void Cross(FlowEdge edge, TState state);
}
