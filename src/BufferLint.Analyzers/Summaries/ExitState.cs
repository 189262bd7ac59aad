// What fields and by-reference parameters hold when a function returns.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Summaries;

/// <summary>The joined state at the exit, which is one node: nobody asks a flag there any more.</summary>
internal sealed class ExitState
{
    private readonly FactTable _facts;
    private readonly LoanPropagation _loans;
    private readonly HeldValues? _state;

    private ExitState(FactTable facts, LoanPropagation loans, HeldValues? state)
    {
        _facts = facts;
        _loans = loans;
        _state = state;
    }

    /// <summary>The state of a function whose operands are resolved.</summary>
    public static ExitState Of(FlowGraph graph, FactTable facts, Resolution resolution)
    {
        var exit = graph.Nodes.FirstOrDefault(node => node.Block.Kind == BasicBlockKind.Exit);
        return new ExitState(facts, resolution.Loans, exit is null ? null : resolution.Solver.AtEndOf(exit));
    }

    /// <summary>The places that the caller knows too and that were assigned on some way here, with what they hold.</summary>
    public IEnumerable<(NamedPath Place, ValueSet Held, Origin Origin)> Places(CallerNames names)
    {
        if (_state is null)
        {
            yield break;
        }

        foreach (var origin in _facts.Origins.All)
        {
            if (!origin.IsTemporary && origin != _facts.Origins.This && _state.Sets.TryGetValue(origin.Id, out var held) &&
                NamedPath.Of(origin, _facts.Origins.This) is { } place && names.IsOutside(place) && !names.IsOwnVariable(place) &&
                !held.Equals(OnEntry(origin)))
            {
                yield return (place, held, origin);
            }
        }
    }

    /// <summary>Whether an origin that was assigned holds what it held on entry all the same.</summary>
    public bool IsAsOnEntry(Origin origin) => _state is not null && _state.Sets.TryGetValue(origin.Id, out var held) && held.Equals(OnEntry(origin));

    /// <summary>Whether a value was given back, or is not there, on every way that returns.</summary>
    public bool IsGivenBack(Value value) => _state?.GivenBack.Contains(value.Id) == true;

    /// <summary>What an origin held on entry.</summary>
    public ValueSet OnEntry(Origin origin) => _loans.Holds(_loans.Start(), origin);
}
