// Conditions: what each of the two ways on from a test teaches.
using System.Collections.Generic;
using System.Collections.Immutable;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The comparison or call that a branch turns on, negations taken off, and what its operands turned out to be.</summary>
    private IOperation? _asked;
    private Origin? _askedLeft;
    private Origin? _askedRight;
    private Abandon? _askedWait;

    private void Condition(BasicBlock block, IOperation value)
    {
        var isTrue = true;
        for (_asked = value; _asked is IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };)
        {
            isTrue ^= _asked is IUnaryOperation;
            _asked = _asked is IUnaryOperation not ? not.Operand : ((IParenthesizedOperation)_asked).Operand;
        }

        (_askedLeft, _askedRight, _askedWait) = (null, null, null);
        Evaluate(value);
        var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue == isTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor;
        var whenFalse = whenTrue == block.ConditionalSuccessor ? block.FallThroughSuccessor : block.ConditionalSuccessor;
        if (ComparisonIn(_asked) is { } comparison)
        {
            Learn(whenTrue, comparison);
            Learn(whenFalse, comparison.Negated);
        }

        LearnSizes(_asked, whenTrue, whenFalse);
        if (RoomTest.Of(_asked) is { } room && StorageOf(room) is { } storage)
        {
            Learn(room.TrueMeansRoom ? whenTrue : whenFalse, new HasRoom(storage, room.Elements, IsSo: true));
            Learn(room.TrueMeansRoom ? whenFalse : whenTrue, new HasRoom(storage, room.Elements, IsSo: false));
        }

        if ((NullTest.Of(_asked) ?? KeptNullTest(_asked)) is { } test && ((test.IsRef ? EvaluateRef(test.Tested) : Find(test.Tested) ?? (test.Named is { } named ? _origins.Find(named) : null)) is { } tested))
        {
            Learn(test.TrueMeansNull ? whenTrue : whenFalse, new IsNull(tested));
            if (HandleApis.IsHandle(test.Tested.Type))
            {
                Learn(test.TrueMeansNull ? whenFalse : whenTrue, new IsHeld(tested));
            }
            else if (test.Tested.Type is IPointerTypeSymbol)
            {
                Learn(test.TrueMeansNull ? whenFalse : whenTrue, new IsSet());
            }
        }
        else if (AbsenceTest.Of(_asked, _model, _answers) is { } absence && Find(absence.Tested) is { } absent)
        {
            Learn(absence.TrueMeansAbsent ? whenTrue : whenFalse, new IsNull(absent));
        }
        else if (IsIdentityTest(_asked, out var trueMeansSame) && _askedLeft is { } left && _askedRight is { } right && left != right)
        {
            var (old, fresh) = left.IsTemporary || (!right.IsTemporary && left.Id > right.Id) ? (right, left) : (left, right);
            Learn(trueMeansSame ? whenTrue : whenFalse, new IsSame(old, fresh, AreSame: true));
            Learn(trueMeansSame ? whenFalse : whenTrue, new IsSame(old, fresh, AreSame: false));
        }

        if (_counted.Count > 0 && _asked is ILocalReferenceOperation { Local: var told } && _counted.TryGetValue(told, out var counted))
        {
            Learn(whenTrue, new IsSet());
            Learn(whenFalse, new IsNull(counted));
        }

        if (_askedWait is { } wait)
        {
            Learn(whenTrue, new IsOver(wait));
        }

        LearnOfAttempts(_asked, whenFalse);
        LearnOfAddresses(whenTrue, whenFalse);
        if (_asked is IInvocationOperation call && KeyAskedFor(call) is { } key)
        {
            Learn(whenTrue, key);
        }
    }

    /// <summary>The test of a variable whose answer was kept, where both keep their values: <c>var failed = block == null;</c>.</summary>
    private NullTest? KeptNullTest(IOperation asked) =>
        asked is ILocalReferenceOperation { Local: var answer } && _answers.TryGetValue(answer, out var question) && NullTest.Of(question) is { } test &&
        test.Tested is ILocalReferenceOperation { Local: ISymbol tested } && _scan.KeepsItsValue(tested) ? test : null;

    /// <summary>A method that answers no has given nothing out that anybody had to release.</summary>
    private void LearnOfAttempts(IOperation? asked, ControlFlowBranch? whenFalse)
    {
        if (asked is IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_Boolean } attempt)
        {
            foreach (var argument in attempt.Arguments)
            {
                if (argument.Parameter is { RefKind: RefKind.Out } parameter && Carries(parameter.Type) && Find(argument.Value) is { } given)
                {
                    Learn(whenFalse, new GaveNothing(given));
                }
            }
        }
    }

    /// <summary>After a call that returns only if a condition is so, it is: <c>Assert.True(result.IsCanceled)</c>.</summary>
    private void EmitAsserted(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (StopsIf(argument) is { } stops && AbsenceTest.Of(Peel(argument.Value), _model, _answers) is { } absence && absence.TrueMeansAbsent != stops &&
                Find(absence.Tested) is { } absent)
            {
                Emit(new Release(invocation.Syntax, absent));
                EmitFlow(invocation, absent, ImmutableArray<Origin>.Empty);
            }
        }
    }

    private void Learn(ControlFlowBranch? branch, Lesson lesson)
    {
        if (branch is not null)
        {
            if (!_lessons.TryGetValue(branch, out var lessons))
            {
                _lessons.Add(branch, lessons = new List<Lesson>());
            }

            lessons.Add(lesson);
        }
    }

    /// <summary>Remembers what the operands of the condition under way hold.</summary>
    private void NoteAsked(IOperation operation, Origin? left, Origin? right)
    {
        if (operation == _asked)
        {
            (_askedLeft, _askedRight) = (left, right);
        }
    }

    private static bool IsIdentityTest(IOperation condition, out bool trueMeansSame)
    {
        trueMeansSame = condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals };
        return condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null, LeftOperand.Type.IsReferenceType: true } => true,
            IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } } => true,
            _ => false,
        };
    }

    /// <summary>The key whose presence a call tells: <c>ContainsKey</c>, <c>TryGetValue</c>.</summary>
    private HasKey? KeyAskedFor(IInvocationOperation call)
    {
        foreach (var effect in _model.EffectsOf(call.TargetMethod))
        {
            if (effect.Kind == EffectKind.TellsOfKey && Named(call.Instance) is { } owner)
            {
                foreach (var argument in call.Arguments)
                {
                    if (argument.Parameter?.Ordinal == effect.Key.Ordinal && KeyOf(argument.Value) is { } key)
                    {
                        return new HasKey(owner, key);
                    }
                }
            }
        }

        return null;
    }
}
