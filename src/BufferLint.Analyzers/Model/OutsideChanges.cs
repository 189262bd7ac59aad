// What others can do to the buffers in a type's fields, from the type's own source by name: no body is bound for it.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>Looks through the members of the declaring type, those they call included.</summary>
internal sealed class OutsideChanges : IOutsideChanges
{
    /// <summary>The members that break views of what they are given, by name, with the place of the argument.</summary>
    private static readonly ILookup<string, int> BreakingArguments = ApiCatalog.Families
        .SelectMany(family => family.Rows)
        .SelectMany(row => row.Effects.Where(effect => IsChange(effect) && effect.Of.Ordinal >= 0).Select(effect => (row.Name, effect.Of.Ordinal)))
        .ToLookup(row => row.Name, row => row.Ordinal);

    /// <summary>What makes room, by name: an array that is put into a field beside one of them is a larger one.</summary>
    private static readonly ImmutableHashSet<string> Allocations = ImmutableHashSet.Create("Resize", "Rent", "AllocateUninitializedArray", "AllocateArray", "ToArray", "CreateInstance", "EnsureCapacity", "Grow");

    private readonly ICalleeEffects _effects;
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableHashSet<string>> _changing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ImmutableHashSet<string>>> _ways = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ReachableMember>> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, MeanwhileChanges> _meanwhile = new(SymbolEqualityComparer.Default);

    public OutsideChanges(ICalleeEffects effects) => _effects = effects;

    /// <inheritdoc/>
    public bool IsMutable(ITypeSymbol type) => !ChangingMembers(type).IsEmpty;

    /// <inheritdoc/>
    public bool MayBreak(ISymbol member, ISet<string> guards) =>
        _ways.GetOrAdd(member.OriginalDefinition, Ways).Any(asked => !asked.Overlaps(guards));

    /// <inheritdoc/>
    public bool MayBreakMeanwhile(ISymbol member) => !Meanwhile(member).IsEmpty;

    /// <inheritdoc/>
    public string? BrokenMeanwhileBy(ISymbol member, SyntaxNode waiting, ISet<string> guards) => Meanwhile(member).Under(waiting, guards);

    private MeanwhileChanges Meanwhile(ISymbol member) => _meanwhile.GetOrAdd(member.OriginalDefinition, field =>
        HasStorage(field) is var (type, changing, isArray) && (isArray || !changing.IsEmpty || IsReleasedByDisposal(type))
            ? MeanwhileChanges.Of(FromOutside(field.ContainingType), declaration => Changes(declaration, field.Name, changing, isArray) || Releases(declaration, field.Name, type))
            : MeanwhileChanges.None);

    private ImmutableArray<ReachableMember> FromOutside(INamedTypeSymbol type) => _members.GetOrAdd(type, static declaring => new OwnMembers((INamedTypeSymbol)declaring).FromOutside().ToImmutableArray());

    private static bool IsChange(Effect effect) => effect.Kind is EffectKind.Moves or EffectKind.Shifts or EffectKind.Recycles;

    /// <summary>The names of the members of a type that break views of its storage.</summary>
    private ImmutableHashSet<string> ChangingMembers(ITypeSymbol type) => _changing.GetOrAdd(type.OriginalDefinition, definition =>
    {
        var names = ImmutableHashSet.CreateBuilder<string>();
        for (var current = definition; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            names.UnionWith(current.GetMembers()
                .Where(member => member is IMethodSymbol or IPropertySymbol && _effects.EffectsOf(member).Any(effect => IsChange(effect) && effect.Of.Equals(Slot.This)))
                .Select(member => member is IPropertySymbol { IsIndexer: true } ? WellKnownMemberNames.Indexer : member.Name));
        }

        return names.ToImmutable();
    });

    /// <summary>For each way in from outside that may break views: the names it asks about before.</summary>
    private ImmutableArray<ImmutableHashSet<string>> Ways(ISymbol member)
    {
        if (HasStorage(member) is not (var type, var changing, var isArray) || (!isArray && changing.IsEmpty))
        {
            return ImmutableArray<ImmutableHashSet<string>>.Empty;
        }

        if (!isArray && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        {
            return ImmutableArray.Create(ImmutableHashSet<string>.Empty);
        }

        var ways = ImmutableArray.CreateBuilder<ImmutableHashSet<string>>();
        foreach (var (entry, _, reached) in FromOutside(member.ContainingType))
        {
            if (reached.Any(declaration => Changes(declaration, member.Name, changing, isArray)))
            {
                ways.Add(reached.SelectMany(OwnMembers.Asked).ToImmutableHashSet());
            }
            else if (!isArray && FieldUses.Of(entry, member.Name).Any(FieldUses.IsHandedOut) && OwnMembers.Gives(entry, type))
            {
                ways.Add(ImmutableHashSet<string>.Empty);
            }
        }

        return ways.ToImmutable();
    }

    /// <summary>The type of a field or property, the members of it that break views of its storage, and whether it is an array that can be replaced; <see langword="null"/> if nobody can change what it holds.</summary>
    private (ITypeSymbol Type, ImmutableHashSet<string> Changing, bool IsArray)? HasStorage(ISymbol member)
    {
        var type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        var isArray = type is IArrayTypeSymbol { Rank: 1 } || ViewTypes.IsOverArray(type);
        return type is null || member.ContainingType is null or { IsRefLikeType: true } || (isArray && IsForGood(member)) ? null : (type, isArray ? ImmutableHashSet<string>.Empty : ChangingMembers(type), isArray);
    }

    /// <summary>Whether a declaration gives what a field holds back to its pool, or disposes the owner in it.</summary>
    private static bool Releases(SyntaxNode declaration, string field, ITypeSymbol type) => FieldUses.Of(declaration, field).Any(use =>
        FieldUses.GivenTo(use) is ("Return", 0) || (FieldUses.ChangedBy(use) == "Dispose" && IsReleasedByDisposal(type)));

    private static bool IsReleasedByDisposal(ITypeSymbol type) => type is INamedTypeSymbol named && ApiCatalog.DisposalOf(MetadataName.Of(named.OriginalDefinition)) is { GivesBack: true };

    private static bool IsForGood(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true };

    private static bool Changes(SyntaxNode declaration, string field, ImmutableHashSet<string> changing, bool isArray)
    {
        foreach (var use in FieldUses.Of(declaration, field))
        {
            if (isArray)
            {
                if (FieldUses.IsReplaced(use) && MakesRoom(declaration))
                {
                    return true;
                }
            }
            else if (FieldUses.ChangedBy(use) is { } called ? changing.Contains(called) || BreakingArguments[called].Contains(0) : FieldUses.GivenTo(use) is { } given && BreakingArguments[given.Method].Contains(given.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MakesRoom(SyntaxNode declaration) => declaration.DescendantNodes().Any(node =>
        node is ArrayCreationExpressionSyntax || node is SimpleNameSyntax { Identifier.ValueText: var name } && Allocations.Contains(name));
}
