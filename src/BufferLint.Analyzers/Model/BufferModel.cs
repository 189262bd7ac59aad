// Stage 1 of the pipeline: what the members a body names do to buffers. One answer from all sources, in one
// vocabulary, remembered per compilation.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Effects by table and annotation, for one compilation.</summary>
internal sealed class BufferModel : ICalleeEffects
{
    private readonly OwnPools _pools = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Effect>> _effects = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Effect>> _disposals = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _carriers = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the model; nothing is read before it is asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="namedAsBase">The metadata names of types in whose base list a name stands.</param>
    public BufferModel(Compilation compilation, Func<string, IEnumerable<string>> namedAsBase)
    {
        Hierarchy = new TypeHierarchy(compilation, namedAsBase);
        HasAnnotations = AnnotationReader.AreKnownTo(compilation);
        OutsideChanges = new OutsideChanges(this);
        Lent = new LentMemory(compilation);
    }

    /// <summary>Whether anything can be annotated; without that there are no counted views.</summary>
    public bool HasAnnotations { get; }

    /// <summary>What a type lets others do to the buffers in its fields.</summary>
    public IOutsideChanges OutsideChanges { get; }

    /// <summary>Who keeps what iterators yield; <see langword="null"/> if nobody is looked for.</summary>
    public ICollectingCalls? CollectingCalls { get; init; }

    /// <summary>Which memory is lent for a call.</summary>
    public LentMemory Lent { get; }

    public ViewTypes Types { get; } = new();

    /// <summary>What virtual and interface calls can run.</summary>
    public TypeHierarchy Hierarchy { get; }

    /// <inheritdoc/>
    public ImmutableArray<Effect> EffectsOf(ISymbol member)
    {
        var definition = (member is IMethodSymbol { ReducedFrom: { } whole } ? whole : member).OriginalDefinition;
        return _effects.TryGetValue(definition, out var known) ? known : _effects.GetOrAdd(definition, Find);
    }

    /// <summary>What a member does when it is called on an object of a type: <c>Dispose</c> may be declared by another.</summary>
    public ImmutableArray<Effect> EffectsOf(ISymbol member, ITypeSymbol? receiver) =>
        EffectsOf(member) is { IsEmpty: false } stated ? stated :
        member is IMethodSymbol { Name: "Dispose" or "DisposeAsync" or "Close", Parameters.IsEmpty: true } && receiver is INamedTypeSymbol ? _disposals.GetOrAdd(receiver.OriginalDefinition, static type =>
            ApiCatalog.DisposalOf(MetadataName.Of((INamedTypeSymbol)type)) is { } effect ? ImmutableArray.Create(effect) : ImmutableArray<Effect>.Empty) :
        ImmutableArray<Effect>.Empty;

    /// <summary>Whether a view that a member results in is one of its receiver or first parameter.</summary>
    public bool IsCarrier(ISymbol member) =>
        member.ContainingType is { } type && _carriers.GetOrAdd(type.OriginalDefinition, static definition => ViewApis.Carriers.Contains(MetadataName.Of(definition)));

    private ImmutableArray<Effect> Find(ISymbol definition)
    {
        var effects = ApiCatalog.EffectsOf(definition);
        if (effects.IsEmpty && (HasAnnotations || Lent.HasAnnotations))
        {
            effects = AnnotationReader.Read(definition);
        }

        if (effects.IsEmpty && Overridden(definition) is { } overridden)
        {
            effects = EffectsOf(overridden);
        }

        return effects.IsEmpty ? _pools.EffectsOf(definition) : effects;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => implemented,
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
