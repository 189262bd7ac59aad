// The life of every loan of a body, gathered in one replay.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;

namespace BufferLint.Checks;

/// <summary>Who held one loan, and what used, broke and released it, in order of evaluation.</summary>
internal sealed class LoanHistory
{
    private readonly HashSet<int> _seen = new();

    public HashSet<Origin> Holders { get; } = new();

    public List<Use> Uses { get; } = new();

    public List<Invalidate> Breaks { get; } = new();

    public List<Release> Releases { get; } = new();

    /// <summary>The variable that holds the loan, if one does.</summary>
    public Origin? Holder => Holders.OrderBy(holder => holder.IsTemporary).ThenBy(holder => holder.Symbol is null).ThenBy(holder => holder.Id).FirstOrDefault();

    /// <summary>The first release after a fact.</summary>
    public Release? ReleaseAfter(Fact fact) => Releases.Where(release => release.Id > fact.Id && !release.IsHandedOver).OrderBy(release => release.Id).FirstOrDefault();

    public void Add(Fact fact)
    {
        if (!_seen.Add(fact.Id))
        {
            return;
        }

        switch (fact)
        {
            case Use use:
                Uses.Add(use);
                break;
            case Release release:
                Releases.Add(release);
                break;
            case Invalidate invalidate:
                Breaks.Add(invalidate);
                break;
        }
    }
}

/// <summary>The histories of all loans.</summary>
internal sealed class LoanHistories
{
    private readonly SolvedBody _body;
    private readonly Dictionary<int, LoanHistory> _byLoan = new();

    private LoanHistories(SolvedBody body) => _body = body;

    public static LoanHistories Of(SolvedBody body)
    {
        var histories = new LoanHistories(body);
        body.Resolution.Solver.ReplayForward(histories.Record);
        return histories;
    }

    public LoanHistory Of(Loan loan) => Of(loan.Id);

    private LoanHistory Of(int loan)
    {
        if (!_byLoan.TryGetValue(loan, out var history))
        {
            _byLoan.Add(loan, history = new LoanHistory());
        }

        return history;
    }

    private void Record(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case Use use:
                Record(use, use.Origin, state);
                break;
            case Release release:
                Record(release, release.View, state);
                break;
            case OriginFlow { Dereferences: false } flow:
                foreach (var source in flow.Sources)
                {
                    RecordHolder(flow.Target, source, state);
                }

                break;
            case Issue issue:
                RecordHolder(issue.Target, issue.Owner, state);
                foreach (var owner in _body.Resolution.Loans.Holds(state, issue.Owner).ToArray())
                {
                    var value = _body.Resolution.Values[owner];
                    Of(_body.Resolution.Values.Loan(issue, value is Loan derived ? derived.Owner : value)).Holders.Add(issue.Target);
                }

                break;
            case Invalidate invalidate:
                foreach (var loan in _body.Breakage.LoansBrokenBy(node, invalidate).ToValues().ToArray())
                {
                    Of(loan).Add(invalidate);
                }

                break;
        }
    }

    private void Record(Fact fact, Origin origin, HeldValues state)
    {
        foreach (var id in _body.Resolution.Loans.Holds(state, origin).ToArray())
        {
            Of(id).Add(fact);
        }
    }

    private void RecordHolder(Origin holder, Origin source, HeldValues state)
    {
        foreach (var id in _body.Resolution.Loans.Holds(state, source).ToArray())
        {
            if (_body.Resolution.Values[id] is Loan)
            {
                Of(id).Holders.Add(holder);
            }
        }
    }
}
