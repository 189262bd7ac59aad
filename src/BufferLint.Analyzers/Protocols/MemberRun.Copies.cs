// Values of structs: a copy has the parts that the original has, and what is done to one of them the other never learns.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    /// <summary>An object that is a copy of a value.</summary>
    /// <param name="Type">The type of that.</param>
    /// <param name="Syntax">Where it is made.</param>
    private sealed record Box(ITypeSymbol Type, SyntaxNode Syntax);

    /// <summary>Whether what has a type may have parts that are followed.</summary>
    private static bool MayHaveParts(ITypeSymbol? type) => type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct };

    /// <summary>Where the parts are of the value that an expression came to.</summary>
    private Place? ValueOf(IOperation? operation) => operation switch
    {
        null => null,
        IConversionOperation { OperatorMethod: null } conversion => ValueOf(conversion.Operand),
        ISimpleAssignmentOperation assignment => ValueOf(assignment.Target),
        IFlowCaptureReferenceOperation capture => Place.Captured(capture.Id),
        IInvocationOperation { Instance: { } nullable } call when KnownCalls.IsValueOfNullable(call.TargetMethod) => ValueOf(nullable),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable } => ValueOf(nullable),
        IInvocationOperation or IArrayElementReferenceOperation => Place.Made(operation),
        IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: { Type.IsValueType: true } whole } when PlaceOf(operation) is null => ValueOf(whole)?.To(field),
        IPropertyReferenceOperation => PlaceOf(operation) ?? Place.Made(operation),
        _ => PlaceOf(operation),
    };

    /// <summary>The place of what a call is made on; what a <c>using</c> disposes is the value that it was given.</summary>
    private Place? ReceiverOf(IOperation instance, IMethodSymbol called) =>
        IsBoxing(instance) || (called.ContainingType?.TypeKind == TypeKind.Interface && instance is IFlowCaptureReferenceOperation { Type.IsValueType: true }) ? ValueOf(instance) : PlaceOf(Bare(instance)) ?? (MayHaveParts(instance.Type) || instance.Type?.TypeKind == TypeKind.Interface ? ValueOf(instance) : null);

    /// <summary>Copies the parts of a value to another place.</summary>
    private void CopyParts(IOperation? value, Place to, ObjectState state)
    {
        if (value is not null && (MayHaveParts(value.Type) || MayHaveParts(Bare(value).Type)) && ValueOf(value) is { } from && !from.Equals(to))
        {
            state.CopyParts(from, to);
        }
    }

    /// <summary>Whether a value was made, or came in, with something in it.</summary>
    private static bool MayBeLease(IOperation value) => Bare(value) switch
    {
        IObjectCreationOperation { Arguments.IsEmpty: false } or IInvocationOperation or IParameterReferenceOperation => true,
        ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } => declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } },
        _ => false,
    };

    /// <summary>What a pattern declares is a copy of what it asks.</summary>
    private void DeclareCopy(IIsPatternOperation test, ObjectState state)
    {
        var declared = (test.Pattern is INegatedPatternOperation negated ? negated.Pattern : test.Pattern) switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation parts => parts.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
        {
            CopyParts(test.Value, Place.Variable(declared), state);
        }
    }

    /// <summary>Whether a call is given a value in which there is storage of the watched field.</summary>
    private bool GivesParts(IInvocationOperation? call, ObjectState state)
    {
        foreach (var argument in call?.Arguments ?? System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty)
        {
            if (MayHaveParts(argument.Value.Type) && GivenOf(argument) is { } given && state.HoldsStorageWithin(given))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call runs a struct's own code, or code that is given one.</summary>
    private bool IsOfValue(IInvocationOperation? call, ObjectState state) => (call?.Instance is { } instance && MayHaveParts(Bare(instance).Type)) || GivesParts(call, state);

    /// <summary>What is known of a value that a struct's code finds where its copies find it too: one that was released before may have changed it.</summary>
    private Content Shared(IOperation reference, Content content) =>
        _context.OfValues > 0 && content is { Knowledge: Knowledge.Unknown, Storage: Storage.None } && reference is IMemberReferenceOperation { Member: { ContainingType: var declaring } member } && (member.IsStatic || declaring is { IsReferenceType: true })
            ? Content.Changed
            : content;

    /// <summary>The parameters of a function have the parts of the values that it is given.</summary>
    private void GiveParts(IInvocationOperation? call, IMethodSymbol function, ObjectState state, ObjectState entered)
    {
        foreach (var argument in call?.Arguments ?? System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Parameter is { RefKind: not RefKind.Out, Ordinal: var ordinal } && ordinal < function.Parameters.Length && MayHaveParts(argument.Value.Type) && GivenOf(argument) is { } given)
            {
                entered.TakeParts(state, given, Place.Variable(function.Parameters[ordinal]));
            }
        }
    }

    private Place? GivenOf(IArgumentOperation argument) => argument.Parameter?.RefKind is RefKind.None ? ValueOf(argument.Value) : PlaceOf(argument.Value) ?? ValueOf(argument.Value);

    /// <summary>Whether a call works on a copy of a value: what it does to that the field never learns.</summary>
    private bool IsCopied(IOperation receiver) => receiver switch
    {
        IFieldReferenceOperation { Field: { Type.IsValueType: true } field, Instance: var whole } => field.IsReadOnly || (field.ContainingType is { IsValueType: true } && whole is not null && IsCopied(whole)),
        IPropertyReferenceOperation { Type.IsValueType: true, Property.RefKind: not RefKind.Ref } => true,
        IInvocationOperation { Type.IsValueType: true, TargetMethod.RefKind: not RefKind.Ref } => true,
        IParameterReferenceOperation { Parameter.RefKind: not (RefKind.None or RefKind.Ref or RefKind.Out) } => true,
        ILocalReferenceOperation { Local.RefKind: RefKind.RefReadOnly } => true,
        IInstanceReferenceOperation { Type.IsValueType: true } => _context.Running.Peek().IsReadOnly,
        _ => IsBoxing(receiver),
    };

    /// <summary>Whether a value becomes an object, which is a copy of it.</summary>
    private static bool IsBoxing(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true, Operand.Type.IsValueType: true };

    /// <summary>The object that a value becomes; of what type it is says what calls on it run.</summary>
    private static Content? BoxOf(IConversionOperation conversion) =>
        IsBoxing(conversion) && WatchedFields.IsOwnLease(conversion.Operand.Type) ? Content.Known(new Box(WatchedFields.Unwrapped(conversion.Operand.Type)!, conversion.Syntax)) : null;

    /// <summary>The struct of whose value an interface is asked.</summary>
    private static ITypeSymbol? CopiedType(IInvocationOperation call, Content receiver) =>
        call is not { TargetMethod.ContainingType.TypeKind: TypeKind.Interface, Instance: { } instance } ? null
        : Bare(instance).Type is { IsValueType: true } ? WatchedFields.Unwrapped(Bare(instance).Type)
        : (receiver.Constant as Box)?.Type;

    /// <summary>Whether a call is made on an element of an array itself, or on a part of one.</summary>
    private bool IsElement(IOperation? instance) => instance switch
    {
        IArrayElementReferenceOperation => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsElement(whole),
        IFlowCaptureReferenceOperation capture => _captures.TryGetValue(capture.Id, out var captured) && captured is not IFlowCaptureReferenceOperation && IsElement(captured),
        _ => false,
    };
}
