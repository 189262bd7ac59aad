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

/// <summary>The flags of one body.</summary>
internal sealed class FlagPredicates
{
    private const int MaxFlags = 3;

    private readonly ImmutableArray<ISymbol> _flags;

    private FlagPredicates(ImmutableArray<ISymbol> flags) => _flags = flags;

    public static FlagPredicates None { get; } = new(ImmutableArray<ISymbol>.Empty);

    public bool IsEmpty => _flags.IsEmpty;

    /// <summary>Chooses the flags worth a split: boolean variables that are tested more than once, or set to a constant and tested.</summary>
    public static FlagPredicates Of(ControlFlowGraph graph)
    {
        var weights = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var order = new List<ISymbol>();
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionalSuccessor is not null && Tested(block.BranchValue) is { } test)
            {
                Weigh(test.Flag);
            }
        }

        if (order.Count == 0)
        {
            return None;
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var (flag, value) in Assignments(block))
            {
                if (value is not null && weights.ContainsKey(flag))
                {
                    weights[flag]++;
                }
            }
        }

        var chosen = order.Where(flag => weights[flag] > 1 && !IsCaptured(graph, flag)).Take(MaxFlags).ToImmutableArray();
        return chosen.IsEmpty ? None : new FlagPredicates(chosen);

        void Weigh(ISymbol flag)
        {
            if (!weights.TryGetValue(flag, out var weight))
            {
                order.Add(flag);
            }

            weights[flag] = weight + 1;
        }
    }

    /// <summary>The values after a block that was entered with others.</summary>
    public FlagValues After(BasicBlock block, FlagValues before)
    {
        foreach (var (flag, value) in IsEmpty ? Enumerable.Empty<(ISymbol, bool?)>() : Assignments(block))
        {
            var index = IndexOf(flag);
            before = index < 0 ? before : before.With(index, value);
        }

        return before;
    }

    /// <summary>The values on a branch; <see langword="null"/> if it contradicts what is known.</summary>
    public FlagValues? On(ControlFlowBranch branch, FlagValues after)
    {
        var block = branch.Source;
        if (IsEmpty || block.ConditionalSuccessor is null || Tested(block.BranchValue) is not { } test || IndexOf(test.Flag) is < 0 and var _)
        {
            return after;
        }

        var index = IndexOf(test.Flag);
        var condition = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        var value = condition == test.WhenTrue;
        return after[index] is { } known && known != value ? null : after.With(index, value);
    }

    private static (ISymbol Flag, bool WhenTrue)? Tested(IOperation? condition) => condition switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Boolean } local } => (local, true),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Boolean } parameter } => (parameter, true),
        IParenthesizedOperation parenthesized => Tested(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Tested(not.Operand) is { } test ? (test.Flag, !test.WhenTrue) : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool value } } binary =>
            Tested(binary.LeftOperand) is { } test ? (test.Flag, test.WhenTrue == (value == (binary.OperatorKind == BinaryOperatorKind.Equals))) : null,
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool value } } } pattern =>
            Tested(pattern.Value) is { } test ? (test.Flag, test.WhenTrue == value) : null,
        _ => null,
    };

    private static IEnumerable<(ISymbol Flag, bool? Value)> Assignments(BasicBlock block)
    {
        foreach (var operation in block.Operations.Concat(block.BranchValue is { } branch ? new[] { branch } : Enumerable.Empty<IOperation>()))
        {
            foreach (var inner in operation.DescendantsAndSelf())
            {
                var (target, value) = inner switch
                {
                    ISimpleAssignmentOperation assignment => (assignment.Target, assignment.Value.ConstantValue.Value as bool?),
                    IAssignmentOperation assignment => (assignment.Target, null),
                    IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => (argument.Value, null),
                    IAddressOfOperation address => (address.Reference, null),
                    _ => (null, null),
                };
                if ((target is IDeclarationExpressionOperation declared ? declared.Expression : target) is { } place && Tested(place) is { WhenTrue: true } assigned)
                {
                    yield return (assigned.Flag, value);
                }
            }
        }
    }

    private static bool IsCaptured(ControlFlowGraph graph, ISymbol flag) => graph.OriginalOperation.Descendants()
        .Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
        .Any(function => function.Descendants().Any(inner => Tested(inner) is { } test && SymbolEqualityComparer.Default.Equals(test.Flag, flag)));

    private int IndexOf(ISymbol flag)
    {
        for (var index = 0; index < _flags.Length; index++)
        {
            if (SymbolEqualityComparer.Default.Equals(_flags[index], flag))
            {
                return index;
            }
        }

        return -1;
    }
}
