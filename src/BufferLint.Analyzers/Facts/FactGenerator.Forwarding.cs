// Calls that give one thing another name: wrappers, handles, exchanges.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Gives one thing another name.</summary>
    /// <returns>What holds the result, if that is the other name.</returns>
    private Origin? Forward(Call call, Effect effect)
    {
        var forwarded = call.At(effect.Of);
        var place = call.ArgumentAt(effect.Into);
        if (effect.Into.IsResult)
        {
            return forwarded is null || (call.ArgumentAt(effect.Of) is { IsByRef: true } given && !IsVariable(given)) ? null : WorkTypes.IsAwaitable(call.ResultType) ? WithListed(call.Operation, Forwarded(call.Operation, forwarded), forwarded) : Forwarded(call.Operation, forwarded);
        }

        if (place is { } element && !IsVariable(element))
        {
            Emit(forwarded, UseKind.Store, call.Operation, isTransfer: true);
        }
        else if (call.At(effect.Into) is { } handle && (place is not null || forwarded is not null))
        {
            EmitFlow(call.Operation, handle, forwarded is null ? ImmutableArray<Origin>.Empty : ImmutableArray.Create(forwarded));
        }

        return null;
    }

    /// <summary>What stands for several tasks holds each that was put into their collection.</summary>
    private Origin WithListed(IOperation where, Origin all, Origin collection)
    {
        var listed = collection.Parent is null ? collection.Children.ToImmutableArray() : collection.Children.Append(collection).ToImmutableArray();
        if (!collection.IsTemporary && !listed.IsEmpty)
        {
            Emit(new OriginFlow(where.Syntax, all, listed, Adds: true, Dereferences: false));
        }

        return all;
    }

    /// <summary>Whether a reference is to a variable that has a name, and not to an element of something.</summary>
    private static bool IsVariable(Argument place) => place.Operation.Value is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation or IFieldReferenceOperation;
}
