// Reading variables, fields, properties, elements and captures.
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private Origin? Load(Origin origin, ISymbol variable, bool isRef, IOperation where)
    {
        if (isRef)
        {
            EmitUse(origin, UseKind.Read, where);
            return Dereference(origin, where);
        }

        if (!Carries(where.Type))
        {
            return null;
        }

        return _scan.IsAssignedInside(variable) ? Fresh(where, where.Type) : origin;
    }

    /// <summary>What a reference refers to: the very object if a variable was aliased, else something in the storage.</summary>
    private Origin? Dereference(Origin reference, IOperation where)
    {
        if (!Carries(where.Type))
        {
            return null;
        }

        var result = Temporary(where);
        Emit(new OriginFlow(where.Syntax, result, ImmutableArray.Create(reference), Adds: false, Dereferences: true));
        return result;
    }

    private Origin? Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is IInstanceReferenceOperation { IsImplicit: true })
        {
            // Nobody can write a condition around it: what it is called on, and what a constructor that calls another makes, is this object.
            _origins.Bind(capture.Id, _origins.This);
            return null;
        }

        var isLValue = _lvalueCaptures.Contains(capture.Id);
        if (isLValue)
        {
            _captured[capture.Id] = capture.Value is ILocalReferenceOperation { Local: var name } && _scan.SameVariable(name) is { } variable ? variable : capture.Value;
        }

        var value = isLValue ? EvaluateRef(capture.Value) : Evaluate(capture.Value);
        if (value is not null)
        {
            EmitFlow(capture, _origins.Of(capture.Id), value);
            if (value.IsTemporary || (!isLValue && OwningStructs.Behind(capture.Value.Type) is not null))
            {
                CopyStruct(capture, _origins.Of(capture.Id), value, capture.Value.Type);
            }
        }

        if (_measures && !isLValue)
        {
            NoteStream(capture);
            Measure(_origins.Of(capture.Id), capture.Value.Type, capture.Value, capture);
        }

        return null;
    }

    private Origin? LoadCapture(IFlowCaptureReferenceOperation reference)
    {
        var origin = _origins.Of(reference.Id);
        if (_captured.TryGetValue(reference.Id, out var place) && IsThroughView(place))
        {
            EmitUse(origin, UseKind.Read, reference);
            return Dereference(origin, reference);
        }

        return Carries(reference.Type) ? origin : null;
    }

    /// <summary>Whether an assignment to a place writes storage, rather than giving a variable another value.</summary>
    private static bool IsThroughView(IOperation place) => place switch
    {
        ILocalReferenceOperation local => local.Local.IsRef,
        IPropertyReferenceOperation property => property.Property.ReturnsByRef || property.Property.ReturnsByRefReadonly,
        IArrayElementReferenceOperation => true,
        IImplicitIndexerReferenceOperation => true,
        IInvocationOperation => true,
        IFlowCaptureReferenceOperation => true,
        _ => false,
    };

    private Origin? Field(IFieldReferenceOperation field)
    {
        if (field.Field.IsStatic || field.Field.IsConst)
        {
            return NullTest.IsNull(field) ? null : Carries(field.Type) ? _origins.Of(field.Field) : null;
        }

        var instance = Evaluate(field.Instance);
        if (field.Field.RefKind != RefKind.None && instance is not null)
        {
            EmitUse(instance, UseKind.Read, field);
            return Dereference(instance, field);
        }

        return FieldThrough(instance, field) ?? (field.Field.IsFixedSizeBuffer ? FixedBuffer(field) : null);
    }

    private Origin? FieldThrough(Origin? instance, IFieldReferenceOperation field) =>
        instance is null || !Carries(field.Type)
            ? instance is not null && field.Instance?.Type?.IsValueType == true && IsStorage(field.Instance) ? instance : null
            : Path(instance, PathStep.Member(field.Field), field.Field.Name);

    /// <summary>Whether a struct is reached through a view, so that its fields are in the storage.</summary>
    private bool IsStorage(IOperation instance) => instance switch
    {
        ILocalReferenceOperation local => local.Local.IsRef,
        IPropertyReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInvocationOperation => true,
        IFlowCaptureReferenceOperation capture => _captured.TryGetValue(capture.Id, out var place) && IsThroughView(place),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } outer } => IsStorage(outer),
        _ => false,
    };

    private Origin? Path(Origin parent, PathStep step, string name)
    {
        var shown = step.IsOfPointers ? parent.Name : parent.Symbol is null && parent.Parent is null ? name : name.StartsWith("[") ? parent.Name + name : parent.Name + "." + name;
        return _origins.Path(parent, step, shown);
    }

    /// <summary>An event inside of its type: the delegate that its subscribers made up.</summary>
    private Origin? Event(IEventReferenceOperation raised) =>
        raised.Event.IsStatic ? _origins.Of(raised.Event) : Evaluate(raised.Instance) is { } instance ? Path(instance, PathStep.Member(raised.Event), raised.Event.Name) : null;

    private Origin? Property(IPropertyReferenceOperation reference, bool asRef)
    {
        var property = reference.Property;
        var instance = GivesItself(property) ? EvaluateRef(reference.Instance) : Evaluate(reference.Instance);
        if (IsInNullable(property, reference.Type))
        {
            return instance;
        }

        var arguments = Arguments(reference.Arguments);
        var call = new Call(reference, property, instance, arguments);
        EmitOverridable(reference, property, reference.Instance);
        EmitIndexed(reference);
        var carriesOn = _model.IsCarrier(property) && ViewTypes.IsView(reference.Type);
        if (!call.EffectsAreKnown(_model) && !carriesOn && IsPureGetter(property) && instance is not null && reference.Arguments.IsEmpty)
        {
            var stored = PropertyShape.MemberBehind(property) ?? property;
            return Carries(reference.Type) ? Path(instance, PathStep.Member(stored), stored.Name) : UseOfReceiver(call);
        }

        if (property.IsStatic && IsPureGetter(property) && !call.EffectsAreKnown(_model) && Carries(reference.Type))
        {
            return _origins.Of(PropertyShape.MemberBehind(property) ?? property);
        }

        if (ElementStep(reference) is { } step && instance is not null && Carries(reference.Type))
        {
            EmitUse(instance, UseKind.Read, reference);
            return Path(instance, step, step.ToString());
        }

        var result = Result(call, asRef);
        if (KeyIn(call) is { } key && instance is not null)
        {
            Emit(new FindKey(reference.Syntax, instance, key));
        }

        return result;
    }

    /// <summary>The key under which an indexer reads or writes an entry.</summary>
    private object? KeyIn(Call call)
    {
        foreach (var effect in call.Effects(_model))
        {
            if (effect.Kind == EffectKind.Moves && call.ArgumentAt(effect.Key) is { } argument)
            {
                return KeyOf(argument.Operation.Value);
            }
        }

        return null;
    }

    private Origin? UseOfReceiver(Call call)
    {
        EmitUse(call.Instance, UseKind.Read, call.Operation);
        return null;
    }

    /// <summary>
    /// Whether two reads of a property give the same object unless something was assigned between: an automatic
    /// property, or one whose source only returns a field; of a reference's properties all are taken to be so.
    /// </summary>
    private static bool IsPureGetter(IPropertySymbol property) =>
        property.Name != "Current" && !property.IsIndexer && !property.ReturnsByRef && !property.ReturnsByRefReadonly &&
        property.ContainingType is { IsRefLikeType: false } &&
        (property.DeclaringSyntaxReferences.IsEmpty || PropertyShape.IsStored(property));

    private Origin? ArrayElement(IArrayElementReferenceOperation element, bool asRef)
    {
        var array = Evaluate(element.ArrayReference);
        foreach (var index in element.Indices)
        {
            Evaluate(index);
        }

        if (element.Indices is [var first, ..])
        {
            EmitRange(element, element.ArrayReference, first);
        }

        if (array is null)
        {
            return null;
        }

        if (asRef && element is { Type.IsReferenceType: true, Indices: [var only] } && IndexStep(only) is { } slot && Carries(element.Type))
        {
            EmitUse(array, UseKind.Derive, element);
            return Path(array, slot, slot.ToString());
        }

        if (asRef)
        {
            EmitMayThrow(element);
            return Issue(element, array, Effect.View(Slot.This), key: null);
        }

        EmitUse(array, UseKind.Read, element);
        if (element.Type is IArrayTypeSymbol && element.Indices is [{ Type.Name: "Range" }])
        {
            return Fresh(element, element.Type);
        }

        return _model.Types.Carries(element.Type) && element.Indices.Length == 1 && IndexStep(element.Indices[0]) is { } step
            ? Path(array, step, step.ToString())
            : Fresh(element, element.Type);
    }

    private Origin? ImplicitIndexer(IImplicitIndexerReferenceOperation indexer, bool asRef)
    {
        var instance = Evaluate(indexer.Instance);
        Evaluate(indexer.Argument);
        EmitRange(indexer, indexer.Instance, indexer.Argument);
        if (instance is null)
        {
            return null;
        }

        EmitMayThrow(indexer);
        if (asRef || ViewTypes.IsView(indexer.Type))
        {
            return Issue(indexer, instance, Effect.View(Slot.This), key: null);
        }

        EmitUse(instance, UseKind.Read, indexer);
        return Fresh(indexer, indexer.Type);
    }

    private PathStep? ElementStep(IPropertyReferenceOperation reference) =>
        reference.Property is { IsIndexer: true, ReturnsByRef: false, ContainingType.Name: "List" } && reference.Arguments is [var argument]
            ? IndexStep(argument.Value)
            : null;

    private static PathStep? IndexStep(IOperation index) => index switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => PathStep.Element(constant),
        ILocalReferenceOperation local when IsIndexType(local.Type) => PathStep.Element(local.Local),
        IParameterReferenceOperation parameter when IsIndexType(parameter.Type) => PathStep.Element(parameter.Parameter),
        _ => null,
    };

    /// <summary>Whether assignments to a variable of a type are followed, so that an element under it is known to be another one afterwards.</summary>
    private static bool IsIndexType(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };
}
