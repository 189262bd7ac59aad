// The words for each way a view ends.
using System.Collections.Immutable;
using BufferLint.Model;

namespace BufferLint.Reporting;

/// <summary>How an ending event is told.</summary>
/// <param name="Does">A clause; {0} is the event, {1} the owner, both quoted.</param>
/// <param name="Done">The participle that goes before «at line n».</param>
/// <param name="Verb">What a callee does to its owner.</param>
internal sealed record Wording(string Does, string Done, string Verb)
{
    private static readonly ImmutableDictionary<EffectKind, Wording> ByKind = ImmutableDictionary.CreateRange(new[]
    {
        Pair(EffectKind.Moves, "{0} may move the storage of {1}", "moved", "moves"),
        Pair(EffectKind.Shifts, "{0} changes what is stored in {1}", "changed", "changes"),
        Pair(EffectKind.Recycles, "{0} gives away the storage in {1}", "given away", "gives away"),
        Pair(EffectKind.Advances, "{0} lets {1} go on", "advanced", "advances"),
        Pair(EffectKind.RefusesWhileViewed, "{0} refuses to resize {1}", "refused", "refuses to resize"),
    });

    /// <summary>The words for an effect.</summary>
    public static Wording Of(Effect effect) => effect is { Family: { } family, Kind: not EffectKind.Moves } ? new Wording("{0} gives {1} back", family.GivenBack, family.GivesBack) : ByKind[effect.Kind];

    private static System.Collections.Generic.KeyValuePair<EffectKind, Wording> Pair(EffectKind kind, string does, string done, string verb) => new(kind, new Wording(does, done, verb));
}
