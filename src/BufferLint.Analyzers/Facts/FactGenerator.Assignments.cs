// Assignments of every shape: the target's operands first, then the value, then the store.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>A place whose operands have been evaluated, ready to be written.</summary>
    private readonly record struct Target(IOperation Operation, Origin? Place, Call? Call);

    private Origin? Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment is { IsRef: true, Target: ILocalReferenceOperation { Local: var name } } && _scan.SameVariable(name) is not null)
        {
            return null;
        }

        var target = Prepare(assignment.Target, assignment.IsRef);
        var chosen = ElementChosenBefore(target, assignment.Value);
        var value = assignment.IsRef ? EvaluateRef(assignment.Value) : Evaluate(assignment.Value);
        EmitCapacity(assignment.Target, assignment.Value, assignment);
        Store(target, value, assignment, assignment.IsRef);
        TakeRoom(assignment.Target, assignment);
        EmitUse(chosen, UseKind.Write, assignment.Target);
        if (assignment.Target is ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } answer && _scan.KeepsItsValue(answer.Local))
        {
            _answers[answer.Local] = assignment.Value;
        }

        return value ?? (Carries(assignment.Type) ? target.Place : null);
    }

    /// <summary>The array and the index are there before the value is computed: where that replaces the array, the old one is written.</summary>
    private Origin? ElementChosenBefore(Target target, IOperation value) =>
        target is { Operation: IArrayElementReferenceOperation, Place: { } array } && value.DescendantsAndSelf().Any(static part => part is IInvocationOperation or IObjectCreationOperation)
            ? Issue(target.Operation, array, Effect.View(Slot.This), key: null)
            : null;

    private Target Prepare(IOperation operation, bool isRef)
    {
        if (!isRef && operation is ILocalReferenceOperation { Local: var name } && _scan.SameVariable(name) is { } variable)
        {
            return Prepare(variable, isRef);
        }

        switch (operation)
        {
            case IFieldReferenceOperation { Field.IsStatic: false, Instance: { } instance } field:
                var holder = instance.Type?.IsValueType == true ? EvaluateRef(instance) : Evaluate(instance);
                return new Target(operation, holder is null ? null : FieldThrough(holder, field) ?? holder, null);
            case IPropertyReferenceOperation { Property.RefKind: RefKind.None } property:
                var receiver = IsWrittenInPlace(property.Instance) ? EvaluateRef(property.Instance) : Evaluate(property.Instance);
                var arguments = Arguments(property.Arguments);
                return new Target(operation, receiver, new Call(property, property.Property, receiver, arguments));
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                foreach (var index in element.Indices)
                {
                    Evaluate(index);
                }

                return new Target(operation, array, null);
            case IFlowCaptureReferenceOperation capture when _captured.TryGetValue(capture.Id, out var captured) && (isRef ? captured is ILocalReferenceOperation or IParameterReferenceOperation : !IsThroughView(captured)):
                return captured is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
                    ? new Target(captured, EvaluateRef(captured), null)
                    : new Target(captured, _origins.Of(capture.Id), captured is IPropertyReferenceOperation set ? new Call(set, set.Property, (set.Arguments.IsEmpty ? Named(set.Instance) : null) ?? _origins.Of(capture.Id), ImmutableArray<Argument>.Empty) : null);
            default:
                return new Target(operation, EvaluateRef(operation), null);
        }
    }

    private void Store(Target target, Origin? value, IOperation where, bool isRef)
    {
        if (value is not null && target.Operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation))
        {
            EmitOwnerHandOver(value, where, isKept: true);
        }

        if (target.Operation.Type is { TypeKind: TypeKind.Error })
        {
            // Nobody knows what it is: whoever has it answers for the release.
            EmitUse(value, UseKind.Store, where);
        }

        switch (target.Operation)
        {
            case ILocalReferenceOperation { Local.IsRef: true } when !isRef:
            case IParameterReferenceOperation { Parameter: var given } when !isRef && _scan.IsReseated(given):
                EmitUse(target.Place, _scan.IsReread(target.Operation) ? UseKind.Derive : UseKind.Write, where);
                EmitUse(value, UseKind.Store, where);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation { IsInitialization: true }:
                if (isRef && value is null)
                {
                    // Seated on something that is no view: what it referred to before is gone.
                    EmitFlow(where, target.Place!);
                }

                Replace(target.Place, value, where, target.Operation.Type);
                if (!isRef)
                {
                    EmitWrittenThrough(target, where);
                }

                Measure(target.Operation, (where as ISimpleAssignmentOperation)?.Value, where);
                EmitRented(target.Operation, (where as ISimpleAssignmentOperation)?.Value, where);
                NoteStream(target.Operation, (where as ISimpleAssignmentOperation)?.Value, where);
                NoteRecast(target.Operation, (where as ISimpleAssignmentOperation)?.Value);
                ForgetIndex(target.Operation, (where as ISimpleAssignmentOperation)?.Value is { Type.SpecialType: SpecialType.System_Int32 } number ? NumberOf(number) : Quantity.Computed);
                break;
            case IFieldReferenceOperation field:
                StoreField(target, field, value, where, isRef);
                break;
            case IPropertyReferenceOperation property when target.Call is { } call:
                StoreProperty(call, property, value, where);
                break;
            case IArrayElementReferenceOperation { Indices: [var index] } element when target.Place is { } array && value is not null && Carries(element.Type):
                EmitUse(array, UseKind.Write, where);
                if (IndexStep(index) is { } step)
                {
                    Replace(Path(array, step, step.ToString()), value, where, element.Type);
                }
                else
                {
                    EmitUse(value, UseKind.Store, where);
                }

                if ((WorkTypes.IsAwaitable(element.Type) || WorkTypes.StandsForWork(element.Type)) && Path(array, PathStep.Added, PathStep.Added.ToString()) is { } listed)
                {
                    Emit(new OriginFlow(where.Syntax, listed, ImmutableArray.Create(value), Adds: true, Dereferences: false));
                }

                if (ViewTypes.IsView(element.Type))
                {
                    Emit(new OriginFlow(where.Syntax, array, ImmutableArray.Create(value), Adds: true, Dereferences: false));
                }

                break;
            case IArrayElementReferenceOperation { Indices: [var emptied] } when value is null && target.Place is { } holder && IndexStep(emptied) is { } slot && _origins.FindPath(holder, slot) is { } known:
                EmitUse(holder, UseKind.Write, where);
                EmitFlow(where, known);
                break;
            case IDiscardOperation or ITupleOperation:
                break;
            case IInstanceReferenceOperation { Type.IsValueType: true } when value is null && target.Place is { } self:
                EmitUse(self, UseKind.Write, where);
                foreach (var field in self.Children.ToArray())
                {
                    EmitFlow(where, field);
                }

                break;
            default:
                EmitUse(target.Place, _scan.IsReread(target.Operation) ? UseKind.Derive : UseKind.Write, where);
                EmitUse(value, UseKind.Store, where);
                break;
        }
    }

    /// <summary>The target holds the value and nothing else.</summary>
    private void Replace(Origin? target, Origin? value, IOperation where, ITypeSymbol? type)
    {
        if (target is null)
        {
            return;
        }

        if (value is null)
        {
            if (Carries(type))
            {
                EmitFlow(where, target);
            }

            return;
        }

        EmitFlow(where, target, value);
        if (type is { IsValueType: true } || value.IsTemporary || value.IsCapture)
        {
            CopyStruct(where, target, value, type);
        }
    }

    /// <summary>A struct is copied with what its fields hold; what was known of a new object's is known by its name.</summary>
    private void CopyPaths(IOperation where, Origin target, Origin value)
    {
        foreach (var child in value.Children.ToArray())
        {
            if (child.Step is { } step && Path(target, step, step.ToString()) is { } path)
            {
                Emit(new OriginFlow(where.Syntax, path, ImmutableArray.Create(child), Adds: false, Dereferences: false) { IsImplied = true });
                CopyPaths(where, path, child);
            }
        }
    }

    /// <summary>Another name of a value, with what is known of its parts where nobody else can name them.</summary>
    private Origin Forwarded(IOperation where, Origin value)
    {
        var result = Joined(where, ImmutableArray.Create(value));
        if (value.IsTemporary)
        {
            CopyPaths(where, result, value);
        }

        return result;
    }

    private void StoreField(Target target, IFieldReferenceOperation field, Origin? value, IOperation where, bool isRef)
    {
        if ((field.Instance is { } instance && (IsStorage(instance) || IsThroughPointer(instance))) || (field.Field.RefKind != RefKind.None && !isRef))
        {
            EmitUse(target.Place is { Parent: { } parent } ? parent : target.Place, UseKind.Write, where);
            EmitUse(value, UseKind.Store, where);
            return;
        }

        if (isRef && value is not null && target.Place is { } holder)
        {
            EmitFlow(where, holder, value);
        }
        else if (Carries(field.Type))
        {
            var place = field.Field.IsStatic ? _origins.Of(field.Field) : target.Place;
            Replace(place, value, where, field.Type);
            if (place is null || field.Instance is { Type: { IsValueType: true } numbers } && !Carries(numbers))
            {
                // A struct of numbers and addresses is not followed: whoever has it has the address too.
                EmitUse(value, UseKind.Store, where);
            }

            if (value is not null && ViewTypes.IsView(field.Type) && field.Instance is { Type.IsValueType: true } && place?.Parent is { } wrapper)
            {
                Emit(new OriginFlow(where.Syntax, wrapper, ImmutableArray.Create(value), Adds: true, Dereferences: false));
            }
        }
    }

    private void StoreProperty(Call call, IPropertyReferenceOperation property, Origin? value, IOperation where)
    {
        var effects = call.Effects(_model);
        EmitSilenced(where, property.Property.Name is "Enabled" or "EnableRaisingEvents" && where is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: false } } ? call.Instance : null, "Stop");
        EmitOverridable(where, property.Property, property.Instance);
        EmitMayThrow(where);
        EmitPosition(property, where);
        if (_scan.CastsReadOnlyAway && !effects.IsEmpty && call.Instance is { IsCapture: false } changed)
        {
            Emit(changed, UseKind.Derive, where, isTransfer: false, isWritten: true);
        }

        foreach (var effect in effects)
        {
            if (effect.Kind == EffectKind.Rewinds && call.At(effect.Of) is { } rewound)
            {
                Emit(new Rewind(where.Syntax, rewound));
            }

            // What is computed from the old entry is written in its place.
            var isOldEntry = !effect.Key.IsNone && where is not ISimpleAssignmentOperation;
            if (effect.BreaksViews && !isOldEntry && call.At(effect.Of) is { } owner)
            {
                EmitInvalidate(call with { Operation = where }, effect, owner, (where as ISimpleAssignmentOperation)?.Value);
            }
        }

        if (effects.IsEmpty)
        {
            Run(where, property.Property.SetMethod, property.Instance, call.Instance, call.Arguments, value);
        }

        if (effects.IsEmpty && call.Instance is { } instance)
        {
            EmitUse(instance, UseKind.Write, where);
            if (IsPureGetter(property.Property) && property.Arguments.IsEmpty && Carries(property.Type))
            {
                Replace(Path(instance, PathStep.Member(property.Property), property.Property.Name), value, where, property.Type);
                return;
            }

            if (ElementStep(property) is { } step && Carries(property.Type))
            {
                Replace(Path(instance, step, step.ToString()), value, where, property.Type);
                return;
            }
        }

        EmitUse(value, UseKind.Store, where);
    }

    /// <summary>A number given by reference may lie in storage; anything else given so is a variable that holds what it is assigned.</summary>
    private void EmitWrittenThrough(Target target, IOperation where)
    {
        if (target.Operation is IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref } parameter } && !Carries(parameter.Type))
        {
            EmitUse(target.Place, UseKind.Write, where);
        }
    }

    private void ForgetIndex(IOperation target, Quantity value)
    {
        if (target is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation && IsIndexType(target.Type))
        {
            Emit(new Forget(target.Syntax, EvaluateRef(target)!, value));
        }
    }
}
