// How a call uses its receiver and its arguments.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
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
            if (argument.Parameter is { RefKind: not RefKind.Out } parameter && !IsNoUse(Slot.Parameter(parameter.Ordinal)) && !IsResultByReference(parameter))
            {
                Emit(argument.Origin, IsOnlyListed(call, argument, effects) || IsFollowed(call, site, argument) ? UseKind.Derive : ArgumentUse(call, parameter), argument.Operation, IsTransfer(call, parameter, effects, site), IsKeptByNative(call, parameter), IsWritten(call, parameter, site) && !_scan.IsReread(argument.Operation.Value));
                EmitMadeReadOnly(call, argument);
                if (argument.Origin is { } kept && effects.Any(effect => effect.Kind == EffectKind.Keeps && effect.Of.Equals(Slot.Parameter(parameter.Ordinal))))
                {
                    Emit(new Use(argument.Operation.Syntax, kept, UseKind.Store) { IsKept = true });
                }

                if (IsKeptAsElement(parameter))
                {
                    EmitUse(argument.Origin, UseKind.Store, argument.Operation);
                }
            }
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
