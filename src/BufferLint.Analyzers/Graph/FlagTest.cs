// Recognises the conditions and assignments that a split on flags is made of.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>A condition that asks one question of one variable.</summary>
/// <param name="Flag">The question.</param>
/// <param name="WhenTrue">The answer when the condition is true.</param>
internal sealed record FlagTest(Flag Flag, bool WhenTrue)
{
    /// <summary>The test a condition makes; <see langword="null"/> if it makes another or none.</summary>
    public static FlagTest? Of(IOperation? condition) => condition switch
    {
        null => null,
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand) is { } test ? test with { WhenTrue = !test.WhenTrue } : null,
        IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: { } constant } } binary => OfComparison(binary.LeftOperand, binary.OperatorKind, constant),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } } pattern => OfComparison(pattern.Value, BinaryOperatorKind.Equals, constant),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } } } pattern =>
            OfComparison(pattern.Value, BinaryOperatorKind.NotEquals, constant),
        IIsNullOperation test => OfNull(test.Operand, true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null } } binary =>
            OfNull(binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.Equals),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } pattern => OfNull(pattern.Value, true),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } pattern => OfNull(pattern.Value, false),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable } => OfNull(nullable, false),
        IPropertyReferenceOperation { Property.Name: "IsEmpty", Instance: { Type: { IsValueType: true, IsReadOnly: true } } view } when VariableOf(view) is { } variable => new FlagTest(new Flag(variable, Flag.Emptiness), true),
        IPropertyReferenceOperation { Property: { Name: "IsCompleted" or "IsCanceled", ContainingType.Name: "ReadResult" or "FlushResult" } asked, Instance: { } result } when VariableOf(result) is { } variable =>
            new FlagTest(new Flag(variable, new Relation(asked.Name, null)), true),
        { Type.SpecialType: SpecialType.System_Boolean } when VariableOf(condition) is { } variable => new FlagTest(new Flag(variable, true), true),
        _ => null,
    };

    /// <summary>The variables a block assigns, in order, each with the constant it is given, if it is one.</summary>
    public static IEnumerable<(ISymbol Variable, object? Constant)> Assignments(BasicBlock block)
    {
        foreach (var operation in block.BranchValue is { } branch ? block.Operations.Add(branch) : block.Operations)
        {
            foreach (var inner in operation.DescendantsAndSelf())
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
                    yield return (variable, constant);
                }
            }
        }
    }

    /// <summary>The plain variable an operation names.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };

    private static FlagTest? OfComparison(IOperation compared, BinaryOperatorKind kind, object constant)
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

    private static FlagTest? OfNull(IOperation tested, bool whenTrue) =>
        VariableOf(tested is IConversionOperation conversion ? conversion.Operand : tested) is { } variable ? new FlagTest(new Flag(variable, Flag.Nullness), whenTrue) : null;

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
        ITupleOperation tuple => tuple.Elements.SelectMany(VariablesIn),
        _ => VariableOf(target) is { } variable ? new[] { variable } : Enumerable.Empty<ISymbol>(),
    };
}
