// Where each rule puts the squiggle, and what it says in which order.
using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using BufferLint.Checks;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

/// <summary>How a finding of one rule is placed and worded.</summary>
/// <param name="Squiggle">The mistake.</param>
/// <param name="Others">The other places, in their order; those that are <see langword="null"/> are left out.</param>
/// <param name="Arguments">What fills the rule's message.</param>
internal sealed record Layout(Func<Finding, SyntaxNode> Squiggle, Func<Finding, SyntaxNode?[]> Others, Func<Finding, object[]> Arguments)
{
    private static readonly Layout Leak = new(
        static finding => finding.Taken,
        static finding => new SyntaxNode?[] { finding.Broken.Syntax },
        static finding => new object[] { Shown.Quoted(Names.View(finding)), finding.IsReleasedElsewhere ? "not released on every way out" : "never released", finding.Broken.Effect.Family!.Release, Names.Acquired(finding), Names.LeftBehind(finding) });

    private static readonly Layout Keeping = new(
        static finding => finding.Kept!.Where,
        static finding => new[] { finding.Taken, finding.Kept!.Lender?.End is { } end && end.SyntaxTree == finding.Taken.SyntaxTree ? end : null },
        static finding => new object[] { KeptNames.Keeper(finding), Shown.Quoted(finding.Kept!.Memory.Name), KeptNames.CameIn(finding), finding.Kept.IsWork ? "handed over" : "stored", Shown.Line(finding.Kept.Where), KeptNames.Ended(finding) });

    private static readonly Layout NotFitting = new(
        static finding => finding.Misfit!.Demand.Syntax,
        static finding => Misfits.Places(finding),
        static finding => new object[] { Shown.Quoted(finding.Misfit!.Demand.Syntax), Misfits.Does(finding), Misfits.Sized(finding), Misfits.Asked(finding), Misfits.Ends(finding) });

    private static readonly Layout UnderWork = new(
        static finding => finding.Broken.Syntax,
        static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
        static finding => new object[] { DoesUnderWork(finding), Shown.Quoted(finding.Taken), Names.Begun(finding), Names.Ended(finding), Names.Waited(finding) });

    private static readonly Layout OfShared = new(
        static finding => finding.Broken.Syntax,
        static finding => new[] { finding.Acquired, finding.StillNeeded!.Syntax },
        static finding => new object[] { SharedNames.Ender(finding), Shown.Quoted(SharedNames.Lease(finding)), Names.Acquired(finding), SharedNames.Given(finding), SharedNames.GivenAgain(finding) });

    private static readonly Layout OfCopied = new(
        static finding => finding.Broken.Syntax,
        static finding => new[] { finding.Acquired, finding.StillNeeded!.Syntax },
        static finding => new object[] { CopiedNames.Ender(finding), Shown.Quoted(CopiedNames.Struct(finding)), CopiedNames.Made(finding), CopiedNames.Copied(finding), CopiedNames.CopiedAgain(finding) });

    private static readonly ImmutableDictionary<string, Layout> ByRule = ImmutableDictionary.CreateRange(new[]
    {
        Pair(RuleIds.ResizeUnderView, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
            static finding => new object[] { Does(finding), Names.Need(finding), Shown.Line(finding.Taken), Wording.Of(finding.Broken.Effect).Done, Names.Broken(finding), Names.Needed(finding) })),
        Pair(RuleIds.ViewAfterAdvance, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => new[] { finding.Taken, finding.Broken.Syntax },
            static finding => new object[] { Shown.Quoted(Names.Used(finding)), Shown.Quoted(finding.Broken.Syntax), Shown.Line(finding.Taken), Wording.Of(finding.Broken.Effect).Done, Names.Broken(finding), Names.AtUse(finding) })),
        Pair(RuleIds.ResizeInCallback, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
            static finding => new object[] { Shown.Quoted(finding.Broken.Syntax), Shown.Quoted(Names.Owner(finding)), Names.Need(finding), Shown.Line(finding.Taken), Shown.Line(finding.Broken.Syntax), Names.Needed(finding) })),
        Pair(RuleIds.ViewAfterAwait, new Layout(
            static finding => Names.Await(finding),
            static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
            static finding => new object[] { DoesInAwait(finding), Names.Need(finding), Shown.Line(finding.Taken), Names.Broken(finding), Names.Needed(finding) })),
        Pair(RuleIds.ViewAcrossAwait, new Layout(
            static finding => Names.Await(finding),
            static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
            static finding => new object[] { Names.Waiting(finding), Shown.Quoted(finding.Meanwhile!), Shown.Quoted(Names.Owner(finding)), Names.Need(finding), Shown.Line(finding.Taken), Shown.Line(finding.Broken.Syntax), Names.Needed(finding) })),
        Pair(RuleIds.ReadWithoutAdvance, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Taken, finding.StillNeeded?.Syntax },
            static finding => new object[] { Shown.Quoted(finding.Broken.Syntax), Shown.Line(finding.Taken), Names.LastUse(finding), Names.AtBreak(finding) })),
        Pair(RuleIds.UseAfterRelease, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => new[] { finding.Acquired, finding.Broken.Syntax },
            static finding => new object[] { Shown.Quoted(Names.Used(finding)), Names.Release(finding.Broken), Names.Acquired(finding), Names.GivenBack(finding.Broken), Names.AtUse(finding) })),
        Pair(RuleIds.ReturnedViewOutlives, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => finding.Collected is null ? new[] { finding.Acquired, finding.Broken.Syntax } : new[] { finding.Acquired ?? finding.Broken.Syntax, finding.Broken.Syntax, finding.Collected },
            static finding => new object[] { Shown.Quoted(finding.StillNeeded!.Syntax), Names.HandedOutTo(finding), Names.Release(finding.Broken), Names.Acquired(finding), Names.HandedOut(finding), Names.GivenBack(finding.Broken) })),
        Pair(RuleIds.StoredViewOutlives, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => new[] { finding.Acquired, finding.Broken.Syntax },
            static finding => new object[] { Shown.Quoted(Names.Keeper(finding)), Names.Release(finding.Broken), Names.Acquired(finding), Names.GivenBack(finding.Broken), Shown.Line(finding.StillNeeded!.Syntax) })),
        Pair(RuleIds.KeptReleasedField, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => KeptFieldNames.Places(finding.KeptRelease!),
            static finding => new object[] { Names.Release(finding.Broken), Shown.Quoted(finding.KeptRelease!.Field.Name), KeptFieldNames.Acquired(finding.KeptRelease), KeptFieldNames.Released(finding.KeptRelease), KeptFieldNames.Again(finding.KeptRelease) })),
        Pair(RuleIds.MismatchedRelease, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Acquired },
            static finding => new object[] { Names.Release(finding.Broken), Shown.Quoted(Names.ReleasedOwner(finding)), Names.AcquiredBy(finding), Names.Spoiled(finding.Broken), Names.MatchingRelease(finding) })),
        Pair(RuleIds.EscapingAddress, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => new[] { finding.Taken },
            static finding => new object[] { Shown.Quoted(Addresses.Escaping(finding)), Addresses.Storage(finding), Addresses.Taken(finding), Addresses.Escapes(finding), Shown.Line(finding.StillNeeded!.Syntax), Addresses.Ends(finding) })),
        Pair(RuleIds.ViewInUnwaitedWork, new Layout(
            static finding => Names.HandedOver(finding),
            static finding => new[] { finding.Acquired, finding.Broken.Syntax },
            static finding => new object[] { Shown.Quoted(Names.HandedOver(finding)), DoesUnderWork(finding), Names.Acquired(finding), Shown.Line(Names.HandedOver(finding)), Names.GivenBack(finding.Broken), finding.StartedAt is { } start ? $"starts only at line {Shown.Line(start)}" : "nobody waits for" })),
        Pair(RuleIds.ReleaseUnderWork, UnderWork),
        Pair(RuleIds.ReleaseUnderAbandonedWork, UnderWork),
        Pair(RuleIds.KeptLentMemory, Keeping),
        Pair(RuleIds.KeptMemoryParameter, Keeping),
        Pair(RuleIds.ReadOnlyWrite, new Layout(
            static finding => finding.StillNeeded!.Syntax,
            static finding => new[] { finding.Taken, finding.Broken.Syntax },
            static finding => new object[] { Shown.Quoted(finding.StillNeeded!.Syntax), ReadOnlyNames.Storage(finding), ReadOnlyNames.Taken(finding), ReadOnlyNames.Cast(finding), Shown.Line(finding.StillNeeded!.Syntax) })),
        Pair(RuleIds.ReadOnlyHandedOut, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Taken, finding.StillNeeded!.Syntax },
            static finding => new object[] { Shown.Quoted(finding.Broken.Syntax), ReadOnlyNames.Storage(finding), ReadOnlyNames.Taken(finding), ReadOnlyNames.Cast(finding), Shown.Line(finding.StillNeeded!.Syntax) })),
        Pair(RuleIds.SizeMisfit, NotFitting),
        Pair(RuleIds.ReinterpretationMisfit, NotFitting),
        Pair(RuleIds.RefusedView, NotFitting),
        Pair(RuleIds.PartialRead, new Layout(
            static finding => finding.Partial!.Read.Mention,
            static finding => PartialReads.Places(finding.Partial!),
            static finding => new object[] { Shown.Quoted(finding.Partial!.Read.Mention), PartialReads.Given(finding.Partial), PartialReads.Filled(finding.Partial), PartialReads.Read(finding.Partial) })),
        Pair(RuleIds.NativeLeak, Leak),
        Pair(RuleIds.PoolLeak, Leak),
        Pair(RuleIds.DoubleRelease, new Layout(
            static finding => finding.Broken.Syntax,
            static finding => new[] { finding.Acquired, finding.StillNeeded!.Syntax },
            static finding => new object[] { Names.Release(finding.Broken), Shown.Quoted(Names.ReleasedOwner(finding)), Names.Acquired(finding), Names.GivenBack((Facts.Invalidate)finding.StillNeeded!), Names.GivenBackAgain(finding) })),
    });

    /// <summary>The layout of a finding's rule.</summary>
    public static Layout Of(Finding finding) => finding.Shared is not null ? OfShared : finding.Copied is not null ? OfCopied : ByRule[finding.Rule.Id];

    /// <summary>The other places of a finding.</summary>
    public Location[] Additional(Finding finding) => Others(finding).OfType<SyntaxNode>().Select(static place => place.GetLocation()).ToArray();

    private static string Does(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, Wording.Of(finding.Broken.Effect).Does, Shown.Quoted(finding.Broken.Syntax), Shown.Quoted(Names.Owner(finding)));

    private static string DoesUnderWork(Finding finding) => finding.Broken.Effect.GivesBack ? $"{Names.Release(finding.Broken)} releases {Shown.Quoted(Names.Owner(finding))}" : Does(finding);

    private static string DoesInAwait(Finding finding) => finding.IsOfThread
        ? $"{Names.Waiting(finding)} lets others on the thread use {Shown.Quoted(finding.Broken.Owner.Name)}"
        : DoesUnderWork(finding);

    private static System.Collections.Generic.KeyValuePair<string, Layout> Pair(string id, Layout layout) => new(id, layout);
}
