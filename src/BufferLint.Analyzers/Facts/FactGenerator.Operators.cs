// Operators: numbers for the most part, but a user's own is a call like another.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private Origin? Binary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        NoteAsked(binary, left, right);
        if (IsAddress(binary.LeftOperand.Type) || IsAddress(binary.RightOperand.Type))
        {
            return AddressArithmetic(binary, left, right);
        }

        var isTest = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals &&
            (NullTest.IsNull(binary.LeftOperand) || NullTest.IsNull(binary.RightOperand) || (binary.OperatorMethod is null && binary.LeftOperand.Type is { IsReferenceType: true }));
        if (!isTest)
        {
            EmitUse(IsNumberOnly(binary.LeftOperand) ? null : left, UseKind.PassToRead, binary);
            EmitUse(IsNumberOnly(binary.RightOperand) ? null : right, UseKind.PassToRead, binary);
        }

        return binary.OperatorMethod is { } combining ? Computed(binary, combining, left, right) : null;
    }

    /// <summary>What a user's operator does, and gives.</summary>
    private Origin? Computed(IOperation where, IMethodSymbol computing, params ImmutableArray<Origin?> operands) =>
        Run(where, computing, null, null, ImmutableArray<Argument>.Empty, operands) ?? Fresh(where, where.Type);

    private Origin? CompoundAssignment(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { IsStatic: false } changing)
        {
            return ChangedInPlace(compound, changing, compound.Target, compound.Value);
        }

        var target = Prepare(compound.Target, isRef: false);
        if (!IsPlainField(target))
        {
            EmitUse(target.Place, UseKind.Read, compound.Target);
        }

        var chosen = ElementChosenBefore(target, compound.Value);
        var value = Evaluate(compound.Value);
        EmitUse(value, UseKind.Pass, compound.Value);
        StoreComputed(target, compound, compound.OperatorMethod, target.Place, value);
        TakeRoom(compound.Target, compound);
        EmitUse(chosen, UseKind.Write, compound.Target);
        return null;
    }

    private Origin? Increment(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is { IsStatic: false } changing)
        {
            return ChangedInPlace(increment, changing, increment.Target, value: null);
        }

        var target = Prepare(increment.Target, isRef: false);
        StoreComputed(target, increment, increment.OperatorMethod, target.Place);
        TakeRoom(increment.Target, increment);
        return null;
    }

    /// <summary>An operator of the object itself, since C# 14: a call like another, and the variable keeps its object.</summary>
    private Origin? ChangedInPlace(IOperation where, IMethodSymbol changing, IOperation target, IOperation? value)
    {
        var changed = target.Type is { IsValueType: true } ? EvaluateRef(target) : Evaluate(target);
        EmitUse(Evaluate(value), UseKind.Pass, where);
        Result(new Call(where, changing, changed, ImmutableArray<Argument>.Empty), asRef: false);
        return changed;
    }

    /// <summary>A store of something computed from the old value, which is no view and no owner unless a user's operator gives one.</summary>
    private void StoreComputed(Target target, IOperation where, IMethodSymbol? computing, params ImmutableArray<Origin?> operands)
    {
        if (computing is not null && Carries(where.Type))
        {
            Store(target, Computed(where, computing, operands), where, isRef: false);
        }
        else if (target.Operation is ILocalReferenceOperation { Local.IsRef: false } || (target.Operation is IParameterReferenceOperation { Parameter: var given } && !_scan.IsReseated(given)))
        {
            EmitWrittenThrough(target, where);
            Measure(target.Operation, where);
            ForgetIndex(target.Operation, Computed(where));
        }
        else if (target.Call is { } call)
        {
            StoreProperty(call, (IPropertyReferenceOperation)target.Operation, value: null, where);
        }
        else if (!IsPlainField(target))
        {
            EmitUse(target.Place, UseKind.Write, where);
        }
    }

    /// <summary>A number in a field of an object or of a local struct: no storage that anybody views.</summary>
    private bool IsPlainField(Target target) =>
        target.Operation is IFieldReferenceOperation { Field.RefKind: RefKind.None } field && (field.Instance is not { } instance || !(IsStorage(instance) || IsThroughPointer(instance)));
}
