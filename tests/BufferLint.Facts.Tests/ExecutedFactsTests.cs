// Every row of the tables, executed: what the members really do on this runtime against what the rows say.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.ExecutedFacts.Experiments;
using BufferLint.ExecutedFacts.Leases;
using BufferLint.Model;
using Xunit;

namespace BufferLint.ExecutedFacts;

public class ExecutedFactsTests
{
    private static readonly ImmutableDictionary<string, ApiRow> Rows = ApiCatalog.Families
        .SelectMany(family => family.Rows)
        .GroupBy(row => row.Id)
        .ToImmutableDictionary(rows => rows.Key, rows => rows.First());

    private static readonly ImmutableHashSet<ReleaseFamily> NativeFamilies =
        [ReleaseFamily.Native, ReleaseFamily.AlignedNative, ReleaseFamily.Global, ReleaseFamily.CoTask, ReleaseFamily.BasicString];

    private static readonly ImmutableDictionary<string, Effect> Releases = Rows.Values
        .SelectMany(row => row.Effects.Where(effect => effect.GivesBack).Select(effect => KeyValuePair.Create(row.Id, effect)))
        .Concat(ApiCatalog.Families.SelectMany(family => family.Disposables))
        .ToImmutableDictionary();

    /// <summary>Each fact: a row and the number of its effect.</summary>
    public static TheoryData<string, int> Facts => Where((_, _) => true);

    /// <summary>Facts that say how much room a member needs.</summary>
    public static TheoryData<string, int> FactsOfRoom => Where((_, effect) => BreakingExperiments.SaysRoom(effect) && !effect.RenewsVariable);

    /// <summary>Facts that hold for some keys only.</summary>
    public static TheoryData<string, int> FactsOfKeys => Where((_, effect) => effect.BreaksViews && !effect.Key.IsNone);

    [Theory]
    [MemberData(nameof(Facts))]
    public void FactHolds(string id, int effect)
    {
        var fact = Rows[id].Effects[effect];
        var outcome = Run(Rows[id], fact);
        if (NobodyCouldRun.Reasons.TryGetValue(id, out var reason))
        {
            Assert.True(outcome is null, $"It runs after all, though it is said: {reason}");
            return;
        }

        Assert.True(outcome is not null, $"No experiment runs {id}, {fact.Kind}, and nothing says why nobody could.");
        Assert.True(Expected(fact.Kind).Contains(outcome.Value), $"{id} {fact.Kind}: expected {string.Join(" or ", Expected(fact.Kind))}, saw {outcome}.");
    }

    [Theory]
    [MemberData(nameof(FactsOfRoom))]
    public void RoomSuffices(string id, int effect)
    {
        var outcome = BreakingExperiments.RunWithRoom(Rows[id], Rows[id].Effects[effect]);
        Assert.True(outcome is not (null or Outcome.Moved), $"{id}: saw {outcome}.");
    }

    [Theory]
    [MemberData(nameof(FactsOfKeys))]
    public void KeyDecides(string id, int effect)
    {
        // A value set under the viewed key shows in the view: the storage is the same.
        var outcome = BreakingExperiments.RunWithKey(Rows[id], Rows[id].Effects[effect]);
        Assert.Equal(Rows[id].Effects[effect].Kind == EffectKind.Moves && id.StartsWith("P:", StringComparison.Ordinal) ? Outcome.Shifted : Outcome.Stayed, outcome);
    }

    /// <summary>What Dispose of a type does, which no row says.</summary>
    public static TheoryData<string> Disposals => [.. ApiCatalog.Families.SelectMany(family => family.Disposables.Keys).Order(StringComparer.Ordinal)];

    /// <summary>Everything that gives storage back and may safely be called twice: a second free of native memory aborts the process.</summary>
    public static TheoryData<string> RepeatableReleases => [.. Releases.Where(release => !NativeFamilies.Contains(release.Value.Family!)).Select(release => release.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Disposals))]
    public void DisposalGivesBack(string type) => Assert.True(LeaseTable.Of(type)?.Run(type) is Outcome.Recycled or Outcome.Refused, type);

    [Theory]
    [MemberData(nameof(RepeatableReleases))]
    public void SecondReleaseIsAsSaid(string release)
    {
        var outcome = LeaseTable.Of(release)?.RunTwice(release);
        Assert.True(outcome is Outcome.Stayed or Outcome.Refused or Outcome.GivenTwice, $"{release}: {outcome}");
        Assert.Equal(Releases[release].IsIdempotent, outcome == Outcome.Stayed);
    }

    [Fact]
    public void NativeReleasesAreNotIdempotent() => Assert.All(Releases.Values.Where(release => NativeFamilies.Contains(release.Family!)), release => Assert.False(release.IsIdempotent));

    [Fact]
    public void WhatNobodyCouldRunIsInTheTables() => Assert.DoesNotContain(NobodyCouldRun.Reasons.Keys, id => !Rows.ContainsKey(id));

    private static Outcome? Run(ApiRow row, Effect effect) => OfLeases(row.Id, effect) ?? SpecialExperiments.Run(row.Id) ?? effect.Kind switch
    {
        EffectKind.ViewOf => ViewExperiments.Run(row.Id),
        EffectKind.Snapshot => SnapshotExperiments.Run(row.Id),
        EffectKind.ForwardsTo => HandleFacts.Forwarded(row.Id) ?? TaskExperiments.Run(row, effect) ?? WorkExperiments.Forwarded(row, effect) ?? HandleExperiments.Run(row, effect),
        EffectKind.Advances => PipeExperiments.Run(row.Id, effect) ?? LeaseExperiments.Run(row, effect),
        EffectKind.ReadsOn => PipeExperiments.Run(row.Id, effect),
        EffectKind.TellsOfKey => BreakingExperiments.RunWithAnswers(row, effect),
        EffectKind.Moves or EffectKind.Shifts or EffectKind.Reorders or EffectKind.Recycles => BreakingExperiments.Run(row, effect),
        EffectKind.NeverMoves => DocumentFacts.Alone(row.Id) ?? RoomExperiments.Run(row, effect),
        EffectKind.Joins => WorkExperiments.Waited(row, effect),
        EffectKind.Abandons => WorkExperiments.Abandoned(row, effect),
        EffectKind.Starts => StartExperiments.Run(row, effect),
        _ => RoomExperiments.Run(row, effect),
    };

    private static Outcome? OfLeases(string id, Effect effect) => effect.Kind switch
    {
        EffectKind.Acquires or EffectKind.Releases => LeaseTable.Of(id)?.Run(id),
        EffectKind.Transfers => NativeLeases.Reallocated(id),
        _ => null,
    };

    private static Outcome[] Expected(EffectKind kind) => kind switch
    {
        EffectKind.ViewOf => [Outcome.Aliased],
        EffectKind.Moves => [Outcome.Moved],
        EffectKind.Shifts or EffectKind.Reorders => [Outcome.Shifted],
        EffectKind.Recycles => [Outcome.Recycled],
        EffectKind.Acquires or EffectKind.Releases => [Outcome.Recycled, Outcome.Refused],
        EffectKind.Transfers => [Outcome.HandedOn],
        EffectKind.Snapshot => [Outcome.Copied],
        EffectKind.ForwardsTo => [Outcome.Forwarded],
        EffectKind.Advances => [Outcome.Advanced],
        EffectKind.ReadsOn => [Outcome.HeldBack],
        EffectKind.Joins => [Outcome.Over],
        EffectKind.Abandons or EffectKind.Starts => [Outcome.StillRunning],
        EffectKind.Reserves or EffectKind.Fills or EffectKind.Rewinds or EffectKind.TellsOfKey or EffectKind.NeverMoves => [Outcome.Stayed],
        _ => throw new NotSupportedException($"What would be seen of {kind}?"),
    };

    private static TheoryData<string, int> Where(Func<ApiRow, Effect, bool> isWanted)
    {
        var data = new TheoryData<string, int>();
        foreach (var row in Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            for (var index = 0; index < row.Effects.Length; index++)
            {
                if (isWanted(row, row.Effects[index]))
                {
                    data.Add(row.Id, index);
                }
            }
        }

        return data;
    }
}
