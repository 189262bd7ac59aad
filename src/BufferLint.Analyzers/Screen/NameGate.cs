// Which names a body must mention before it can matter. Made once from the tables, widened by a compilation's own
// annotations.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Screen;

/// <summary>The names of members that take views and of members that break them, for one kind of storage.</summary>
/// <param name="Taking">Names of members that take a view.</param>
/// <param name="Breaking">Names of members that break one.</param>
/// <param name="Lending">Those names of <paramref name="Taking"/> whose views last until the storage changes, so that a callback may break them.</param>
/// <param name="TakesSilently">Views are also taken without naming a member.</param>
/// <param name="BreaksSilently">Views are also broken without naming a member: by an indexer.</param>
internal sealed record NameGate(ImmutableHashSet<string> Taking, ImmutableHashSet<string> Breaking, ImmutableHashSet<string> Lending, bool TakesSilently, bool BreaksSilently)
{
    private const string Indexer = "Item";
    private const string Constructor = "#ctor";

    private static readonly ImmutableArray<Signs> Ways = ImmutableArray.Create(Signs.Moves, Signs.Advances, Signs.Leases);

    /// <summary>What ends an object of whatever type.</summary>
    public static ImmutableHashSet<string> Disposal { get; } = ImmutableHashSet.Create("Dispose", "DisposeAsync", "Close");

    /// <summary>Whether breaking is to give a lease back, after which no name of it is any good.</summary>
    public bool Releases { get; init; }

    /// <summary>What the members that break, or a lease that is taken, are signs of.</summary>
    public Signs Signs { get; init; } = Signs.Ends;

    /// <summary>The gates of the tables.</summary>
    public static ImmutableArray<NameGate> OfTables { get; } = ApiCatalog.Families
        .Where(family => !family.OnlyCarries)
        .SelectMany(Of)
        .ToImmutableArray();

    /// <summary>What gives leases back, by the tables, or ends an object.</summary>
    public static ImmutableHashSet<string> Releasing { get; } = OfTables.Where(static gate => gate.Releases).SelectMany(static gate => gate.Breaking).ToImmutableHashSet().Union(Disposal);

    /// <summary>The gate of members that a compilation and its references annotate.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="known">What is known of its trees.</param>
    /// <param name="inTree">The names that one tree annotates, remembered from compilation to compilation.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static NameGate OfAnnotations(Compilation compilation, KnownOfTrees known, Func<SyntaxTree, AnnotatedNames> inTree, CancellationToken cancellation)
    {
        var references = AnnotationIndex.OfReferences(compilation, cancellation);
        var own = known.Of(() => AnnotatedNames.Of(known.Trees.Select(inTree)));
        var taking = references.Taking.Union(own.Taking);
        var breaking = references.Breaking.Union(own.Breaking);
        return new NameGate(taking, breaking, taking, taking.Contains(Indexer), breaking.Contains(Indexer));
    }

    /// <summary>Whether gates say the same. Those of the tables are there once; annotations are read for each compilation.</summary>
    public static bool AreSame(ImmutableArray<NameGate> gates, ImmutableArray<NameGate> others) =>
        gates.Length == others.Length && gates.Zip(others, static (gate, other) => ReferenceEquals(gate, other) || gate.IsSame(other)).All(static isSame => isSame);

    private bool IsSame(NameGate other) =>
        Taking.SetEquals(other.Taking) && Breaking.SetEquals(other.Breaking) && Lending.SetEquals(other.Lending) &&
        TakesSilently == other.TakesSilently && BreaksSilently == other.BreaksSilently && Releases == other.Releases && Signs == other.Signs;

    /// <summary>One gate for each way to break the family's views, so that each can be left out; and one for leases that are taken, if those matter alone.</summary>
    private static IEnumerable<NameGate> Of(ApiFamily family)
    {
        var taking = Names(family, effect => effect.Kind is EffectKind.ViewOf or EffectKind.Acquires);
        var lending = Names(family, effect => effect is { Kind: EffectKind.ViewOf, IsLease: false, IsCounted: false, StaysInPlace: false });
        var gates = Ways.Select(way => Of(family, way, taking, lending)).Where(static gate => !gate.Breaking.IsEmpty).DefaultIfEmpty(Of(family, Signs.None, taking, lending)).ToArray();
        if (!family.EachHalfAlone)
        {
            return gates;
        }

        var alone = new NameGate(taking, ImmutableHashSet<string>.Empty, lending, TakesSilently: false, BreaksSilently: true) { Signs = gates.Aggregate(Casts(family) ? Signs.Leases | Signs.Casts : Signs.Leases, static (signs, gate) => signs | gate.Signs) };
        return gates.Select(static gate => gate with { Taking = ImmutableHashSet<string>.Empty, TakesSilently = true, BreaksSilently = false, Releases = true }).Append(alone);
    }

    private static NameGate Of(ApiFamily family, Signs way, ImmutableHashSet<string> taking, ImmutableHashSet<string> lending)
    {
        var breaking = Names(family, effect => effect.BreaksViews && (SignsOf(effect) & way) != 0);
        breaking = way == Signs.Leases && !family.Disposables.IsEmpty ? breaking.Union(Disposal) : breaking;
        return new NameGate(taking, breaking, lending, family.ViewsAreTakenSilently, breaking.Contains(Indexer)) { Signs = way };
    }

    /// <summary>Whether a lease may make writable what may only be read.</summary>
    private static bool Casts(ApiFamily family) => family.Rows.Any(static row => row.Effects.Any(static effect => effect.IsReadOnly || effect.CastsAwayReadOnly));

    /// <summary>A block that is moved is a lease that is given back, too.</summary>
    private static Signs SignsOf(Effect effect) => effect.Kind switch
    {
        EffectKind.Releases => Signs.Leases,
        EffectKind.Advances or EffectKind.ReadsOn => Signs.Advances,
        _ => effect.DemandsFamily ? Signs.Moves | Signs.Leases : Signs.Moves,
    };

    private static ImmutableHashSet<string> Names(ApiFamily family, Func<Effect, bool> isWanted) =>
        family.Rows.Where(row => row.Effects.Any(isWanted)).Select(WordOf).ToImmutableHashSet();

    /// <summary>What stands in source: a lease that is made is named by its type.</summary>
    private static string WordOf(ApiRow row) => row.Name == Constructor && row.Effects.Any(static effect => effect.Kind == EffectKind.Acquires)
        ? row.TypeName
        : row.Name;
}
