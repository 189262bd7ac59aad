// Growth written by hand: a field, or a variable given by reference, gets new storage that the old contents are copied
// into. What had a view of the old storage looks at an array that nobody fills any more.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

/// <summary>Finds replaced storage in one function.</summary>
internal sealed class StorageGrowth
{
    private readonly Resolution _resolution;
    private readonly CallerNames _names;
    private readonly FactTable _facts;
    private readonly List<(FlowNode Node, int Fact, NamedPath Place, ValueSet Old, ValueSet Fresh)> _replaced = new();
    private readonly Dictionary<SyntaxNode, (HashSet<int> From, HashSet<int> To)> _together = new();
    private readonly HashSet<int> _returned = new();

    public StorageGrowth(FactTable facts, Resolution resolution, CallerNames names)
    {
        _facts = facts;
        _resolution = resolution;
        _names = names;
        foreach (var fact in facts.All)
        {
            MayGrow |= fact is OriginFlow flow && PlaceReplacedBy(flow) is not null;
        }
    }

    /// <summary>Whether storage is replaced at all; else nothing has to be taken in.</summary>
    public bool MayGrow { get; }

    /// <summary>Takes in one fact, on its way to the exit.</summary>
    public void Observe(FlowNode node, Fact fact, HeldValues state)
    {
        if (!MayGrow)
        {
            return;
        }

        switch (fact)
        {
            case OriginFlow flow when PlaceReplacedBy(flow) is { } place:
                Replace(node, flow, place, state);
                break;
            case Use { Kind: UseKind.Return } returned:
                _returned.UnionWith(_resolution.Loans.Holds(state, returned.Origin).ToArray());
                break;
            case Use use:
                Meet(use, Objects(_resolution.Loans.Holds(state, use.Origin)));
                break;
        }
    }

    /// <summary>The caller's place that gets other storage.</summary>
    private NamedPath? PlaceReplacedBy(OriginFlow flow) =>
        flow is { Adds: false, Target: { IsTemporary: false } target, Dereferences: false } && IsStorage(TypeOf(target)) && NamedPath.Of(target, _facts.Origins.This) is { } place && _names.IsOutside(place) && !_names.IsOwnVariable(place) ? place : null;

    private void Replace(FlowNode node, OriginFlow flow, NamedPath place, HeldValues state)
    {
        var fresh = flow.Sources.Aggregate(ValueSet.Empty, (held, source) => held.Union(Objects(_resolution.Loans.Holds(state, source))));
        if (!fresh.IsEmpty && fresh.ToArray().All(id => _resolution.Values[id] is Created))
        {
            _replaced.Add((node, flow.Id, place, Objects(_resolution.Loans.Holds(state, flow.Target)), fresh));
        }
    }

    /// <summary>The growth found, and where.</summary>
    /// <param name="exit">Who holds what on return: storage that is kept elsewhere was not outgrown.</param>
    public IEnumerable<(FlowNode Node, int Fact, FunctionEffect Effect)> Found(ExitState exit)
    {
        if (_replaced.Count == 0)
        {
            yield break;
        }

        var kept = new HashSet<(NamedPath Place, int Value)>(exit.Places(_names).SelectMany(held => held.Held.ToArray().Select(id => (held.Place, id))));
        foreach (var (node, fact, place, old, fresh) in _replaced)
        {
            var outgrown = old.ToArray().Where(id => !_returned.Contains(id) && !kept.Any(other => other.Value == id && !other.Place.Equals(place)) && _names.OnEntry(_resolution.Values[id]) is { } was && was.Equals(place));
            if (outgrown.Any(from => fresh.ToArray().Any(to => IsCopied(from, to))) && IsWrittenInPlace(place))
            {
                yield return (node, fact, new FunctionEffect(Effect.Move(Slot.This) with { RenewsVariable = true }, place, null, null));
            }
        }
    }

    /// <summary>One call that gets both, or one loop that reads the one and writes the other.</summary>
    private bool IsCopied(int from, int to) => _together.Any(met => met.Value.From.Contains(from) && met.Value.To.Contains(to)) || IsMadeFrom(from, to);

    /// <summary>Whether new storage is the result of a call that was given the old: <c>_data = Grown(_data, n)</c>.</summary>
    private bool IsMadeFrom(int from, int to) =>
        _resolution.Values[to] is Created { Site.Syntax: var made } && _together.Any(met => met.Key == made && met.Value.From.Contains(from));

    private void Meet(Use use, ValueSet objects)
    {
        if (objects.IsEmpty)
        {
            return;
        }

        foreach (var place in CallOf(use.Syntax) is { } call ? new[] { call, LoopAround(use.Syntax) } : new[] { LoopAround(use.Syntax) })
        {
            if (place is not null)
            {
                if (!_together.TryGetValue(place, out var met))
                {
                    _together.Add(place, met = (new HashSet<int>(), new HashSet<int>()));
                }

                if (use.Kind != UseKind.Write)
                {
                    met.From.UnionWith(objects.ToArray());
                }

                if (use.MayWrite)
                {
                    met.To.UnionWith(objects.ToArray());
                }
            }
        }
    }

    /// <summary>Objects, and the owners of what was lent; given back by then or not.</summary>
    private ValueSet Objects(ValueSet held)
    {
        var objects = new List<int>();
        foreach (var id in held.Ids)
        {
            var value = _resolution.Values[id] is Loan loan ? loan.Owner : _resolution.Values[id];
            objects.Add(value is Released released ? released.Of.Id : value.Id);
        }

        return ValueSet.Of(objects);
    }

    /// <summary>
    /// A field of an array that is never written in place is copied on every write: whoever looks at the old one means to.
    /// </summary>
    private static bool IsWrittenInPlace(NamedPath place) =>
        place.Steps.IsEmpty || place.Steps[place.Steps.Length - 1].Symbol is not { } member || member is not IFieldSymbol { Type: IArrayTypeSymbol } field || InPlaceWrites.Of(field);

    private static bool IsStorage(ITypeSymbol? type) => type is IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr } || ViewTypes.IsOverArray(type);

    private static ITypeSymbol? TypeOf(Origin origin) => origin.Step?.Type ?? (origin.Symbol as IParameterSymbol)?.Type ?? (origin.Symbol as IFieldSymbol)?.Type;

    private static SyntaxNode? CallOf(SyntaxNode used) => used switch
    {
        InvocationExpressionSyntax => used,
        ArgumentSyntax { Parent.Parent: { } call } => call,
        _ => null,
    };

    private static SyntaxNode? LoopAround(SyntaxNode used)
    {
        for (var node = used.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            {
                return node;
            }
        }

        return null;
    }
}
