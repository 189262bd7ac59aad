// Which flags the graph is split on. A body that tests one flag twice, or sets and then tests it, has paths that
// contradict themselves:
//
//     if (grow) list.Add(1);
//     if (!grow) view[0] = 1;      // never after the Add
//
// For a few such flags a block stands in the graph once for each value the flag can have there.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>What is known of each flag at one point: two bits a flag, zero for nothing.</summary>
internal readonly record struct FlagValues(int Bits)
{
    public bool? this[int flag] => ((Bits >> (flag * 2)) & 3) switch { 1 => false, 2 => true, _ => null };

    public FlagValues With(int flag, bool? value) =>
        new((Bits & ~(3 << (flag * 2))) | ((value switch { false => 1, true => 2, null => 0 }) << (flag * 2)));
}

/// <summary>A relation that is asked after, other than being equal to a constant.</summary>
/// <param name="Operator">Which one.</param>
/// <param name="Bound">With what.</param>
internal sealed record Relation(string Operator, object? Bound);

/// <summary>A question a condition asks of one variable: is it true, is it 1, is it empty.</summary>
/// <param name="Variable">The local or parameter.</param>
/// <param name="Asked">The constant it is compared with; <see langword="true"/> for a flag itself.</param>
internal sealed record Flag(ISymbol Variable, object Asked)
{
    /// <summary>What is asked of a view by <c>IsEmpty</c>, or by comparing its length with zero.</summary>
    public static Relation Emptiness { get; } = new("is empty", null);

    /// <summary>What a test against null asks.</summary>
    public static Relation Nullness { get; } = new("is null", null);

    public bool Equals(Flag? other) => other is not null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Asked.Equals(other.Asked);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);

    /// <summary>Whether a yes to this question is a no to another.</summary>
    public bool Excludes(Flag other) =>
        Asked is not (bool or Relation) && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && other.Asked.GetType() == Asked.GetType() && !other.Asked.Equals(Asked);

    /// <summary>The answer once a constant was assigned.</summary>
    public bool? AnswerFor(object? constant) => constant is null || Asked is Relation ? null : constant.Equals(Asked);
}

/// <summary>The flags of one body.</summary>
internal sealed class FlagPredicates
{
    private const int MaxFlags = 3;

    private readonly ImmutableArray<Flag> _flags;

    private FlagPredicates(ImmutableArray<Flag> flags) => _flags = flags;

    public static FlagPredicates None { get; } = new(ImmutableArray<Flag>.Empty);

    public bool IsEmpty => _flags.IsEmpty;

    /// <summary>Chooses the flags worth a split: questions asked more than once, or answered by a constant and asked.</summary>
    public static FlagPredicates Of(ControlFlowGraph graph)
    {
        var weights = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var order = new List<Flag>();
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionalSuccessor is not null && FlagTest.Of(block.BranchValue) is { } test)
            {
                Weigh(test.Flag);
            }
        }

        if (order.Count == 0)
        {
            return None;
        }

        foreach (var (variable, constant) in graph.Blocks.SelectMany(FlagTest.Assignments))
        {
            foreach (var flag in order)
            {
                if (SymbolEqualityComparer.Default.Equals(flag.Variable, variable) && flag.AnswerFor(constant) is not null)
                {
                    weights[flag.Variable]++;
                }
            }
        }

        var chosen = order.Where(flag => weights[flag.Variable] > 1 && !IsCaptured(graph, flag.Variable) && !IsAliased(graph, flag.Variable)).Take(MaxFlags).ToImmutableArray();
        return chosen.IsEmpty ? None : new FlagPredicates(chosen);

        void Weigh(Flag flag)
        {
            if (!order.Contains(flag))
            {
                order.Add(flag);
            }

            weights.TryGetValue(flag.Variable, out var weight);
            weights[flag.Variable] = weight + 1;
        }
    }

    /// <summary>The values after a block that was entered with others.</summary>
    public FlagValues After(BasicBlock block, FlagValues before)
    {
        if (IsEmpty)
        {
            return before;
        }

        foreach (var (variable, constant) in FlagTest.Assignments(block))
        {
            for (var index = 0; index < _flags.Length; index++)
            {
                if (SymbolEqualityComparer.Default.Equals(_flags[index].Variable, variable))
                {
                    before = before.With(index, _flags[index].AnswerFor(constant));
                }
            }
        }

        return before;
    }

    /// <summary>The values on a branch; <see langword="null"/> if it contradicts what is known.</summary>
    public FlagValues? On(ControlFlowBranch branch, FlagValues after)
    {
        var block = branch.Source;
        if (IsEmpty || block.ConditionalSuccessor is null || FlagTest.Of(block.BranchValue) is not { } test)
        {
            return after;
        }

        var index = _flags.IndexOf(test.Flag);
        if (index < 0)
        {
            return after;
        }

        var condition = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        var value = condition == test.WhenTrue;
        return after[index] is { } known && known != value ? null : With(after, index, value);
    }

    /// <summary>A variable that is one constant is no other.</summary>
    private FlagValues With(FlagValues values, int flag, bool value)
    {
        for (var other = 0; value && other < _flags.Length; other++)
        {
            if (other != flag && _flags[flag].Excludes(_flags[other]))
            {
                values = values.With(other, false);
            }
        }

        return values.With(flag, value);
    }

    /// <summary>Whether a reference is taken to a variable, through which it may be written.</summary>
    private static bool IsAliased(ControlFlowGraph graph, ISymbol variable) => graph.OriginalOperation.Descendants().Any(operation => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true } assignment => SymbolEqualityComparer.Default.Equals(FlagTest.VariableOf(assignment.Value), variable),
        IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer.Value: { } value } => SymbolEqualityComparer.Default.Equals(FlagTest.VariableOf(value), variable),
        _ => false,
    });

    private static bool IsCaptured(ControlFlowGraph graph, ISymbol variable) => graph.OriginalOperation.Descendants()
        .Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
        .Any(function => function.Descendants().Any(inner => SymbolEqualityComparer.Default.Equals(FlagTest.VariableOf(inner), variable)));
}
