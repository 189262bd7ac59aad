// What fixers need to know of a finding and only the analysis can say; asked only when there is one.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>Looks over the whole body for all that happens to the loans of some findings.</summary>
internal sealed class FindingFacts
{
    private readonly SolvedBody _body;
    private readonly LoanHistories _histories;
    private readonly Dictionary<int, int?> _growthUnder = new();

    private FindingFacts(SolvedBody body, LoanHistories histories)
    {
        _body = body;
        _histories = histories;
    }

    /// <summary>The findings with what fixers need to know of them.</summary>
    public static IEnumerable<Finding> AddTo(SolvedBody body, IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return findings;
        }

        var loans = findings.Select(finding => finding.Loan?.Id).OfType<int>().ToList();
        var facts = new FindingFacts(body, LoanHistories.Of(body, ValueSet.Of(loans)));
        return findings.Select(finding => finding with { Properties = facts.Of(finding) });
    }

    private ImmutableDictionary<string, string?> Of(Finding finding)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (finding.Loan is not { } loan)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        var history = _histories.Of(loan);
        properties[FindingProperties.Ending] = EndingOf(finding, history.Breaks).ToString();
        if (finding.View.Symbol is ILocalSymbol local && !IsUsedByTheCall(finding) && IsTheOnlyOneNeeded(_body, finding, history.Holders))
        {
            properties[FindingProperties.ViewLocal] = local.Name;
        }

        Flag(FindingProperties.MayWrite, history.Uses.Any(use => use.MayWrite));
        Flag(FindingProperties.Impure, loan.Site.Effect.IsImpure);
        Flag(FindingProperties.ReadOnly, loan.Site.Effect.IsReadOnly);
        Flag(FindingProperties.Counted, loan.Site.Effect.IsCounted);
        Flag(FindingProperties.UsedAfter, finding.StillNeeded is Use);
        if (GrowthUnder(loan, history) is { } growth)
        {
            properties[FindingProperties.Growth] = growth.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return properties.ToImmutable();

        void Flag(string name, bool isSet)
        {
            if (isSet)
            {
                properties[name] = bool.TrueString;
            }
        }
    }

    /// <summary>What the call that broke the view does at worst: one that moves the storage may shift elements too.</summary>
    private static EffectKind EndingOf(Finding finding, IEnumerable<Invalidate> breaks) =>
        breaks.Any(other => other.Syntax == finding.Broken.Syntax && other.Effect.Kind == EffectKind.Shifts) ? EffectKind.Shifts : finding.Broken.Effect.Kind;

    /// <summary>Whether the call that breaks the view is given it, and uses it afterwards: too early to take it again.</summary>
    private static bool IsUsedByTheCall(Finding finding) =>
        finding.StillNeeded is Use use && use.Id > finding.Broken.Id && finding.Broken.Syntax.Span.Contains(use.Syntax.Span);

    /// <summary>Whether none but the finding's view, or a part of it, still holds the loan and is used once it is broken.</summary>
    private static bool IsTheOnlyOneNeeded(SolvedBody body, Finding finding, HashSet<Origin> holders)
    {
        var others = holders.Where(holder => Root(holder) != finding.View).ToArray();
        return body.AllLiveAfter(finding.Broken).All(live => !others.Any(holder => live[holder.Id].IsLive));
    }

    private static Origin Root(Origin origin) => origin.Parent is { } parent ? Root(parent) : origin;

    private int? GrowthUnder(Loan loan, LoanHistory history)
    {
        if (!_growthUnder.TryGetValue(loan.Id, out var growth))
        {
            _growthUnder.Add(loan.Id, growth = GrowthUnder(loan.Site, history.Breaks));
        }

        return growth;
    }

    /// <summary>The number of elements all growth adds, if each is a number and none is in a loop the view was taken outside of.</summary>
    private static int? GrowthUnder(Issue taken, IEnumerable<Invalidate> breaks)
    {
        var sum = 0;
        var loop = LoopAround(taken.Syntax);
        foreach (var growth in breaks.Where(growth => growth.Id > taken.Id || loop is not null))
        {
            if (growth.Effect.Kind != EffectKind.Moves || growth.Effect.Growth is not (Growth.One or Growth.CountOfAmount) ||
                growth.Amount?.Constant is not { } added || LoopAround(growth.Syntax) != loop)
            {
                return null;
            }

            sum += added;
        }

        return sum > 0 ? sum : null;
    }

    /// <summary>The innermost loop that evaluates a node once in every turn.</summary>
    private static SyntaxNode? LoopAround(SyntaxNode node)
    {
        for (var inner = node; inner.Parent is { } outer; inner = outer)
        {
            var isRepeated = outer switch
            {
                CommonForEachStatementSyntax each => inner != each.Expression,
                ForStatementSyntax loop => inner != loop.Declaration && !loop.Initializers.Any(initializer => initializer == inner),
                WhileStatementSyntax or DoStatementSyntax => true,
                _ => false,
            };
            if (isRepeated)
            {
                return outer;
            }
        }

        return null;
    }
}
