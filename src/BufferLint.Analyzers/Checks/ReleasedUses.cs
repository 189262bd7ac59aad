// What rules about released storage share: the uses of names that still hold it, each mistake once.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>Which uses of released storage a rule speaks of.</summary>
internal enum ReleasedUse
{
    /// <summary>All that no other rule speaks of.</summary>
    Plain,

    /// <summary>Uses of a view of what an awaited call released.</summary>
    AfterAwait,

    /// <summary>The results that the caller gets once the finally blocks are through.</summary>
    HandedOutAtTheEnd,
}

internal static class ReleasedUses
{
    /// <summary>Reports the first use of each name after each release.</summary>
    /// <param name="rule">The rule that is asked.</param>
    /// <param name="body">The body.</param>
    /// <param name="wanted">Which uses it speaks of.</param>
    /// <param name="report">Receives the findings.</param>
    public static void Report(DiagnosticDescriptor rule, SolvedBody body, ReleasedUse wanted, Action<Finding> report)
    {
        if (!body.Facts.GivesBack)
        {
            return;
        }

        var found = new List<Finding>();
        var written = new HashSet<Invalidate>();
        var releases = new HashSet<SyntaxNode>(body.Facts.All.OfType<Invalidate>().Where(static fact => fact.Effect.GivesBack).Select(static fact => fact.Syntax));
        body.Resolution.Solver.ReplayForward<Use>(static use => use is { Kind: not UseKind.Capture, IsOfNumber: false }, (node, use, held) =>
        {
            if ((use.Kind == UseKind.Return && node.Block.Kind == BasicBlockKind.Exit) == (wanted == ReleasedUse.HandedOutAtTheEnd) && !IsRelease(use, releases) && !IsListing(body, use))
            {
                var atUse = At(rule, body, use, held).Where(finding => wanted == ReleasedUse.HandedOutAtTheEnd || IsOfAwaited(finding) == (wanted == ReleasedUse.AfterAwait)).ToArray();
                found.AddRange(atUse);
                written.UnionWith(atUse.Where(_ => use.MayWrite).Select(static finding => finding.Broken));
            }
        });

        var derived = new Dictionary<Origin, Origin>();
        foreach (var issue in found.Count > 1 ? body.Facts.All.OfType<Issue>().Where(static issue => issue.Target.IsTemporary) : Enumerable.Empty<Issue>())
        {
            derived[issue.Target] = issue.Owner;
        }

        var usesTold = new HashSet<SyntaxNode>();
        var namesTold = new HashSet<(SyntaxNode, Origin)>();
        var linesTold = new HashSet<(SyntaxNode, int)>();
        foreach (var finding in found.OrderBy(static finding => finding.StillNeeded!.Id < finding.Broken.Id).ThenBy(static finding => finding.StillNeeded!.Id).ThenBy(static finding => finding.Broken.Id))
        {
            var use = finding.StillNeeded!.Syntax;
            var line = use.SyntaxTree.GetLineSpan(use.Span).StartLinePosition.Line;
            if (namesTold.Add((finding.Broken.Syntax, RootOf(finding.View, derived))) && usesTold.Add(use) && linesTold.Add((finding.Broken.Syntax, line)))
            {
                report(LeaseFacts.AddTo(finding, (FindingProperties.MayWrite, written.Contains(finding.Broken))));
            }
        }
    }

    private static IEnumerable<Finding> At(DiagnosticDescriptor rule, SolvedBody body, Use use, HeldValues held)
    {
        foreach (var id in HeldBy(body, use, held).ToArray())
        {
            var value = body.Resolution.Values[id];
            if (Released.In(value) is { } released && !IsTakenAfter(value, released) && !CountedTurns.KeepApart(released.Site, use) && !IsEscape(use, released) && !(value is not Loan && IsGivenAnother(use)))
            {
                yield return new Finding(rule, released.Site.Syntax, released.Of, released.Site, use.Origin, use) { Acquired = Acquisition.Of(released.Of, value as Loan), Loan = value as Loan };
            }
        }
    }

    /// <summary>What the place that is used holds; who gets a copy of a struct has what is in its fields.</summary>
    private static ValueSet HeldBy(SolvedBody body, Use use, HeldValues held) => use.Kind == UseKind.Return
        ? WithCopied(use.Origin).Aggregate(ValueSet.Empty, (all, part) => all.Union(body.Resolution.Loans.Holds(held, part)))
        : body.Resolution.Loans.Holds(held, use.Origin);

    private static IEnumerable<Origin> WithCopied(Origin whole) =>
        whole.Children.Where(static part => part.Step?.Symbol is { ContainingType.IsValueType: true }).SelectMany(WithCopied).Prepend(whole);

    /// <summary>Whether a variable or element that a <c>ref</c> local stands for is given another object: the one that it held is not touched.</summary>
    private static bool IsGivenAnother(Use use) =>
        use is { Kind: UseKind.Write, Origin.Symbol: ILocalSymbol { IsRef: true, Type.IsReferenceType: true } } && !use.Origin.IsTemporary;

    /// <summary>Whether a view, not what was released itself, is used after an awaited call that released: another rule.</summary>
    private static bool IsOfAwaited(Finding finding) => finding.Loan is not null && Awaits.EndAView(finding);

    /// <summary>Whether an address leaves the method that had fixed what it points into: another rule.</summary>
    private static bool IsEscape(Use use, Released released) =>
        released.Site.Effect.Family == ReleaseFamily.Fixed && use.Kind is UseKind.Return or UseKind.Store or UseKind.Capture;

    /// <summary>Whether it is given to a call that releases it: another rule.</summary>
    private static bool IsRelease(Use use, HashSet<SyntaxNode> releases) =>
        use.Kind is UseKind.Pass or UseKind.PassToRead && (releases.Contains(use.Syntax) || (use.Syntax.Parent?.Parent is { } call && releases.Contains(call)));

    /// <summary>Whether started work is put on a list or given to somebody: that touches nothing, and what the work does has rules of its own.</summary>
    private static bool IsListing(SolvedBody body, Use use) =>
        body.Facts.StartsWork && (use.Syntax as ArgumentSyntax ?? use.Syntax.Parent) is ArgumentSyntax && WorkTypes.StandsForWork((use.Origin.Symbol as ILocalSymbol)?.Type);

    /// <summary>Whether a view was taken of what was released already: that was a use, and told.</summary>
    private static bool IsTakenAfter(Value value, Released released) => value is Loan loan && loan.Site.Id > released.Site.Id;

    /// <summary>The name that an expression starts from: <c>s[1]</c> is told with <c>s</c>.</summary>
    private static Origin RootOf(Origin origin, Dictionary<Origin, Origin> derived) =>
        origin.Parent is { } parent ? RootOf(parent, derived) : derived.TryGetValue(origin, out var of) ? RootOf(of, derived) : origin;
}
