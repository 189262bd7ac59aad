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

/// <summary>The histories of some loans.</summary>
internal sealed class LoanHistories
{
    private readonly SolvedBody _body;
    private readonly ValueSet _loans;
    private readonly Dictionary<int, LoanHistory> _byLoan = new();

    private LoanHistories(SolvedBody body, ValueSet loans)
    {
        _body = body;
        _loans = loans;
        foreach (var id in loans.Ids)
        {
            _byLoan.Add(id, new LoanHistory());
        }
    }

    /// <summary>Gathers the histories of those loans that somebody will ask for.</summary>
    public static LoanHistories Of(SolvedBody body, ValueSet loans)
    {
        var histories = new LoanHistories(body, loans);
        body.Resolution.Solver.ReplayForward(histories.Record);
        return histories;
    }

    /// <summary>The history of a loan that was asked for.</summary>
    public LoanHistory Of(Loan loan) => _byLoan[loan.Id];

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
                    if (_byLoan.TryGetValue(_body.Resolution.Values.Loan(issue, value is Loan derived ? derived.Owner : value).Id, out var taken))
                    {
                        taken.Holders.Add(issue.Target);
                    }
                }

                break;
            case Invalidate invalidate:
                var broken = _body.Breakage.LoansBrokenBy(node, invalidate);
                foreach (var id in _loans.Ids)
                {
                    if (broken.Contains(id))
                    {
                        _byLoan[id].Add(invalidate);
                    }
                }

                break;
        }
    }

    private void Record(Fact fact, Origin origin, HeldValues state)
    {
        foreach (var history in Among(_body.Resolution.Loans.Holds(state, origin)))
        {
            history.Add(fact);
        }
    }

    private void RecordHolder(Origin holder, Origin source, HeldValues state)
    {
        foreach (var history in Among(_body.Resolution.Loans.Holds(state, source)))
        {
            history.Holders.Add(holder);
        }
    }

    /// <summary>The histories of the loans among values.</summary>
    private List<LoanHistory> Among(ValueSet held)
    {
        var histories = new List<LoanHistory>();
        var (few, many) = held.Count < _loans.Count ? (held, _loans) : (_loans, held);
        foreach (var id in few.Ids)
        {
            if (many.Contains(id))
            {
                histories.Add(_byLoan[id]);
            }
        }

        return histories;
    }
}
