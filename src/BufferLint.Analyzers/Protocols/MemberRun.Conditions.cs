// What a branch teaches of the places that its condition asks.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    private void Learn(IOperation? condition, bool truth, ObjectState state)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                Learn(not.Operand, !truth, state);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: var constant } } comparison:
                LearnEqual(comparison.LeftOperand, constant, truth == (comparison.OperatorKind == BinaryOperatorKind.Equals), state);
                break;
            case IIsNullOperation test:
                LearnEqual(test.Operand, null, truth, state);
                break;
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } } } pattern:
                LearnEqual(pattern.Value, constant, !truth, state);
                break;
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } } pattern:
                LearnEqual(pattern.Value, constant, truth, state);
                break;
            case { Type.SpecialType: SpecialType.System_Boolean }:
                LearnEqual(condition, true, truth, state);
                break;
        }
    }

    private void LearnEqual(IOperation asked, object? constant, bool isEqual, ObjectState state)
    {
        if (PlaceOf(Bare(asked)) is { } place && state.Of(place) is { Knowledge: not Knowledge.Known, Storage: Storage.None })
        {
            if (isEqual)
            {
                state.Learn(place, Content.Known(constant));
            }
            else if (constant is bool truth)
            {
                state.Learn(place, Content.Known(!truth));
            }
        }
    }
}
