// Exchanges: what was in a variable comes out, what is given goes in, in one step. CompareExchange may do either or
// neither, so that its variable holds nobody knows what.
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

internal static class ExchangeApis
{
    private static readonly string[] Parameters = { "``1(``0@,``0)", "(System.Object@,System.Object)", "(System.IntPtr@,System.IntPtr)", "(System.UIntPtr@,System.UIntPtr)" };

    public static ApiFamily Family { get; } = new("Exchanges", Parameters
        .Select(static parameters => new ApiRow(
            "M:System.Threading.Interlocked.Exchange" + parameters,
            new Effect(EffectKind.ForwardsTo, Slot.Parameter(0)),
            new Effect(EffectKind.ForwardsTo, Slot.Parameter(1)) { Into = Slot.Parameter(0) }))
        .ToImmutableArray())
    {
        OnlyCarries = true,
    };
}
