// The words of calls that release and acquire, from the tables.
using System;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;

namespace BufferLint.Protocols;

internal static class FieldProtocolNames
{
    /// <summary>What releases an object of whatever type; only of leases that are disposed it is asked.</summary>
    public static ImmutableHashSet<string> Disposal { get; } = ImmutableHashSet.Create("Dispose", "DisposeAsync", "Close");

    /// <summary>The names of members that give something back, and of the one that lets a pipe go on.</summary>
    public static ImmutableHashSet<string> Releases { get; } = NamesOf(static effect => effect is { GivesBack: true, Family.IsAskedOfHandle: false }).Except(Disposal).Add("AdvanceTo");

    /// <summary>The names of members that lease something.</summary>
    public static ImmutableHashSet<string> Acquires { get; } = NamesOf(static effect => effect.Kind == EffectKind.Acquires);

    private static ImmutableHashSet<string> NamesOf(Func<Effect, bool> isWanted) =>
        ApiCatalog.Families.SelectMany(static family => family.Rows).Where(row => row.Effects.Any(isWanted)).Select(static row => row.Name).ToImmutableHashSet();
}
