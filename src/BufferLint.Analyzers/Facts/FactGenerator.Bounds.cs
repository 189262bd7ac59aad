// What conditions say about sizes: comparisons of numbers, and patterns that numbers and lengths match.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private void LearnSizes(IOperation condition, ControlFlowBranch? whenTrue, ControlFlowBranch? whenFalse)
    {
        if (!_measures)
        {
            return;
        }

        var bounds = BoundsIn(condition).ToArray();
        foreach (var bound in bounds)
        {
            Learn(whenTrue, bound);
        }

        // Of several things that are not all so nobody knows which is not.
        if (bounds is [var only] && condition is IBinaryOperation or IPropertyReferenceOperation or IIsPatternOperation { Pattern: IConstantPatternOperation or IRelationalPatternOperation or INegatedPatternOperation })
        {
            Learn(whenFalse, only.Negated);
        }
    }

    private IEnumerable<Bounded> BoundsIn(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorMethod: null, OperatorKind: var kind } binary when IsNumber(binary.LeftOperand.Type) => Compared(kind, NumberIn(binary.LeftOperand), NumberIn(binary.RightOperand)),
        IPropertyReferenceOperation { Property.Name: "IsEmpty", Instance: { } asked } when HasLength(asked.Type) => Compared(BinaryOperatorKind.Equals, LengthOf(asked), Extent.Exactly(0)),
        IIsPatternOperation matched => BoundsIn(matched.Pattern, IsNumber(matched.Value.Type) ? NumberIn(matched.Value) : null, HasLength(matched.Value.Type) ? LengthOf(matched.Value) : null)
            .Concat(DeclaredBy(matched.Pattern) is { } local && HasLength(local.Type) && !_scan.IsAssignedInside(local) && !_scan.IsAliased(local) ? BoundsIn(matched.Pattern, null, Extent.Of(_origins.Of(local))) : Enumerable.Empty<Bounded>()),
        _ => Enumerable.Empty<Bounded>(),
    };

    /// <param name="pattern">What is matched.</param>
    /// <param name="number">The number that is, if it is one.</param>
    /// <param name="length">The length of what is matched, if it has one.</param>
    private IEnumerable<Bounded> BoundsIn(IPatternOperation pattern, Extent? number, Extent? length) => pattern switch
    {
        IConstantPatternOperation { Value: var constant } => Compared(BinaryOperatorKind.Equals, number, NumberIn(constant)),
        IRelationalPatternOperation { OperatorKind: var kind, Value: var constant } => Compared(kind, number, NumberIn(constant)),
        INegatedPatternOperation { Pattern: var negated } when negated is IConstantPatternOperation or IRelationalPatternOperation => BoundsIn(negated, number, length).Select(static bound => bound.Negated),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => BoundsIn(both.LeftPattern, number, length).Concat(BoundsIn(both.RightPattern, number, length)),
        IRecursivePatternOperation { PropertySubpatterns: var parts } => parts.Where(static part => part.Member is IPropertyReferenceOperation { Property.Name: "Length" or "Count" }).SelectMany(part => BoundsIn(part.Pattern, length, null)),
        IListPatternOperation { Patterns: var elements } when !elements.Any(static element => element is ISlicePatternOperation) => Compared(BinaryOperatorKind.Equals, length, Extent.Exactly(elements.Length)),
        IListPatternOperation { Patterns: var elements } => Compared(BinaryOperatorKind.GreaterThanOrEqual, length, Extent.Exactly(elements.Length - 1)),
        _ => Enumerable.Empty<Bounded>(),
    };

    private static IEnumerable<Bounded> Compared(BinaryOperatorKind kind, Extent? left, Extent? right)
    {
        var (one, other, strict, compared) = kind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual => (left, right, 0, ComparisonKind.AtLeast),
            BinaryOperatorKind.GreaterThan => (left, right, 1, ComparisonKind.AtLeast),
            BinaryOperatorKind.LessThanOrEqual => (right, left, 0, ComparisonKind.AtLeast),
            BinaryOperatorKind.LessThan => (right, left, 1, ComparisonKind.AtLeast),
            BinaryOperatorKind.Equals => (left, right, 0, ComparisonKind.Equal),
            BinaryOperatorKind.NotEquals => (left, right, 0, ComparisonKind.Distinct),
            _ => (null, null, 0, ComparisonKind.Equal),
        };
        if (one is { IsAtLeast: false } && other is { IsAtLeast: false } && one.Minus(other) is { } difference)
        {
            yield return new Bounded(difference.Plus(Extent.Exactly(-strict)), compared);
        }
    }
}
