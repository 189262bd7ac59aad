// What is given to code that nobody describes: counted views may be released there, readers may be advanced.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Views given to code nobody describes may be released by it; <c>Dispose</c> of whatever type ends what it is called on.</summary>
    private void EmitHandedOver(Call call, ImmutableArray<Effect> effects)
    {
        EmitOwnersHandedOver(call, effects);
        if (_model.HasAnnotations && effects.IsEmpty && call is { Member: IMethodSymbol { Name: "Dispose" }, Instance: { } disposed })
        {
            Emit(new Release(call.Operation.Syntax, disposed));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Origin: { } handed, Parameter: { Type: { IsReferenceType: true, SpecialType: not SpecialType.System_Object } or ITypeParameterSymbol } parameter } &&
                !effects.Any(effect => effect.Of.Equals(Slot.Parameter(parameter.Ordinal))))
            {
                EmitHandOver(handed, argument.Operation);
            }
        }
    }

    /// <summary>What becomes of a counted view is another's business from here on.</summary>
    private void EmitHandOver(Origin view, IOperation where)
    {
        if (_model.HasAnnotations)
        {
            Emit(new Release(where.Syntax, view, IsHandedOver: true));
        }
    }

    /// <summary>A constructor keeps its arguments, a method that nobody describes does what it likes and forgets them.</summary>
    private void EmitOwnersHandedOver(Call call, ImmutableArray<Effect> effects)
    {
        if (!_scan.ReadsOn)
        {
            return;
        }

        if (call.Instance is { } instance && effects.IsEmpty && !_model.IsCarrier(call.Member))
        {
            EmitOwnerHandOver(instance, call.Operation, isKept: false);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Origin: { } handed, Parameter: { } parameter } && !effects.Any(effect => effect.Of.Equals(Slot.Parameter(parameter.Ordinal))))
            {
                EmitOwnerHandOver(handed, argument.Operation, call.Operation is IObjectCreationOperation || !effects.IsEmpty);
            }
        }
    }

    /// <summary>
    /// Whether a callee may keep an argument, and answer for its release. Source tells what it does with it; the framework
    /// borrows arrays, views and addresses, constructors and collections apart; all others may.
    /// </summary>
    private static bool IsTransfer(Call call, IParameterSymbol parameter, ImmutableArray<Effect> effects, CallSite? site)
    {
        if (site is { Summary.IsUnknown: false })
        {
            return site.Summary.Transferred.Contains(parameter.Ordinal);
        }

        var slot = Slot.Parameter(parameter.Ordinal);
        if (effects.Any(effect => effect.Of.Equals(slot)))
        {
            return effects.Any(effect => effect.Kind is EffectKind.Transfers or EffectKind.Starts && effect.Of.Equals(slot));
        }

        // What is a view of the argument has it under another name: what becomes of that is seen.
        return !(ViewTypes.IsView(parameter.Type) && parameter.Type.TypeKind != TypeKind.Pointer) && !ViewTypes.IsView(call.ResultType) &&
            !(IsOfFramework(call.Member) && call.Operation is not IObjectCreationOperation && IsOnlyBorrowed(parameter.OriginalDefinition.Type) && !IsWritten(call.Member, parameter) && !IsState(call, parameter));
    }

    /// <summary>Whether a view is given where a container takes what its elements are: a list of segments, a channel of memories.</summary>
    private static bool IsKeptAsElement(IParameterSymbol parameter) =>
        ViewTypes.IsOverArray(parameter.Type) && parameter.OriginalDefinition.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type };

    /// <summary>Whether an address is written into memory, where others find it.</summary>
    private static bool IsWritten(ISymbol member, IParameterSymbol parameter) => member is { Name: "WriteIntPtr", ContainingType.Name: "Marshal" } && parameter.Name == "val";

    /// <summary>Whether a delegate that is given as well gets it, and may release it; a safe handle releases what it is set to.</summary>
    private static bool IsState(Call call, IParameterSymbol parameter) =>
        (parameter.Type.SpecialType == SpecialType.System_Object && call.Arguments.Any(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate)) ||
        call.Member is { Name: "SetHandle", ContainingType.Name: "SafeHandle" or "CriticalHandle" };

    private static bool IsOnlyBorrowed(ITypeSymbol type) => type is IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_Array or SpecialType.System_Object };

    private static bool IsOfFramework(ISymbol member) =>
        member.DeclaringSyntaxReferences.IsEmpty && member.ContainingNamespace is { } space && (space.Name == "System" || space.ToDisplayString().StartsWith("System.", System.StringComparison.Ordinal));

    /// <summary>Who is told whether a read succeeded may stop there: <c>Assert.False(reader.TryRead(out _))</c>.</summary>
    private void EmitAnswerHandedOver(Call call, ImmutableArray<Effect> effects)
    {
        var parent = call.Operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not })
        {
            parent = parent.Parent;
        }

        if (parent is IArgumentOperation or IInvalidOperation && call.Instance is { } reader && effects.Any(effect => effect is { IsLease: true, Into.IsResult: false }))
        {
            EmitOwnerHandOver(reader, call.Operation, isKept: false);
        }
    }

    /// <summary>Whether what a variable holds is asked for, or replaced, by code that gets a reference to the whole of a read's result.</summary>
    private static bool IsResultByReference(IParameterSymbol parameter) => parameter.RefKind == RefKind.Ref && PipeApis.IsReadResult(parameter.Type);

    private void EmitOwnerHandOver(Origin owner, IOperation where, bool isKept)
    {
        if (_scan.ReadsOn)
        {
            Emit(new HandOver(where.Syntax, owner, isKept));
        }
    }
}
