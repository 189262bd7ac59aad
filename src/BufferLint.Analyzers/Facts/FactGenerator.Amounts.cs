// How many elements a growing or reserving call speaks of, as far as its argument tells.
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private static Quantity? AmountOf(Effect effect, IOperation? amount) => effect.Growth switch
    {
        Growth.One => Quantity.Exactly(1),
        Growth.Fixed => Quantity.Exactly(effect.Elements),
        Growth.CountOfAmount => amount is not null && CountOf(amount) is { } count ? Quantity.Exactly(count) : null,
        Growth.HintInAmount => Quantity.Exactly(amount is null ? 1 : Constant(amount) is { } hint ? System.Math.Max(hint, 1) : int.MaxValue),
        Growth.CountIsAmount when amount is null => Quantity.Exactly(0),
        Growth.CapacityIsAmount or Growth.CapacityAtLeastAmount or Growth.CountIsAmount => amount is null ? Quantity.Computed : NumberOf(amount),
        _ => amount is not null && Constant(amount) is { } number ? Quantity.Exactly(number) : null,
    };

    /// <summary>The number an expression gives: a constant, the owner's count and a constant, or something computed.</summary>
    private static Quantity NumberOf(IOperation number)
    {
        number = Peel(number);
        if (Constant(number) is { } constant)
        {
            return Quantity.Exactly(constant);
        }

        return number switch
        {
            IPropertyReferenceOperation property when IsCount(property) => Quantity.CountAnd(0),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsCount(Peel(sum.LeftOperand)) && Constant(sum.RightOperand) is { } more => Quantity.CountAnd(more),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsCount(Peel(sum.RightOperand)) && Constant(sum.LeftOperand) is { } more => Quantity.CountAnd(more),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when IsCount(Peel(difference.LeftOperand)) && Constant(difference.RightOperand) is >= 0 and var less => Quantity.CountAnd(-less),
            _ => Quantity.Computed,
        };
    }

    private static bool IsCount(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "WrittenCount" or "Position" };

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
