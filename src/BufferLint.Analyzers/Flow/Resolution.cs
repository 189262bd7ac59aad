// Loan propagation, asked at the facts that later analyses turn on.
using System.Collections.Generic;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Flow;

/// <summary>What the operands of facts hold.</summary>
internal sealed class Resolution
{
    private readonly Dictionary<(int Node, int Fact), ValueSet> _operands = new();
    private readonly Dictionary<ControlFlowBranch, ValueSet> _nulls = new();
    private readonly Dictionary<(int Node, int Fact), ValueSet> _measured = new();
    private readonly Dictionary<(ControlFlowBranch Branch, Measure Measure), ValueSet> _measuredOn = new();

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
        resolution.Solver.ReplayForward(resolution.Record);
        resolution.RecordBranches(graph, facts);
        return resolution;
    }

    /// <summary>What the owner or view that a fact speaks of holds at that point.</summary>
    public ValueSet OperandOf(FlowNode node, Fact fact) => _operands.TryGetValue((node.Ordinal, fact.Id), out var values) ? values : ValueSet.Empty;

    /// <summary>The loans that a branch shows not to be there, since what would hold them is null.</summary>
    public ValueSet AbsentOn(ControlFlowBranch? branch) => branch is not null && _nulls.TryGetValue(branch, out var values) ? values : ValueSet.Empty;

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
    private ValueSet WithParts(HeldValues state, Origin origin)
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

    /// <summary>Whose count or capacity a branch speaks of.</summary>
    public ValueSet MeasuredOn(ControlFlowBranch branch, Measure measure) => _measuredOn.TryGetValue((branch, measure), out var values) ? values : ValueSet.Empty;

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
            Release release => release.View,
            Issue issue => issue.Owner,
            Create create => create.Target,
            _ => null,
        };
        if (operand is not null)
        {
            _operands[(node.Ordinal, fact.Id)] = Loans.Holds(state, operand);
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
                var comparison = facts.AssumedOn(edge.Branch);
                if ((facts.NullOn(edge.Branch) is not null || comparison is { IsAboutBuffers: true }) && (end ??= Solver.AtEndOf(node)) is { } state)
                {
                    if (facts.NullOn(edge.Branch) is { } origin)
                    {
                        _nulls[edge.Branch!] = Loans.Holds(state, origin);
                    }

                    RecordMeasure(edge.Branch!, comparison?.Left, state);
                    RecordMeasure(edge.Branch!, comparison?.Right, state);
                }
            }
        }
    }

    private void RecordMeasure(ControlFlowBranch branch, Measure? measure, HeldValues state)
    {
        if (measure is { Kind: not MeasureKind.Number })
        {
            _measuredOn[(branch, measure)] = MeasuredOn(branch, measure).Union(Loans.Holds(state, measure.Of));
        }
    }
}
