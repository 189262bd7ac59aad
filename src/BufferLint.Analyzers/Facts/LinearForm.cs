// A sum of measures under construction: «list.Capacity - list.Count - 4» as one up, one down, and minus four.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>Measures added, measures taken away, and a constant.</summary>
internal sealed class LinearForm
{
    private readonly List<Measure> _up = new();
    private readonly List<Measure> _down = new();
    private readonly System.Func<IOperation, MeasureKind, Measure?> _measure;
    private long _constant;
    private bool _hasComputedPart;

    /// <param name="measure">Finds the measure of an operand, without evaluating it.</param>
    public LinearForm(System.Func<IOperation, MeasureKind, Measure?> measure) => _measure = measure;

    /// <summary>The form as a number; a computed one if it is more than one measure and a constant.</summary>
    public Quantity ToQuantity() =>
        _hasComputedPart || _down.Count > 0 || _up.Count > 1 || _constant != (int)_constant ? Quantity.Computed : new Quantity(_up.Count == 0 ? null : _up[0], (int)_constant);

    /// <summary>The form compared with zero; <see langword="null"/> if nothing can be learned from it.</summary>
    public Comparison? ToComparison(ComparisonKind kind)
    {
        // Of more than one on a side the buffer's matters; the others make the difference a computed one.
        var left = Main(_up);
        var right = Main(_down);
        return _constant != (int)_constant || (left is null && right is null)
            ? null
            : new Comparison(left, right, (int)_constant, kind, _hasComputedPart || _up.Count > 1 || _down.Count > 1);
    }

    public LinearForm Add(long constant)
    {
        _constant += constant;
        return this;
    }

    /// <summary>Adds what an expression gives, or takes it away.</summary>
    public LinearForm Add(IOperation operation, bool isNegative)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: { } value } } when Number(value) is { } number:
                return Add(isNegative ? -number : number);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Add(sum.LeftOperand, isNegative).Add(sum.RightOperand, isNegative);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference:
                return Add(difference.LeftOperand, isNegative).Add(difference.RightOperand, !isNegative);
            case IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "WrittenCount" or "Position", Instance: { } measured }:
                return Add(_measure(measured, MeasureKind.Count), isNegative);
            case IPropertyReferenceOperation { Property.Name: "Capacity", Instance: { } measured }:
                return Add(_measure(measured, MeasureKind.Capacity), isNegative);
            case IPropertyReferenceOperation { Property.Name: "FreeCapacity", Instance: { } measured }:
                return Add(_measure(measured, MeasureKind.Capacity), isNegative).Add(_measure(measured, MeasureKind.Count), !isNegative);
            case IIncrementOrDecrementOperation step:
                // Its value was taken before the step, or after it; the variable is asked for after it.
                var behind = !step.IsPostfix ? 0 : step.Kind == OperationKind.Increment ? -1 : 1;
                return Add(_measure(step.Target, MeasureKind.Number), isNegative).Add(isNegative ? -behind : behind);
            default:
                return Add(_measure(operation, MeasureKind.Number), isNegative);
        }
    }

    private static Measure? Main(List<Measure> measures)
    {
        var main = measures.Count == 0 ? null : measures[0];
        foreach (var measure in measures)
        {
            main = measure.Kind > main!.Kind ? measure : main;
        }

        return main;
    }

    private LinearForm Add(Measure? measure, bool isNegative)
    {
        if (measure is null)
        {
            _hasComputedPart = true;
        }
        else if (!(isNegative ? _up : _down).Remove(measure))
        {
            (isNegative ? _down : _up).Add(measure);
        }

        return this;
    }

    private static long? Number(object value) => value switch
    {
        int number => number,
        long number => number is < int.MaxValue and > int.MinValue ? number : null,
        byte number => number,
        short number => number,
        _ => null,
    };
}
