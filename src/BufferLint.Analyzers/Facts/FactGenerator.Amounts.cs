// How many elements a growing or reserving call speaks of, and what conditions say about counts and capacities.
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private Quantity? AmountOf(Effect effect, IOperation? amount) => effect.Growth switch
    {
        Growth.One => Quantity.Exactly(1),
        Growth.Fixed => Quantity.Exactly(effect.Elements),
        Growth.CountOfAmount => amount is not null && CountOf(amount) is { } count ? Quantity.Exactly(count) : null,
        Growth.HintInAmount => Quantity.Exactly(amount is null ? 1 : Constant(amount) is { } hint ? System.Math.Max(hint, 1) : int.MaxValue),
        Growth.CountIsAmount when amount is null => Quantity.Exactly(0),
        Growth.CapacityIsAmount or Growth.CapacityAtLeastAmount or Growth.CountIsAmount => amount is null ? Quantity.Computed : NumberOf(amount),
        _ => amount is not null && Constant(amount) is { } number ? Quantity.Exactly(number) : null,
    };

    /// <summary>The number an expression gives.</summary>
    private Quantity NumberOf(IOperation number) => new LinearForm(MeasureOf).Add(number, isNegative: false).ToQuantity();

    /// <summary>What <c>i++</c> and <c>i += 2</c> make of a number.</summary>
    private Quantity Computed(IOperation where) => where switch
    {
        IIncrementOrDecrementOperation increment => new LinearForm(MeasureOf).Add(increment.Target, isNegative: false).Add(increment.Kind == OperationKind.Increment ? 1 : -1).ToQuantity(),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound =>
            new LinearForm(MeasureOf).Add(compound.Target, isNegative: false).Add(compound.Value, compound.OperatorKind == BinaryOperatorKind.Subtract).ToQuantity(),
        _ => Quantity.Computed,
    };

    /// <summary>What a condition says about numbers of elements where it is true.</summary>
    private Comparison? ComparisonIn(IOperation condition)
    {
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return ComparisonIn(parenthesized.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return ComparisonIn(not.Operand)?.Negated;
            case IBinaryOperation { OperatorMethod: null } binary when binary.LeftOperand.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 }:
                var (isSwapped, kind, strict) = binary.OperatorKind switch
                {
                    BinaryOperatorKind.GreaterThanOrEqual => (false, ComparisonKind.AtLeast, 0),
                    BinaryOperatorKind.GreaterThan => (false, ComparisonKind.AtLeast, -1),
                    BinaryOperatorKind.LessThanOrEqual => (true, ComparisonKind.AtLeast, 0),
                    BinaryOperatorKind.LessThan => (true, ComparisonKind.AtLeast, -1),
                    BinaryOperatorKind.Equals => (false, ComparisonKind.Equal, 0),
                    BinaryOperatorKind.NotEquals => (false, ComparisonKind.Distinct, 0),
                    _ => (false, ComparisonKind.Equal, 1),
                };
                return strict > 0 ? null : new LinearForm(MeasureOf).Add(binary.LeftOperand, isSwapped).Add(binary.RightOperand, !isSwapped).Add(strict).ToComparison(kind);
            default:
                return null;
        }
    }

    /// <summary>The measure an operand is or has; <see langword="null"/> if it has no name.</summary>
    private Measure? MeasureOf(IOperation operand, MeasureKind kind)
    {
        if (kind == MeasureKind.Number)
        {
            return VariableIn(operand) is { } variable && !_scan.IsAssignedInside(variable) && !_scan.IsAliased(variable) ? new Measure(kind, _origins.Of(variable)) : null;
        }

        return Named(operand) is not { } owner ? null : new Measure(ViewTypes.IsView(operand.Type) ? MeasureKind.Length : kind, owner);
    }

    private static ISymbol? VariableIn(IOperation operand) => operand switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 } parameter } => parameter,
        _ => null,
    };

    /// <summary>The origin of an owner that a plain name or path gives, without evaluating it.</summary>
    private Origin? Named(IOperation? operand) => operand switch
    {
        ILocalReferenceOperation { Local: var name } when _scan.SameVariable(name) is { } variable => Named(variable),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => _origins.Find(local),
        IParameterReferenceOperation parameter => _origins.Find(parameter.Parameter),
        IInstanceReferenceOperation => _origins.This,
        IFlowCaptureReferenceOperation capture => _origins.Of(capture.Id),
        IConversionOperation conversion => Named(conversion.Operand),
        IFieldReferenceOperation { Field.IsStatic: true } field => _origins.Find(field.Field),
        IFieldReferenceOperation { Field.RefKind: RefKind.None } field => Named(field.Instance) is { } holder ? _origins.FindPath(holder, PathStep.Member(field.Field)) : null,
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property when IsPureGetter(property.Property) =>
            Named(instance) is { } holder ? _origins.FindPath(holder, PathStep.Member(PropertyShape.MemberBehind(property.Property) ?? property.Property)) : null,
        _ => null,
    };

    /// <summary>The number of elements of an argument that shows it: a new array of known length, a collection expression.</summary>
    private static int? CountOf(IOperation argument) => Peel(argument) switch
    {
        IArrayCreationOperation { DimensionSizes: [var size] } => Constant(size),
        ICollectionExpressionOperation collection when !HasSpread(collection) => collection.Elements.Length,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => 0,
        _ => null,
    };

    private static bool HasSpread(ICollectionExpressionOperation collection)
    {
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation Peel(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static int? Constant(IOperation operation) => Peel(operation).ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            int number => number,
            long number when number <= int.MaxValue => (int)number,
            byte number => number,
            short number => number,
            _ => null,
        }
        : null;
}
