// Where something leaves a method for good: what it returns, what it adds to collections of others, what native code
// keeps, and what others' fields and variables hold when it is over. A field that is set and reset before that lets nothing out.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Checks;

/// <summary>One thing that leaves.</summary>
/// <param name="Fact">What lets it out.</param>
/// <param name="Holder">What holds it there.</param>
/// <param name="Place">Where it can be found afterwards; <see langword="null"/> for a result, and for what native code keeps.</param>
/// <param name="Values">What it is, and holds.</param>
/// <param name="IsFollowed">Whether the compiler follows it by its own rules, so that only what was hidden from it matters.</param>
internal sealed record AddressEscape(Fact Fact, Origin Holder, Origin? Place, ImmutableArray<Value> Values, bool IsFollowed);

internal sealed class AddressEscapes
{
    private static readonly ImmutableHashSet<string> Adders = ImmutableHashSet.Create("Add", "TryAdd", "AddLast", "AddFirst", "Insert", "Enqueue", "Push", "AddOrUpdate", "TryWrite");

    private readonly SolvedBody _body;
    private readonly List<AddressEscape> _found = new();
    private readonly Dictionary<int, List<(OriginFlow Flow, ValueSet Values)>> _stores = new();
    private readonly Dictionary<SyntaxNode, Origin> _receivers = new();

    private readonly Origin _this;

    private AddressEscapes(SolvedBody body)
    {
        _body = body;
        _this = body.Facts.Origins.This;
    }

    /// <summary>All of a body, in the order of the source.</summary>
    public static IEnumerable<AddressEscape> Of(SolvedBody body)
    {
        var escapes = new AddressEscapes(body);
        body.Resolution.Solver.ReplayForward(escapes.Visit);
        foreach (var exit in body.Graph.Nodes.Where(static node => node.Block.Kind == BasicBlockKind.Exit))
        {
            if (body.Resolution.Solver.AtEndOf(exit) is { } state)
            {
                escapes.AddKept(state);
            }
        }

        return escapes._found.OrderBy(static escape => escape.Fact.Syntax.SpanStart);
    }

    private void Visit(FlowNode node, Fact fact, HeldValues state)
    {
        switch (fact)
        {
            case Use { Kind: UseKind.Return, Syntax: not ParameterSyntax } returned when _body.Facts.Owner is { } method:
                var isFollowed = method.ReturnType.IsRefLikeType || method.RefKind != RefKind.None;
                var own = isFollowed || CanBeAddress(method.ReturnType) ? _body.Resolution.Loans.Holds(state, returned.Origin) : ValueSet.Empty;
                Add(returned, returned.Origin, null, own.Union(Parts(state, returned.Origin)), isFollowed);
                break;
            case Use { IsKeptByNative: true } given:
                Add(given, given.Origin, null, _body.Resolution.WithParts(state, given.Origin), isFollowed: false);
                break;
            case Use { Kind: UseKind.Pass, Syntax: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call } } given when Adders.Contains(name):
                if (_receivers.TryGetValue(call, out var collection) && IsOutside(collection, state))
                {
                    Add(given, given.Origin, collection, _body.Resolution.WithParts(state, given.Origin), isFollowed: false);
                }

                break;
            case Use { Syntax: InvocationExpressionSyntax call } use when use.Origin.Symbol is not null || use.Origin.Parent is not null:
                _receivers[call] = use.Origin;
                break;
            case OriginFlow { Target.IsTemporary: false } flow when flow.Target.Step != PathStep.Added:
                var held = flow.Sources.Aggregate(ValueSet.Empty, (all, source) => all.Union(_body.Resolution.WithParts(state, source)));
                if (!held.IsEmpty)
                {
                    if (!_stores.TryGetValue(flow.Target.Id, out var stores))
                    {
                        _stores.Add(flow.Target.Id, stores = new List<(OriginFlow, ValueSet)>());
                    }

                    stores.Add((flow, held));
                }

                break;
        }
    }

    /// <summary>What places of others hold at the end, and what objects made here hold that are in such places.</summary>
    private void AddKept(HeldValues state)
    {
        foreach (var place in _body.Facts.Origins.All)
        {
            if (place.IsTemporary || !state.Sets.TryGetValue(place.Id, out var held) || held.IsEmpty || !IsOutside(place, state) || !_stores.TryGetValue(place.Id, out var stores))
            {
                continue;
            }

            var type = TypeOf(place);
            var made = held.ToArray().Where(id => _body.Resolution.Values[id] is Created).ToArray();
            var inside = _body.Facts.Origins.All
                .Where(part => part is { IsTemporary: false, Parent: { } whole } && TypeOf(whole) is { IsReferenceType: true } && state.Sets.ContainsKey(part.Id) && made.Any(_body.Resolution.Loans.Holds(state, whole).Contains))
                .Aggregate(ValueSet.Empty, (all, part) => all.Union(state.Sets[part.Id]));
            var values = (type is null || CanBeAddress(type) || type.IsRefLikeType ? held : ValueSet.Empty).Union(inside);
            foreach (var (flow, stored) in stores)
            {
                var still = values.ToArray().Where(id => Stores(stored, id) || inside.Contains(id)).ToArray();
                if (still.Length > 0)
                {
                    _found.Add(new AddressEscape(flow, flow.Sources.FirstOrDefault() ?? place, place, still.Select(id => _body.Resolution.Values[id]).ToImmutableArray(), type?.IsRefLikeType == true));
                }
            }
        }
    }

    /// <summary>Whether a value was stored, by now perhaps behind the end of its fixed statement.</summary>
    private bool Stores(ValueSet stored, int value) =>
        stored.Contains(value) || (FixedPins.In(_body.Resolution.Values[value]) is { } pin && stored.ToArray().Any(id => FixedPins.In(_body.Resolution.Values[id]) == pin));

    private void Add(Fact fact, Origin holder, Origin? place, ValueSet values, bool isFollowed) =>
        _found.Add(new AddressEscape(fact, holder, place, values.ToArray().Select(id => _body.Resolution.Values[id]).ToImmutableArray(), isFollowed));

    private ValueSet Parts(HeldValues state, Origin whole) => whole.Children.Aggregate(ValueSet.Empty, (all, part) => all.Union(_body.Resolution.WithParts(state, part)));

    /// <summary>Whether a place outlives the call: this object's or another's fields, static ones, variables given by reference.</summary>
    private bool IsOutside(Origin place, HeldValues state)
    {
        if (place == _this)
        {
            return false;
        }

        var root = place;
        while (root.Parent is { } whole)
        {
            root = whole;
        }

        return root.Symbol switch
        {
            null => root == _this,
            IFieldSymbol or IPropertySymbol => true,
            IParameterSymbol parameter when !_body.Facts.IsOfBody(parameter) => false,
            IParameterSymbol { RefKind: not RefKind.None } => true,
            IParameterSymbol { Type.IsReferenceType: true } => place != root,
            ILocalSymbol => place.Parent is { } holder && TypeOf(holder) is { IsReferenceType: true } && _body.Resolution.Loans.Holds(state, holder) is { IsEmpty: false } objects && objects.ToArray().All(id => IsOthers(_body.Resolution.Values[id])),
            _ => false,
        };
    }

    /// <summary>Whether an object was there before the call.</summary>
    private bool IsOthers(Value value) => value switch
    {
        Part part => IsOthers(part.Of),
        Placeholder { Origin.Symbol: ILocalSymbol } => false,
        Placeholder => true,
        _ => false,
    };

    private static ITypeSymbol? TypeOf(Origin place) => place.Step is { } step ? step.Type : place.Symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>Whether a value of a type is, or refers to, an address; structs without references are numbers, whatever is in their fields.</summary>
    private static bool CanBeAddress(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr } => true,
        { SpecialType: SpecialType.System_String } => false,
        IArrayTypeSymbol array => CanBeAddress(array.ElementType),
        { IsReferenceType: true } => true,
        ITypeParameterSymbol => false,
        _ => !type.IsUnmanagedType,
    };
}
