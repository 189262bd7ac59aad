// Which pool an array comes from or goes to: known by the receiver of the call.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>What is said of a call, and of which pool it is said.</summary>
    private ImmutableArray<Effect> EffectsOf(Call call)
    {
        var effects = call.Effects(_model);
        return effects.Any(static effect => effect.Family == ReleaseFamily.ArrayPool) && PoolIn((call.Operation as IInvocationOperation)?.Instance) is { } pool
            ? ImmutableArray.CreateRange(effects, effect => effect.Family == ReleaseFamily.ArrayPool ? effect with { Pool = pool } : effect)
            : effects;
    }

    private string? PoolIn(IOperation? receiver) => receiver switch
    {
        IConversionOperation { OperatorMethod: null } conversion => PoolIn(conversion.Operand),
        ILocalReferenceOperation { Local: var local } when _scan.KeepsItsValue(local) => KnownPools.Of(local),
        IMemberReferenceOperation { Member: var member } => KnownPools.Of(member),
        _ => null,
    };
}
