// Loan propagation, asked at the facts that later analyses turn on.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

/// <summary>What the operands of facts hold.</summary>
internal sealed class Resolution
{
    private readonly Dictionary<(int Node, int Fact), ValueSet> _operands = new();
    private readonly Dictionary<(int Node, int Fact), ValueSet> _measured = new();
    private readonly Dictionary<(ControlFlowBranch Branch, Origin Origin), ValueSet> _heldOn = new();

    private Resolution(LoanPropagation loans, Solver<HeldValues> solver)
    {
        Loans = loans;
        Solver = solver;
    }

    /// <summary>The analysis, for questions about its states.</summary>
    public LoanPropagation Loans { get; }

    /// <summary>Its solution.</summary>
    public Solver<HeldValues> Solver { get; }

    public ValueTable Values => Loans.Values;

    public static Resolution Of(FlowGraph graph, FactTable facts, CancellationToken cancellation)
    {
        var loans = new LoanPropagation(facts);
        var resolution = new Resolution(loans, Solver<HeldValues>.Forward(graph, facts, loans, cancellation));
        resolution.Solver.ReplayForward<Fact>(static fact => fact is HandOver or Invalidate or Reserve or Fill or Rewind or FindKey or Release or Issue or Create or Forget, resolution.Record);
        resolution.RecordBranches(graph, facts);
        return resolution;
    }

    /// <summary>What the owner or view that a fact speaks of holds at that point.</summary>
    public ValueSet OperandOf(FlowNode node, Fact fact) => _operands.TryGetValue((node.Ordinal, fact.Id), out var values) ? values : ValueSet.Empty;

    /// <summary>Whether an object is one of some objects or reached through one of them.</summary>
    public bool IsWithin(Value part, ValueSet objects)
    {
        foreach (var id in objects.Ids)
        {
            if (Leases.IsWithin(part, Values[id]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an origin holds, and what was put into the paths that go on from it.</summary>
    public ValueSet WithParts(HeldValues state, Origin origin)
    {
        var values = Loans.Holds(state, origin);
        foreach (var child in origin.Children)
        {
            values = values.Union(WithParts(state, child));
        }

        return values;
    }

    /// <summary>Whose count or capacity a fact's amount speaks of.</summary>
    public ValueSet MeasuredBy(FlowNode node, Fact fact) => _measured.TryGetValue((node.Ordinal, fact.Id), out var values) ? values : ValueSet.Empty;

    /// <summary>What an origin holds where a branch teaches something of it.</summary>
    public ValueSet HeldOn(ControlFlowBranch? branch, Origin origin) => branch is not null && _heldOn.TryGetValue((branch, origin), out var values) ? values : ValueSet.Empty;

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        if (fact is HandOver handed)
        {
            _operands[(node.Ordinal, fact.Id)] = WithParts(state, handed.Owner);
            return;
        }

        var operand = fact switch
        {
            Invalidate invalidate => invalidate.Owner,
            Reserve reserve => reserve.Owner,
            Fill fill => fill.Owner,
            Rewind rewind => rewind.Owner,
            FindKey find => find.Owner,
            Release release => release.View,
            Issue issue => issue.Owner,
            Create create => create.Target,
            _ => null,
        };
        if (operand is not null)
        {
            _operands[(node.Ordinal, fact.Id)] = operand.Step is { IsOfPointers: true } ? Loans.Due(state, operand) : fact is Invalidate { Chain: not null } ? Loans.HoldsOrIs(state, operand) : Loans.Holds(state, operand);
        }

        var amount = fact switch
        {
            Invalidate invalidate => invalidate.Amount,
            Reserve reserve => reserve.Amount,
            Forget forget => forget.Value,
            _ => null,
        };
        if (amount is { Base: { Kind: not MeasureKind.Number, Of: var measured } })
        {
            _measured[(node.Ordinal, fact.Id)] = Loans.Holds(state, measured);
        }
    }

    private void RecordBranches(FlowGraph graph, FactTable facts)
    {
        foreach (var node in graph.Nodes)
        {
            HeldValues? end = null;
            foreach (var edge in node.Successors)
            {
                foreach (var origin in facts.LessonsOf(edge.Branch) is { Count: > 0 } lessons ? lessons.SelectMany(Subjects) : Enumerable.Empty<Origin>())
                {
                    if ((end ??= Solver.AtEndOf(node)) is { } state)
                    {
                        _heldOn[(edge.Branch!, origin)] = HeldOn(edge.Branch!, origin).Union(Loans.Holds(state, origin));
                    }
                }
            }
        }
    }

    private static IEnumerable<Origin> Subjects(Lesson lesson) => lesson switch
    {
        IsNull empty => new[] { empty.Holder },
        IsSame same => new[] { same.Old, same.Fresh },
        GaveNothing nothing => new[] { nothing.Given },
        HasKey present => new[] { present.Owner },
        HasRoom room => new[] { room.Storage },
        Comparison comparison => new[] { comparison.Left, comparison.Right }.OfType<Measure>().Where(measure => measure.Kind != MeasureKind.Number).Select(measure => measure.Of),
        _ => Enumerable.Empty<Origin>(),
    };
}
