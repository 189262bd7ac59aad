// Recognises the conditions and assignments that a split on flags is made of.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>A condition that asks a question of one variable, or whether it is one of several constants.</summary>
/// <param name="AnyOf">The questions; the condition is true where the answer to one of them is <paramref name="WhenTrue"/>.</param>
/// <param name="WhenTrue">The answer when the condition is true.</param>
internal sealed record FlagTest(ImmutableArray<Flag> AnyOf, bool WhenTrue)
{
    public FlagTest(Flag flag, bool whenTrue)
        : this(ImmutableArray.Create(flag), whenTrue)
    {
    }

    public ISymbol Variable => AnyOf[0].Variable;

    public FlagTest Negated => this with { WhenTrue = !WhenTrue };
}

/// <summary>Reads the conditions of one graph.</summary>
internal sealed class FlagTests
{
    private readonly ControlFlowGraph _graph;
    private Dictionary<CaptureId, IOperation?>? _captured;

    public FlagTests(ControlFlowGraph graph) => _graph = graph;

    /// <summary>The test a condition makes; <see langword="null"/> if it makes another or none.</summary>
    public FlagTest? Of(IOperation? condition) => condition switch
    {
        null => null,
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand)?.Negated,
        IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: { } constant } } binary => OfComparison(binary.LeftOperand, binary.OperatorKind, constant),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null } } binary =>
            OfNull(binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.Equals),
        IIsTypeOperation test => OfType(test.ValueOperand, test.TypeOperand) is { } asked ? asked with { WhenTrue = !test.IsNegated } : null,
        IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern),
        IIsNullOperation test => OfNull(test.Operand, true),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable } => OfNull(nullable, false),
        IPropertyReferenceOperation { Property.Name: "IsEmpty", Instance: { Type: { IsValueType: true, IsReadOnly: true } } view } when VariableOf(view) is { } variable => new FlagTest(new Flag(variable, Flag.Emptiness), true),
        IPropertyReferenceOperation { Property: { Name: "IsCompleted" or "IsCanceled", ContainingType.Name: "ReadResult" or "FlushResult" } asked, Instance: { } result } when VariableOf(result) is { } variable =>
            new FlagTest(new Flag(variable, new Relation(asked.Name, null)), true),
        { Type.SpecialType: SpecialType.System_Boolean } when VariableOf(condition) is { } variable => new FlagTest(new Flag(variable, true), true),
        _ => null,
    };

    /// <summary>What a condition always is; a switch over a constant compares that with each of its labels.</summary>
    public static bool? ConstantOf(IOperation? condition) => condition switch
    {
        { ConstantValue: { HasValue: true, Value: bool value } } => value,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, OperatorMethod: null, LeftOperand.ConstantValue: { HasValue: true, Value: { } left }, RightOperand.ConstantValue: { HasValue: true, Value: { } right } } => left.Equals(right),
        IIsPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } value }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } label } } } => value.Equals(label),
        _ => null,
    };

    /// <summary>The variables a block assigns, in order, each with the constant it is given, if it is one.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isAsked">Whether anybody asks a variable.</param>
    /// <param name="changedBy">The fields that a call or an await may change.</param>
    /// <param name="walk">Finds the operations.</param>
    public static ImmutableArray<(ISymbol Variable, object? Constant)> Assignments(BasicBlock block, System.Func<ISymbol, bool> isAsked, System.Func<IOperation, IEnumerable<ISymbol>> changedBy, OperationWalk walk)
    {
        ImmutableArray<(ISymbol Variable, object? Constant)>.Builder? found = null;
        foreach (var operation in block.Operations)
        {
            AddIn(operation);
        }

        if (block.BranchValue is { } branch)
        {
            AddIn(branch);
        }

        return found?.ToImmutable() ?? ImmutableArray<(ISymbol Variable, object? Constant)>.Empty;

        void AddIn(IOperation operation)
        {
            foreach (var inner in walk.Within(operation))
            {
                var (target, constant) = inner switch
                {
                    ISimpleAssignmentOperation assignment => (assignment.Target, assignment.Value.ConstantValue.Value),
                    IAssignmentOperation assignment => (assignment.Target, null),
                    IIncrementOrDecrementOperation increment => (increment.Target, null),
                    IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => (argument.Value, null),
                    IAddressOfOperation address => (address.Reference, null),
                    _ => (null, (object?)null),
                };
                foreach (var variable in VariablesIn(target))
                {
                    Add(variable, constant);
                }

                foreach (var field in changedBy(inner))
                {
                    Add(field, null);
                }
            }
        }

        void Add(ISymbol variable, object? constant)
        {
            if (isAsked(variable))
            {
                (found ??= ImmutableArray.CreateBuilder<(ISymbol Variable, object? Constant)>()).Add((variable, constant));
            }
        }
    }

    /// <summary>The plain variable, or the field of this object, that an operation names.</summary>
    public static ISymbol? NamedBy(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        IFieldReferenceOperation { Field: { IsConst: false, IsVolatile: false, RefKind: RefKind.None } field, Instance: null or IInstanceReferenceOperation } => field,
        _ => null,
    };

    /// <summary>What is captured once, by its capture; <see langword="null"/> where there are several. What a switch asks is captured first.</summary>
    private static Dictionary<CaptureId, IOperation?> Captured(ControlFlowGraph graph)
    {
        var captured = new Dictionary<CaptureId, IOperation?>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                {
                    captured[capture.Id] = captured.ContainsKey(capture.Id) ? null : capture.Value;
                }
            }
        }

        return captured;
    }

    private ISymbol? VariableOf(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation capture => (_captured ??= Captured(_graph)).TryGetValue(capture.Id, out var value) && value is not null ? NamedBy(value) : null,
        IConversionOperation { OperatorMethod: null, Conversion: { IsImplicit: true, IsNumeric: false } } conversion => VariableOf(conversion.Operand),
        _ => NamedBy(operation),
    };

    private FlagTest? OfPattern(IOperation value, IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => OfNull(value, true),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } => OfComparison(value, BinaryOperatorKind.Equals, constant),
        IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } bound } } relation => OfComparison(value, relation.OperatorKind, bound),
        INegatedPatternOperation negated => OfPattern(value, negated.Pattern)?.Negated,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => AnyOf(OfPattern(value, either.LeftPattern), OfPattern(value, either.RightPattern)),
        IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } type } => OfType(value, type),
        ITypePatternOperation { MatchedType: { } type } => OfType(value, type),
        _ => null,
    };

    private static FlagTest? AnyOf(FlagTest? left, FlagTest? right) =>
        left is { WhenTrue: true } && right is { WhenTrue: true } && left.AnyOf.Concat(right.AnyOf).All(flag => flag.IsConstant)
            ? new FlagTest(left.AnyOf.AddRange(right.AnyOf), true)
            : null;

    private FlagTest? OfComparison(IOperation compared, BinaryOperatorKind kind, object constant)
    {
        if (compared is IPropertyReferenceOperation { Property.Name: "Length", Instance: { Type: { IsValueType: true, IsReadOnly: true } } view } && constant is 0 && VariableOf(view) is { } measured)
        {
            var emptiness = new Flag(measured, Flag.Emptiness);
            return kind switch
            {
                BinaryOperatorKind.Equals => new FlagTest(emptiness, true),
                BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan => new FlagTest(emptiness, false),
                _ => null,
            };
        }

        if (VariableOf(compared) is { } bounded && OfRelation(bounded, kind, constant) is { } relation)
        {
            return relation;
        }

        var isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (!isEquality)
        {
            return null;
        }

        var whenTrue = kind == BinaryOperatorKind.Equals;
        return constant is bool value
            ? Of(compared) is { } test ? test with { WhenTrue = test.WhenTrue == (value == whenTrue) } : null
            : VariableOf(compared) is { } variable ? new FlagTest(new Flag(variable, constant), whenTrue) : null;
    }

    private FlagTest? OfNull(IOperation tested, bool whenTrue) =>
        VariableOf(tested is IConversionOperation conversion ? conversion.Operand : tested) is { } variable ? new FlagTest(new Flag(variable, Flag.Nullness), whenTrue) : null;

    private FlagTest? OfType(IOperation tested, ITypeSymbol type) =>
        VariableOf(tested is IConversionOperation conversion ? conversion.Operand : tested) is { } variable ? new FlagTest(new Flag(variable, new Relation("is", type)), true) : null;

    /// <summary><c>n &lt; 3</c> and <c>n &gt;= 3</c> are one question, and so are <c>n &lt;= 3</c> and <c>n &gt; 3</c>.</summary>
    private static FlagTest? OfRelation(ISymbol variable, BinaryOperatorKind kind, object bound) => kind switch
    {
        BinaryOperatorKind.LessThan => new FlagTest(new Flag(variable, new Relation("<", bound)), true),
        BinaryOperatorKind.GreaterThanOrEqual => new FlagTest(new Flag(variable, new Relation("<", bound)), false),
        BinaryOperatorKind.LessThanOrEqual => new FlagTest(new Flag(variable, new Relation("<=", bound)), true),
        BinaryOperatorKind.GreaterThan => new FlagTest(new Flag(variable, new Relation("<=", bound)), false),
        _ => null,
    };

    private static IEnumerable<ISymbol> VariablesIn(IOperation? target) => target switch
    {
        null => Enumerable.Empty<ISymbol>(),
        IDeclarationExpressionOperation declaration => VariablesIn(declaration.Expression),
        IFieldReferenceOperation field => new[] { field.Field },
        ITupleOperation tuple => tuple.Elements.SelectMany(VariablesIn),
        _ => NamedBy(target) is { } variable ? new[] { variable } : Enumerable.Empty<ISymbol>(),
    };
}
