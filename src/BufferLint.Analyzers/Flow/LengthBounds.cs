// Forward: how long the arrays, texts, spans and memories of a body are, how many bytes there are behind its addresses,
// and how its number variables stand to them.
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

/// <summary>
/// Assignments give a variable its length or number and kill the old one; comparisons on branches, and demands that were met, generate
/// bounds; join keeps what both sides know. A bound that sinks turn by turn in a loop comes to rest at a constant of the
/// body, or goes.
/// </summary>
internal sealed class LengthBounds : IFlowProblem<Lengths>
{
    private const int PatienceWithLoops = 3;

    private readonly LengthTerms _terms;
    private readonly FactTable _facts;

    private LengthBounds(LengthTerms terms, FactTable facts)
    {
        _terms = terms;
        _facts = facts;
    }

    /// <summary>The solution for a body.</summary>
    public static Solver<Lengths> Solve(FlowGraph graph, FactTable facts, CancellationToken cancellation) =>
        Solver<Lengths>.Forward(graph, facts, new LengthBounds(LengthTerms.Of(facts), facts), cancellation);

    /// <summary>Nothing is shorter than nothing.</summary>
    public Lengths Start()
    {
        var start = new Lengths(_terms);
        foreach (var parameter in _facts.Owner?.Parameters ?? System.Collections.Immutable.ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or INamedTypeSymbol { IsValueType: true, TypeArguments.Length: 1 } && _facts.Origins.Find(parameter) is { } origin && _terms.Of(origin) is { } term)
            {
                start.Require(term, LengthTerms.Zero, 0);
            }
        }

        return start;
    }

    public Lengths Copy(Lengths state) => state.Copy();

    public long SizeOf(Lengths state) => 1 + (_terms.Count * _terms.Count / 8);

    public bool Join(Lengths into, Lengths from)
    {
        var changed = into.Join(from, into.Shrunk >= PatienceWithLoops);
        into.Shrunk += changed ? 1 : 0;
        return changed;
    }

    public Lengths Caught(Lengths state, Fact? from) => state;

    public void Apply(FlowNode node, Fact fact, Lengths state)
    {
        switch (fact)
        {
            case Measured measured:
                state.Assign(measured);
                break;
            case Demand { Position: { } position } overflowing when !state.IsNever && overflowing.Available.Minus(overflowing.Needed) is { } room && state.AtMost(room) < 0:
                // Where it stands after that only the handler knows.
                state.Assign(new Measured(fact.Syntax, position, null));
                break;
            case Demand { AllowsNone: false } demand when !state.IsNever && demand.Available.Minus(demand.Needed) is { } left && !(state.AtMost(left) < 0):
                // What comes behind one mistake is looked at as if it were none.
                state.RequireSome(left);
                break;
        }
    }

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, Lengths state)
    {
        foreach (var lesson in _facts.LessonsOf(edge.Branch))
        {
            if (lesson is Bounded bounded)
            {
                state.Learn(bounded);
            }
        }
    }
}
