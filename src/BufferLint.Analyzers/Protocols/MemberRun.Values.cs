// What expressions come to, and what evaluating them does.
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    private Content Evaluate(IOperation? operation, ObjectState state)
    {
        if (operation is null || state.IsDead)
        {
            return Content.Unknown;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();

        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return Content.Known(constant);
            case IDefaultValueOperation { Type: { IsReferenceType: true } or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } }:
            case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } }:
                return Content.Null;
            case IFlowCaptureOperation capture:
                var captured = Evaluate(capture.Value, state);
                state.Assign(Place.Captured(capture.Id), captured);
                CopyParts(capture.Value, Place.Captured(capture.Id), state);
                return captured;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.Value, state);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets, Value: var value }:
                return Deconstruct(targets, value, state);
            case ICompoundAssignmentOperation compound:
                return Set(compound.Target, Counted(compound.Target, Evaluate(compound.Target, state).With(Evaluate(compound.Value, state)), state), state);
            case IIncrementOrDecrementOperation step:
                return Set(step.Target, Counted(step.Target, Evaluate(step.Target, state), state), state);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Not(Evaluate(not.Operand, state));
            case IBinaryOperation binary:
                return Comparisons.Of(binary.OperatorKind, Asked(Evaluate(binary.LeftOperand, state)), Asked(Evaluate(binary.RightOperand, state)));
            case IIsNullOperation test:
                return Comparisons.IsNull(Asked(Evaluate(test.Operand, state)));
            case IIsPatternOperation pattern:
                var match = Match(Asked(Evaluate(pattern.Value, state)), pattern.Pattern, state);
                DeclareCopy(pattern, state);
                return match;
            case IIsTypeOperation test:
                return IsType(Evaluate(test.ValueOperand, state), test.IsNegated);
            case IConversionOperation conversion:
                return Convert(conversion, state);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IFlowCaptureReferenceOperation:
                return Read(operation, state);
            case IPropertyReferenceOperation property:
                return ReadProperty(property, state);
            case IArrayElementReferenceOperation element:
                return ReadElement(element, state);
            case IInvocationOperation call:
                return Call(call, state);
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments)
                {
                    Use(Evaluate(argument.Value, state), argument.Syntax, state);
                }

                return Made(creation);
            case IArrayCreationOperation array:
                Each(array.ChildOperations, state);
                return Made(array);
            case IDelegateCreationOperation { Target: var code }:
                HandOut(code, state);
                return Content.Unknown;
            case IEventAssignmentOperation { Adds: false }:
            case IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return Content.Unknown;
            case { Kind: OperationKind.None }:
                // Pointers are read and written by operations that have no kind.
                foreach (var part in operation.ChildOperations)
                {
                    Use(Evaluate(part, state), operation.Syntax, state);
                }

                return Content.Unknown;
            case ICollectionExpressionOperation { Elements.IsEmpty: true }:
                return Content.Null;
            default:
                return Each(operation.ChildOperations, state);
        }
    }

    /// <summary>An object that is made here: it is something, and nothing else is it.</summary>
    private static Content Made(IOperation creation) => creation.Type is { IsReferenceType: true } ? Content.Known(creation.Syntax) : Content.Unknown;

    private Content Each(System.Collections.Generic.IEnumerable<IOperation> parts, ObjectState state) =>
        parts.Aggregate(Content.Unknown, (all, part) => all.With(Evaluate(part, state)));

    private Content Assign(IOperation target, IOperation value, ObjectState state)
    {
        if (PlaceOf(target) is null && target is not IInstanceReferenceOperation)
        {
            Evaluate(target, state);
        }

        if (IsNamedCode(target))
        {
            return Content.Unknown;
        }

        var content = Evaluate(value, state);
        if (target is ILocalReferenceOperation { Local.RefKind: not RefKind.None })
        {
            content = Referred(value, content, state);
        }

        if (target is IInstanceReferenceOperation)
        {
            state.AssignWhole(_self);
            return content;
        }

        var from = PlaceOf(Bare(value));
        Set(target, content, state, from is { IsOfObject: false } ? from : null);
        if (PlaceOf(target) is { } place)
        {
            if (state.IsBeingMade && MayBeLease(value))
            {
                state.Begin(place, from);
            }

            CopyParts(value, place, state);
            return place.Equals(state.Watched) ? state.Of(place) : content;
        }

        return content;
    }

    private Content Deconstruct(ITupleOperation targets, IOperation value, ObjectState state)
    {
        var parts = Bare(value) is ITupleOperation tuple && tuple.Elements.Length == targets.Elements.Length ? tuple.Elements.Select(part => Evaluate(part, state)).ToArray() : null;
        if (parts is null)
        {
            Evaluate(value, state);
        }

        for (var index = 0; index < targets.Elements.Length; index++)
        {
            Set(targets.Elements[index], parts?[index] ?? Content.Changed, state);
        }

        return Content.Unknown;
    }

    private Content Set(IOperation target, Content content, ObjectState state, Place? from = null)
    {
        if (target is IPropertyReferenceOperation { Property: { SetMethod: { } setter } property } own && IsOwn(own) && !IsAutomatic(property))
        {
            RunOwn(setter, new[] { content }, target, state);
        }
        else if (PlaceOf(target) is { } place)
        {
            state.Assign(place, content, from);
        }
        else
        {
            EmptyIfElement(target, state);
        }

        return content;
    }

    private Content Read(IOperation operation, ObjectState state)
    {
        if (operation is IFieldReferenceOperation { Instance: { } instance } && PlaceOf(operation) is null)
        {
            Use(Evaluate(instance, state), operation.Syntax, state);
        }

        if (operation is ILocalReferenceOperation { Local: var local } && CodeNamed(local).Code is { } code)
        {
            HandOut(code, state);
        }

        return operation is IFlowCaptureReferenceOperation capture ? state.Of(Place.Captured(capture.Id))
            : Shared(operation, PlaceOf(operation) is { } place ? state.Of(place) : Content.Unknown);
    }

    private Content ReadProperty(IPropertyReferenceOperation reference, ObjectState state)
    {
        if (PlaceOf(reference) is { } place)
        {
            return Shared(reference, state.Of(place));
        }

        if (reference is { Property: { GetMethod: { } getter, IsIndexer: false } } && IsOwn(reference))
        {
            return RunOwn(getter, System.Array.Empty<Content>(), reference, state);
        }

        var receiver = Evaluate(reference.Instance, state);
        if (receiver.IsWhole)
        {
            return ReadOfWhole(reference, receiver, state);
        }

        if (KnownCalls.AskWhetherThere.Contains(reference.Property.Name) && Asked(receiver).IsSomething)
        {
            return Content.Known(true);
        }

        if (reference.Property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            return receiver;
        }

        if (!KnownCalls.AskNothing.Contains(reference.Property.Name))
        {
            Use(receiver, reference.Syntax, state);
        }

        return Shared(reference, receiver.With(Each(reference.Arguments, state)));
    }

    private Content Convert(IConversionOperation conversion, ObjectState state)
    {
        var content = Evaluate(conversion.Operand, state);
        if (conversion.OperatorMethod is not null && !KnownCalls.IsNumberOfAddress(conversion.OperatorMethod))
        {
            Use(content, conversion.Syntax, state);
            return content.With(Content.Unknown);
        }

        return BoxOf(conversion) ?? content;
    }

    /// <summary>Something is done with an object, or it is handed to code that nobody sees.</summary>
    private void Use(Content content, SyntaxNode where, ObjectState state)
    {
        if (content.IsWhole)
        {
            state.Empty();
        }
        else if ((content.Storage & state.Released & Storage.Former) != 0)
        {
            state.Note(new MemberEvent(content.GivenAt ?? _calledAt ?? where, IsRelease: false));
        }
    }

    /// <summary>A condition asks what something is.</summary>
    private Content Asked(Content content)
    {
        _context.AskedForField |= content.Storage != Storage.None;
        return content;
    }

    private static Content Not(Content content) => content.Truth is { } truth ? Content.Known(!truth) : content;

    private static Content IsType(Content content, bool isNegated) => content.IsNull ? Content.Known(isNegated) : content.Storage != Storage.None ? Content.Known(!isNegated) : content.With(Content.Unknown);

    private Content Match(Content content, IPatternOperation pattern, ObjectState state)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }:
                return Comparisons.Of(BinaryOperatorKind.Equals, content, Content.Known(constant));
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: var bound } } relation:
                return Comparisons.Of(relation.OperatorKind, content, Content.Known(bound));
            case INegatedPatternOperation negated:
                return Not(Match(content, negated.Pattern, state));
            case IBinaryPatternOperation binary:
                return Comparisons.Either(Match(content, binary.LeftPattern, state), Match(content, binary.RightPattern, state), isAnd: binary.OperatorKind == BinaryOperatorKind.And);
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, content, state);
                return declaration.MatchesNull ? Content.Known(true) : IsType(content, isNegated: false);
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } something:
                Declare(something.DeclaredSymbol, content, state);
                return IsType(content, isNegated: false);
            case IRecursivePatternOperation parts:
                Declare(parts.DeclaredSymbol, content, state);
                return content.IsNull ? Content.Known(false) : content.With(Content.Unknown);
            case IDiscardPatternOperation:
                return Content.Known(true);
            default:
                return content.With(Content.Unknown);
        }
    }

    private static void Declare(ISymbol? variable, Content content, ObjectState state)
    {
        if (variable is not null)
        {
            state.Assign(Place.Variable(variable), content);
        }
    }

    private bool IsOwn(IPropertyReferenceOperation reference) => reference.Instance is IInstanceReferenceOperation || _context.IsOwnStatic(reference.Property);

    /// <summary>The place that an expression names; <see langword="null"/> if it is none, or nobody's who is followed.</summary>
    private Place? PlaceOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => Place.Variable(local.Local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } kept } when !_context.Running.Contains(constructor, SymbolEqualityComparer.Default) => _self?.To(kept),
        IParameterReferenceOperation parameter => Place.Variable(parameter.Parameter),
        IDeclarationExpressionOperation declaration => PlaceOf(declaration.Expression),
        IInstanceReferenceOperation => _self,
        IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: { } whole } => PlaceOf(whole)?.To(field),
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when _context.IsStatic => Place.Static.To(field),
        IPropertyReferenceOperation { Property: { IsStatic: false, IsIndexer: false } property, Instance: { } whole } when IsAutomatic(property) => PlaceOf(whole)?.To(property),
        IFlowCaptureReferenceOperation capture when _captures.TryGetValue(capture.Id, out var captured) && captured is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => PlaceOf(captured),
        _ => null,
    };

    /// <summary>Whether a property is a field by another name.</summary>
    public static bool IsAutomatic(IPropertySymbol property)
    {
        if (property.IsVirtual || property.IsOverride)
        {
            return false;
        }

        // All members are asked only where the field may have another name.
        var fields = property.ExplicitInterfaceImplementations.IsEmpty ? property.ContainingType.GetMembers("<" + property.Name + ">k__BackingField") : property.ContainingType.GetMembers();
        return fields.Any(field => field is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property));
    }

    private static IOperation Bare(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? Bare(conversion.Operand) : operation;
}
