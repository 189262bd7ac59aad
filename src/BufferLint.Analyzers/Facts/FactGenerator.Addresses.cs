// Conditions on addresses: is it null, are two of them the same. They tell whether a reallocation moved its block.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Writes down what a test of addresses teaches on the way on which they are equal, or the one is null.</summary>
    private void LearnOfAddresses(ControlFlowBranch? whenTrue, ControlFlowBranch? whenFalse)
    {
        var (asked, left, right) = (_asked!, _askedLeft, _askedRight);
        var isTrue = true;
        if (asked is ILocalReferenceOperation flag && _answers.TryGetValue(flag.Local, out var answered))
        {
            for (asked = answered; asked is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not; asked = not.Operand)
            {
                isTrue = !isTrue;
            }

            (left, right) = asked switch
            {
                IBinaryOperation kept => (Find(kept.LeftOperand), Find(kept.RightOperand)),
                IIsPatternOperation kept => (Find(kept.Value), null),
                _ => (null, null),
            };
        }

        var (lesson, trueMeansEqual) = asked switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when IsAddress(binary.LeftOperand.Type) || IsAddress(binary.RightOperand.Type) =>
                (OfComparedAddresses(binary, left, right), binary.OperatorKind == BinaryOperatorKind.Equals),
            IIsPatternOperation pattern when IsAddress(pattern.Value.Type) && left is not null && NullTest.Of(pattern) is { } test => (new IsZero(left), test.TrueMeansNull),
            _ => ((Lesson?)null, false),
        };
        if (lesson is not null)
        {
            Learn(trueMeansEqual == isTrue ? whenTrue : whenFalse, lesson);
        }
    }

    private static Lesson? OfComparedAddresses(IBinaryOperation comparison, Origin? left, Origin? right)
    {
        if (NullTest.IsNull(comparison.RightOperand) || NullTest.IsNull(comparison.LeftOperand))
        {
            return (NullTest.IsNull(comparison.RightOperand) ? left : right) is { } tested ? new IsZero(tested) : null;
        }

        return left is not null && right is not null ? new IsSameAddress(left, right) : null;
    }

    /// <summary>Whether a method gives the same address, as another type.</summary>
    private static bool IsAddressAgain(IMethodSymbol method) =>
        method is { Name: "ToPointer", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or
        { MethodKind: MethodKind.Constructor, ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr, Parameters: [{ Type: IPointerTypeSymbol }] };

    /// <summary>
    /// Whether an address is used as the number that it is: boxed, put into a text, asked for a member of its own, or given
    /// where any type would do. Who gets it so does not follow it.
    /// </summary>
    private static bool IsNumberOnly(IOperation where) => where switch
    {
        IArgumentOperation { Value: var value, Parameter: { } parameter } => IsNumberOnly(value) || (IsAddressValue(value.Type) && parameter.OriginalDefinition.Type is ITypeParameterSymbol),
        IConversionOperation { Type.IsReferenceType: true } boxing => IsAddressValue(boxing.Operand.Type),
        IInvocationOperation { Instance.Type: var type } => IsAddressValue(type),
        _ => IsAddressValue(where.Type) && where.Parent is IInterpolationOperation or IConversionOperation { Type.IsReferenceType: true },
    };

    private static bool IsAddressValue(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };
}
