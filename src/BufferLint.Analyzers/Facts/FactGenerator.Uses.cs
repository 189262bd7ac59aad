// How a call uses its receiver and its arguments.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private void EmitUses(Call call, ImmutableArray<Effect> effects, CallSite? site)
    {
        if (call.Instance is { } instance && !IsNoUse(Slot.This))
        {
            var readsOnly = ViewTypes.IsReadOnlyView((call.Operation as IInvocationOperation)?.Instance?.Type) || call.Member is IPropertySymbol;
            Emit(instance, ReceiverUse(call, effects, readsOnly), call.Operation, isTransfer: false, isWritten: IsReceiverWritten(call, site));
        }

        foreach (var argument in call.Arguments)
        {
            EmitWrittenByOut(argument);
            if (argument.Parameter is { RefKind: not RefKind.Out } parameter && !IsNoUse(Slot.Parameter(parameter.Ordinal)) && !IsResultByReference(parameter) && !IsOnlyAssigned(parameter, argument.Operation.Value) && !IsLookedUp(call, argument))
            {
                Emit(argument.Origin, IsOnlyListed(call, argument, effects) || IsFollowed(call, site, argument) ? UseKind.Derive : ArgumentUse(call, parameter), argument.Operation, IsTransfer(call, parameter, effects, site), IsKeptByNative(call, parameter), IsWritten(call, parameter, site) && !_scan.IsReread(argument.Operation.Value));
                EmitMadeReadOnly(call, argument);
                if (argument.Origin is { } kept && IsKept(Slot.Parameter(parameter.Ordinal)))
                {
                    Emit(new Use(argument.Operation.Syntax, kept, UseKind.Store) { IsKept = true });
                }

                if (IsKeptAsElement(parameter))
                {
                    EmitUse(argument.Origin, UseKind.Store, argument.Operation);
                }
            }
        }

        bool IsKept(Slot slot)
        {
            foreach (var effect in effects)
            {
                if (effect.Kind == EffectKind.Keeps && effect.Of.Equals(slot))
                {
                    return true;
                }
            }

            return false;
        }

        bool IsNoUse(Slot slot)
        {
            foreach (var effect in effects)
            {
                if (((effect.Kind is EffectKind.Snapshot or EffectKind.Releases or EffectKind.Abandons || (slot.Equals(Slot.This) && effect.Kind is EffectKind.Starts or EffectKind.Joins)) && effect.Of.Equals(slot)) || (effect.Kind is EffectKind.ForwardsTo or EffectKind.Acquires && effect.Into.Equals(slot)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a method of the compilation only gives a variable that it gets by reference another value: what the variable holds is not touched.</summary>
    private static bool IsOnlyAssigned(IParameterSymbol parameter, IOperation given)
    {
        if (given is not (ILocalReferenceOperation { Local.IsRef: false } or IFieldReferenceOperation or IParameterReferenceOperation) || parameter is not { RefKind: RefKind.Ref, OriginalDefinition.DeclaringSyntaxReferences: [var declared] } || declared.GetSyntax() is not ParameterSyntax { Parent.Parent: { } method })
        {
            return false;
        }

        var mentions = method.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Name).ToArray();
        return mentions.Length > 0 && mentions.All(static name => name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == name);
    }

    /// <summary>Whether a collection only looks for an array, or takes it out: arrays are told apart by which they are, not by what is in them.</summary>
    private static bool IsLookedUp(Call call, Argument argument) => argument.Operation.Value.Type is IArrayTypeSymbol &&
        call is { Instance: not null, Member: IMethodSymbol { Name: "Remove" or "Contains" or "IndexOf" or "LastIndexOf" or "ContainsKey" or "ContainsValue", ContainingType: { DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { } space } } } &&
        space.ToDisplayString().StartsWith("System.Collections.", System.StringComparison.Ordinal);

    private UseKind ReceiverUse(Call call, ImmutableArray<Effect> effects, bool readsOnly) =>
        (_model.IsCarrier(call.Member) && IsViewResult(call)) || effects.Any(static effect => effect.Kind == EffectKind.ForwardsTo || (effect.Kind == EffectKind.ViewOf && effect.Of.Equals(Slot.This))) || Continuations.StandFor(call) ? UseKind.Derive :
        readsOnly || IsCopyOut(call.Member) ? UseKind.PassToRead : UseKind.Pass;

    private UseKind ArgumentUse(Call call, IParameterSymbol parameter) =>
        parameter.Ordinal == 0 && call.Instance is null && ((_model.IsCarrier(call.Member) && IsViewResult(call)) || ReadOnlyCasts.IsCast(call.Member)) ? UseKind.Derive :
        ViewTypes.IsReadOnlyView(parameter.Type) || parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter ? UseKind.PassToRead : UseKind.Pass;

    private static bool IsCopyOut(ISymbol member) => member.Name is "ToArray" or "CopyTo" or "TryCopyTo" or "ToString" or "GetEnumerator";

    private static bool IsViewResult(Call call) =>
        ViewTypes.IsView(call.ResultType) || call.Member is IMethodSymbol { RefKind: not RefKind.None } or IPropertySymbol { RefKind: not RefKind.None };
}
