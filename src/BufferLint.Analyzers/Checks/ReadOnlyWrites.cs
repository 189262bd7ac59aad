// BUF3001 and BUF3002. Where storage that may only be read is written, or handed out so that others may write it: at every
// write, what is written is asked whether it was cast to writable, was handed over to be read, or refuses writes.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>What was done with storage that may only be read.</summary>
/// <param name="Storage">The storage.</param>
/// <param name="Cast">What casts read-only away, or hands it over to be read; <see langword="null"/> where the object refuses writes by itself.</param>
/// <param name="Use">The write, or what hands it out.</param>
internal sealed record ReadOnlyUse(Value Storage, Fact? Cast, Use Use)
{
    /// <summary>What let others have a text or array that is new; <see langword="null"/> if it never was this method's own.</summary>
    public Fact? Published { get; init; }
}

/// <summary>Looks over a body once.</summary>
internal sealed class ReadOnlyWrites
{
    private readonly SolvedBody _body;
    private readonly HashSet<Create> _lent = new();
    private readonly List<ReadOnlyUse> _writes = new();
    private readonly List<ReadOnlyUse> _returned = new();
    private readonly Dictionary<int, List<(FlowNode Node, Fact Fact)>> _published = new();
    private readonly List<(FlowNode Node, Use Use, Value Storage, Fact Cast)> _doubtful = new();
    private readonly List<(FlowNode Node, Use Use, Value Storage)> _plain = new();
    private readonly Dictionary<int, List<(FlowNode Node, Use Fact)>> _madeReadOnly = new();

    private ReadOnlyWrites(SolvedBody body) => _body = body;

    /// <summary>The writes, in the order of the source.</summary>
    public IEnumerable<ReadOnlyUse> Writes => _writes.OrderBy(static write => write.Use.Syntax.SpanStart);

    /// <summary>What is handed out, in the order of the source.</summary>
    public IEnumerable<ReadOnlyUse> Returned => _returned.OrderBy(static returned => returned.Use.Syntax.SpanStart);

    /// <summary>All of a body.</summary>
    public static ReadOnlyWrites Of(SolvedBody body)
    {
        var found = new ReadOnlyWrites(body);
        if (body.Facts.FollowsReadOnly)
        {
            body.Resolution.Solver.ReplayForward(found.Visit);
            found.AddDoubtful();
            found.AddHandedOver();
        }

        return found;
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case Use { Kind: UseKind.Return } returned when returned.Kind == UseKind.Return:
                Publish(node, returned, state, returned.Origin);
                _returned.AddRange(Values(_body.Resolution.Loans.Holds(state, returned.Origin)).Where(ReadOnlyStorage.IsCast).Cast<Loan>().Select(cast => new ReadOnlyUse(cast.Owner, cast.Site, returned)));
                break;
            case Create { LentBy: { } handle } lent when Values(_body.Resolution.Loans.Holds(state, handle)).Any(ReadOnlyStorage.IsOfReadOnlyView):
                _lent.Add(lent);
                break;
            case Use { IsMadeReadOnly: true } given:
                foreach (var value in Values(_body.Resolution.Loans.Holds(state, given.Origin)))
                {
                    Note(_madeReadOnly, Storage(value).Id, (node, given));
                }

                break;
            case Use use:
                // What a callee does late with its arguments says nothing of whose storage it writes.
                if (use.IsWritten || use is { Kind: UseKind.Write, Syntax: not ArgumentSyntax })
                {
                    AddWrite(node, use, state);
                }

                if (use.Kind is UseKind.Store or UseKind.Capture || use is { Kind: UseKind.Pass or UseKind.PassToRead, Syntax: ArgumentSyntax })
                {
                    Publish(node, use, state, use.Origin);
                }

                break;
            case OriginFlow { Target: { IsTemporary: false } target } flow when target.Parent is not null || target.Symbol is IFieldSymbol:
                foreach (var source in flow.Sources)
                {
                    Publish(node, flow, state, source);
                }

                break;
        }
    }

    private void AddWrite(FlowNode node, Use use, HeldValues state)
    {
        if (IsByReference(use) && use.Origin.Symbol is IParameterSymbol or ILocalSymbol { IsRef: false })
        {
            return;
        }

        var held = Values(use.IsWritten && !IsByReference(use) ? WithViews(state, use.Origin) : _body.Resolution.Loans.Holds(state, use.Origin)).ToArray();
        if (held.FirstOrDefault(value => ReadOnlyStorage.IsCast(value) && !(use.IsWritten && ReadOnlyStorage.MayHoldBuffer(((Loan)value).Owner))) is Loan cast)
        {
            _writes.Add(new ReadOnlyUse(cast.Owner, cast.Site, use));
            return;
        }

        if (held.FirstOrDefault(value => Storage(value) is Created made && _lent.Contains(made.Site)) is { } mapped)
        {
            _writes.Add(new ReadOnlyUse(Storage(mapped), null, use));
            return;
        }

        foreach (var value in held)
        {
            if (value is Loan { Site: { Effect.CastsAwayReadOnly: true } site, Owner: Created { Site: { IsReadOnly: false, IsNewReadOnly: true } } made })
            {
                _doubtful.Add((node, use, made, site));
            }
            else
            {
                _plain.Add((node, use, Storage(value)));
            }
        }

        // A variable given by reference gets another text; the text stays.
        if (use.IsWritten && !IsByReference(use) && Values(_body.Resolution.Loans.Holds(state, use.Origin)).FirstOrDefault(ReadOnlyStorage.Refuses) is { } refusing)
        {
            _writes.Add(new ReadOnlyUse(refusing, null, use));
        }
    }

    /// <summary>What is given, and the views in the fields of it; what a collection keeps is not written with it.</summary>
    private ValueSet WithViews(HeldValues state, Origin given) => given.Children
        .Where(static part => part.Step is { Symbol: not null, ReachesView: true })
        .Aggregate(_body.Resolution.Loans.Holds(state, given), (all, part) => all.Union(WithViews(state, part)));

    /// <summary>Whether a variable is given by reference: it is written itself, not what it leads to.</summary>
    private static bool IsByReference(Use use) => use.Syntax is ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    /// <summary>What is new may be written until somebody else has it: asked when all are known who get it.</summary>
    private void AddDoubtful()
    {
        foreach (var (node, use, storage, cast) in _doubtful)
        {
            if (_published.TryGetValue(storage.Id, out var published) && published.FirstOrDefault(earlier => Reaches(earlier, (node, use), storage)) is { Fact: { } known })
            {
                _writes.Add(new ReadOnlyUse(storage, cast, use) { Published = known });
            }
        }
    }

    /// <summary>What was handed over to be read may be written again in a later turn of a loop.</summary>
    private void AddHandedOver()
    {
        foreach (var (node, use, storage) in _plain)
        {
            if (_madeReadOnly.TryGetValue(storage.Id, out var given) && given.FirstOrDefault(earlier => Reaches(earlier, (node, use), storage)) is { Fact: { } handedOver })
            {
                _writes.Add(new ReadOnlyUse(storage, handedOver, use));
            }
        }
    }

    private void Publish(FlowNode node, Fact fact, HeldValues state, Origin origin)
    {
        var held = Values(_body.Resolution.Loans.Holds(state, origin)).ToArray();
        foreach (var value in held)
        {
            // Whoever gets an address of it, to write there, does not get the text itself.
            if (value is Created { Site.IsNewReadOnly: true } && !held.Any(other => other is Loan { Site.Effect.CastsAwayReadOnly: true } loan && loan.Owner == value))
            {
                Note(_published, value.Id, (node, fact));
            }
        }
    }

    private static void Note<T>(Dictionary<int, List<T>> notes, int value, T note)
    {
        if (!notes.TryGetValue(value, out var all))
        {
            notes.Add(value, all = new List<T>());
        }

        all.Add(note);
    }

    private static Value Storage(Value value) => value is Loan loan ? loan.Owner : value;

    private IEnumerable<Value> Values(ValueSet held) => held.ToArray().Select(id => _body.Resolution.Values[id]);

    /// <summary>Whether a fact may come after another without the storage being made anew between them.</summary>
    private bool Reaches<T>((FlowNode Node, T Fact) from, (FlowNode Node, Use Use) to, Value storage)
        where T : Fact
    {
        var made = (storage as Created)?.Site.Id;
        if (from.Node == to.Node && from.Fact.Id < to.Use.Id)
        {
            return true;
        }

        var open = new Stack<FlowNode>();
        var seen = new HashSet<FlowNode>();
        if (!IsMadeIn(from.Node, made, from.Fact.Id, int.MaxValue))
        {
            open.Push(from.Node);
        }

        while (open.Count > 0)
        {
            foreach (var next in open.Pop().Successors.Select(static edge => edge.To).Where(seen.Add))
            {
                if (next == to.Node && !IsMadeIn(next, made, 0, to.Use.Id))
                {
                    return true;
                }

                if (!IsMadeIn(next, made, 0, int.MaxValue))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private bool IsMadeIn(FlowNode node, int? made, int after, int before) =>
        made is { } id && id > after && id < before && _body.Facts.Of(node.Block).Any(fact => fact.Id == id);
}
