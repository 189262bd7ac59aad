// Forward: which structs that may own storage were copied into which collection, array or tuple. Who ends all that is in it
// ends each copy, and gives the same storage back for each.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Flow;

/// <summary>A struct is copied into one thing twice.</summary>
/// <param name="Owner">The struct.</param>
/// <param name="Into">What it is copied into.</param>
/// <param name="Holders">The objects that this is then.</param>
/// <param name="First">The first copy; the second one, where a loop makes both.</param>
/// <param name="Second">The second copy.</param>
/// <param name="Type">Its type.</param>
internal sealed record RepeatedCopy(Value Owner, Origin Into, ValueSet Holders, OriginFlow First, OriginFlow Second, INamedTypeSymbol Type);

/// <summary>A copy generates; another value in its place, and whoever may take out or change what is there, kill. Join is union.</summary>
internal sealed class RepeatedCopies : IFlowProblem<HashSet<(int Value, OriginFlow Copy)>>
{
    private readonly FactTable _facts;
    private readonly Resolution _resolution;

    /// <summary>The struct that each copy is of, and the objects that it goes into, by node and fact.</summary>
    private readonly Dictionary<(int Node, int Fact), (Value Owner, ValueSet Holders)> _copied = new();

    private readonly List<RepeatedCopy> _found = new();

    private RepeatedCopies(FactTable facts, Resolution resolution)
    {
        _facts = facts;
        _resolution = resolution;
    }

    /// <summary>Those of a body, in the order of the source.</summary>
    public static IEnumerable<RepeatedCopy> In(FlowGraph graph, FactTable facts, Resolution resolution, CancellationToken cancellation)
    {
        if (!facts.All.OfType<OriginFlow>().Any(IsCopy))
        {
            return Enumerable.Empty<RepeatedCopy>();
        }

        var problem = new RepeatedCopies(facts, resolution);
        resolution.Solver.ReplayForward<OriginFlow>(IsCopy, problem.Record);
        try
        {
            Solver<HashSet<(int, OriginFlow)>>.Forward(graph, facts, problem, cancellation);
        }
        catch (OverBudgetException)
        {
            // Nobody waits for this one question.
            return Enumerable.Empty<RepeatedCopy>();
        }

        return problem._found.GroupBy(static copy => copy.Second.Syntax).Select(static same => same.First()).OrderBy(static copy => copy.Second.Id);
    }

    public HashSet<(int Value, OriginFlow Copy)> Start() => new();

    public HashSet<(int Value, OriginFlow Copy)> Copy(HashSet<(int Value, OriginFlow Copy)> state) => new(state);

    public long SizeOf(HashSet<(int Value, OriginFlow Copy)> state) => state.Count;

    public bool Join(HashSet<(int Value, OriginFlow Copy)> into, HashSet<(int Value, OriginFlow Copy)> from)
    {
        var before = into.Count;
        into.UnionWith(from);
        return into.Count > before;
    }

    /// <summary>What was under way when an exception came is seen to by whoever catches it.</summary>
    public HashSet<(int Value, OriginFlow Copy)> Caught(HashSet<(int Value, OriginFlow Copy)> state, Fact? from) => Start();

    public bool ShowsInHandlers(Fact fact) => true;

    public void Cross(FlowEdge edge, HashSet<(int Value, OriginFlow Copy)> state)
    {
    }

    public void Apply(FlowNode node, Fact fact, HashSet<(int Value, OriginFlow Copy)> state)
    {
        switch (fact)
        {
            case OriginFlow flow:
                if (!flow.Adds)
                {
                    // Another value stands there from now on, or another thing in which nothing stands.
                    state.RemoveWhere(copy => IsWithin(copy.Copy.Target, flow.Target));
                }

                if (_copied.TryGetValue((node.Ordinal, fact.Id), out var copied))
                {
                    Put(copied.Owner, copied.Holders, flow, state);
                }

                break;
            case Create made:
                state.RemoveWhere(copy => IsWithin(copy.Copy.Target, made.Target) || (_resolution.Values[copy.Value] is Created { Site: var site } && site == made));
                break;
            case Invalidate { Effect.GivesBack: true } release:
                state.RemoveWhere(copy => Released(node, release).Contains(copy.Value));
                break;
            case Use { Kind: UseKind.Pass or UseKind.Capture } use when !IsPut(use.Syntax):
                state.RemoveWhere(copy => copy.Copy.Target.Parent == use.Origin || use.Origin == _facts.Origins.This && copy.Copy.Target.Parent?.Parent == use.Origin);
                break;
        }
    }

    /// <summary>Whether a struct that may own storage is put where others of its sort are.</summary>
    private static bool IsCopy(OriginFlow flow) => flow is { Dereferences: false, IsImplied: false, Sources.Length: 1, Target: { Parent: not null, Children.Count: > 0 } target } && TypeOf(target) is not null &&
        (target.Step is { IsElement: true, IsStale: false } or { Symbol: IFieldSymbol { ContainingType.IsTupleType: true } });

    /// <summary>The struct that the parts of a place belong to.</summary>
    private static INamedTypeSymbol? TypeOf(Origin place) =>
        place.Children.Select(static part => OwningStructs.Behind(part.Step?.Symbol?.ContainingType)).FirstOrDefault(static type => type is not null);

    private static bool IsWithin(Origin place, Origin whole) => place == whole || (place.Parent is { } parent && IsWithin(parent, whole));

    private static bool IsPut(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } ? Collecting.Adds(called) || Collecting.OnlyLooks(called) : call is not (InvocationExpressionSyntax or ArgumentSyntax);

    private void Record(FlowNode node, OriginFlow flow, HeldValues state)
    {
        var held = _resolution.Loans.Holds(state, flow.Sources[0]);
        if (held.Count == 1 && _resolution.Values[held.Ids[0]] is { IsAmbiguous: false } owner and (Created or Placeholder { Origin.Symbol: ILocalSymbol or IParameterSymbol { RefKind: RefKind.None } }) &&
            flow.Sources[0].Children.Any(part => _resolution.Loans.Holds(state, part).ToArray().Any(id => _resolution.Values[id] is Part { Of: var whole } && whole == owner)))
        {
            _copied[(node.Ordinal, flow.Id)] = (owner, _resolution.Loans.Holds(state, flow.Target.Parent!).Without(held));
        }
    }

    private HashSet<int> Released(FlowNode node, Invalidate release) => new(
        _resolution.OperandOf(node, release).ToArray().Select(id => _resolution.Values[id] is Part { Of: var whole } ? whole.Id : id));

    private void Put(Value owner, ValueSet holders, OriginFlow flow, HashSet<(int Value, OriginFlow Copy)> state)
    {
        foreach (var (value, first) in state.ToArray())
        {
            if (value == owner.Id && first.Target.Parent == flow.Target.Parent && (first.Target != flow.Target || flow.Adds))
            {
                _found.Add(new RepeatedCopy(owner, flow.Target.Parent!, holders, first, flow, TypeOf(flow.Target)!));
            }
        }

        state.Add((owner.Id, flow));
    }
}
