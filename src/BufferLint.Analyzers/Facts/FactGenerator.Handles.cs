// Pointers that a handle lends: who has one is asked for nothing, it is the handle that releases it.
using System.Collections.Generic;
using System.Collections.Immutable;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The variables that say whether a handle was counted, and what is counted by it.</summary>
    private readonly Dictionary<ISymbol, Origin> _counted = new(SymbolEqualityComparer.Default);

    /// <summary>What a handle has lent, which goes by its name; <see langword="null"/> where the path would be longer than anybody follows.</summary>
    private Origin? PointersOf(Origin handle) => Path(handle, PathStep.Pointers, handle.Name);

    /// <summary>What an effect ends, or ends views of: what was given, or what the handle that was given has lent.</summary>
    private Origin? EndedBy(Effect effect, Call call) =>
        call.At(effect.Of) is not { } given ? null : effect.Family is { IsAskedOfHandle: true } ? PointersOf(given) : given;

    /// <summary>A pointer comes out by reference; its handle counts it.</summary>
    private void EmitPointers(Call call, ImmutableArray<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is not { Kind: EffectKind.Acquires, Family.IsAskedOfHandle: true } || call.At(effect.Into) is not { } pointer)
            {
                continue;
            }

            // A handle without a name is released by another, so that nobody could tell it is the same.
            var handle = call.At(effect.Of) is { IsTemporary: false } named ? PointersOf(named) : null;
            var where = call.Operation;
            var lent = Temporary(where);
            Emit(new Create(where.Syntax, lent, NeverMoves: false) { Lease = handle is null ? null : effect, LentBy = call.At(effect.Of) });
            if (!effect.Family!.IsOnlyCounted)
            {
                EmitFlow(where, pointer, lent);
            }
            else if (pointer.Symbol is ILocalSymbol told && handle is not null)
            {
                _counted[told] = handle;
            }

            if (handle is not null)
            {
                Emit(new OriginFlow(where.Syntax, handle, ImmutableArray.Create(lent), Adds: true, Dereferences: false));
            }
        }
    }
}
