// Copies of structs. A struct that releases its storage has it in its fields: whoever gets a copy of it has the same storage
// once more, and releases that without the first one knowing.
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Fields beyond these are copied, and have no names.</summary>
    private const int MaxNamedFields = 8;

    private bool _copiesOwners;

    /// <summary>A copy of a struct has what its fields hold, also those that nothing was asked of here yet.</summary>
    private void CopyStruct(IOperation where, Origin target, Origin value, ITypeSymbol? type)
    {
        NameOwned(value, type);
        CopyPaths(where, target, value);
        _copiesOwners |= OwningStructs.Behind(type) is not null && target.Step is { IsElement: true } or { Symbol: IFieldSymbol { ContainingType.IsTupleType: true } };
    }

    /// <summary>The same where nothing is copied of other structs.</summary>
    private void CopyOwned(IOperation where, Origin target, Origin value, ITypeSymbol? type)
    {
        if (OwningStructs.Behind(type) is not null)
        {
            CopyStruct(where, target, value, type);
        }
    }

    /// <summary>Gives names to the fields of a struct that may release what they hold.</summary>
    private void NameOwned(Origin value, ITypeSymbol? type)
    {
        if (OwningStructs.Behind(type) is not { } owning)
        {
            return;
        }

        foreach (var field in owning.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && Carries(field.Type)).Take(MaxNamedFields))
        {
            var member = field.AssociatedSymbol ?? field;
            if (Path(value, PathStep.Member(member), member.Name) is { } path)
            {
                NameOwned(path, field.Type);
            }
        }
    }

    /// <summary>What a method is called on that may change it: a copy, where the place may not be written or is none.</summary>
    private Origin? CalledOn(IInvocationOperation call, Origin? receiver)
    {
        if (receiver is null || call is not { TargetMethod: { IsStatic: false, IsReadOnly: false }, Instance: { } instance } || OwningStructs.Behind(Callees.ReceiverType(instance)) is not { } type || !IsCopied(instance))
        {
            return receiver;
        }

        var copy = Temporary(instance);
        EmitFlow(instance, copy, receiver);
        CopyStruct(instance, copy, receiver, type);
        return copy;
    }

    /// <summary>A struct that becomes an object is copied into that.</summary>
    private Origin Boxed(IConversionOperation conversion, Origin operand)
    {
        if (conversion is not { IsImplicit: false } and not { Parent: not IInvocationOperation } || conversion is not { Type.IsReferenceType: true, Operand.Type: { IsValueType: true } type } || OwningStructs.Behind(type) is null)
        {
            return operand;
        }

        var box = Temporary(conversion);
        EmitFlow(conversion, box, operand);
        CopyStruct(conversion, box, operand, type);
        return box;
    }

    /// <summary>Whether a member only gives what a nullable struct has in it.</summary>
    private static bool IsInNullable(ISymbol member, ITypeSymbol? type) =>
        member is { Name: "Value" or "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } and not IMethodSymbol { Parameters.IsEmpty: false } && OwningStructs.Behind(type) is not null;

    private bool IsCopied(IOperation receiver) => receiver switch
    {
        IPropertyReferenceOperation { Property.RefKind: RefKind.None } or IInvocationOperation { TargetMethod.RefKind: RefKind.None } => true,
        IPropertyReferenceOperation { Property.RefKind: RefKind.RefReadOnly } or IInvocationOperation { TargetMethod.RefKind: RefKind.RefReadOnly } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } or ILocalReferenceOperation { Local: { RefKind: RefKind.RefReadOnly } } => true,
        IFieldReferenceOperation { Field: { IsReadOnly: true, ContainingType: var type } } => _owner is not { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } || !SymbolEqualityComparer.Default.Equals(_owner.ContainingType, type),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } outer } => IsCopied(outer),
        IParenthesizedOperation parenthesized => IsCopied(parenthesized.Operand),
        _ => false,
    };
}
