// What users say of their own buffers with the attributes of BufferLint.Annotations, matched by full name so that a
// pasted copy of the attributes serves as well.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Reads the effects that attributes state.</summary>
internal static class AnnotationReader
{
    public const string Namespace = "BufferLint.Annotations";

    /// <summary>The last name of <see cref="Namespace"/>.</summary>
    private const string LastName = "Annotations";

    private const string ViewOf = "ViewOfAttribute";
    private const string Moves = "MovesAttribute";
    private const string Refuses = "RefusesWhileViewedAttribute";
    private const string Releases = "ReleasesAttribute";
    private const string ReadOnlyView = "ReadOnlyViewAttribute";
    private const string Lent = "LentAttribute";
    private const string Keeps = "KeepsAttribute";

    /// <summary>The attributes' names as they are written, without the suffix.</summary>
    public static ImmutableHashSet<string> TakingNames { get; } = ImmutableHashSet.Create("ViewOf", ViewOf);

    /// <inheritdoc cref="TakingNames"/>
    public static ImmutableHashSet<string> BreakingNames { get; } = ImmutableHashSet.Create("Moves", Moves, "RefusesWhileViewed", Refuses);

    /// <summary>Whether the attributes exist in a compilation at all.</summary>
    public static bool AreKnownTo(Compilation compilation) =>
        MayDeclare(compilation) &&
        (!compilation.GetTypesByMetadataName(Namespace + "." + ViewOf).IsEmpty ||
        !compilation.GetTypesByMetadataName(Namespace + "." + Moves).IsEmpty);

    /// <summary>Whether a compilation can say that memory is lent or kept.</summary>
    public static bool KnowLending(Compilation compilation) =>
        MayDeclare(compilation) &&
        (!compilation.GetTypesByMetadataName(Namespace + "." + Lent).IsEmpty ||
        !compilation.GetTypesByMetadataName(Namespace + "." + Keeps).IsEmpty);

    /// <summary>Whether any assembly has a namespace of that name: to look types up in all of them costs far more, and mostly none has.</summary>
    private static bool MayDeclare(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.NamespaceNames.Contains(LastName))
            {
                return true;
            }
        }

        return compilation.Assembly.NamespaceNames.Contains(LastName);
    }

    /// <summary>What the attributes of a parameter, field or property say of the memory in it.</summary>
    public static Lending LendingOf(ISymbol symbol)
    {
        foreach (var attribute in Ours(symbol))
        {
            switch (attribute.AttributeClass!.Name)
            {
                case Lent:
                    return Lending.Lent;
                case Keeps:
                    return Lending.Kept;
            }
        }

        return Lending.Undeclared;
    }

    /// <summary>The effects that the attributes of a method or property, and of its parameters, state.</summary>
    public static ImmutableArray<Effect> Read(ISymbol member)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        var parameters = Parameters(member);
        foreach (var attribute in Ours(member))
        {
            AddOfMember(member, parameters, attribute, effects);
        }

        foreach (var parameter in parameters)
        {
            foreach (var attribute in Ours(parameter))
            {
                AddOfParameter(parameter, attribute, effects);
            }
        }

        return effects.ToImmutable();
    }

    private static void AddOfMember(ISymbol member, ImmutableArray<IParameterSymbol> parameters, AttributeData attribute, ImmutableArray<Effect>.Builder effects)
    {
        switch (attribute.AttributeClass!.Name)
        {
            case ViewOf when OwnerSlot(attribute, parameters) is { } owner:
                effects.Add(Effect.View(owner) with { IsCounted = IsCounted(ResultType(member)), IsReadOnly = IsReadOnly(member) });
                break;
            case Moves when !Ours(member).Any(other => other.AttributeClass!.Name == Refuses):
                effects.Add(Effect.Move(Slot.This));
                break;
            case Refuses:
                var exception = attribute.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol;
                effects.Add(new Effect(EffectKind.RefusesWhileViewed, Slot.This) { Exception = exception });
                effects.Add(Effect.Move(Slot.This) with { SparesCounted = true });
                break;
            case Releases:
                effects.Add(new Effect(EffectKind.Releases, Slot.This));
                break;
        }
    }

    private static void AddOfParameter(IParameterSymbol parameter, AttributeData attribute, ImmutableArray<Effect>.Builder effects)
    {
        var slot = Slot.Parameter(parameter.Ordinal);
        switch (attribute.AttributeClass!.Name)
        {
            case ViewOf when OwnerSlot(attribute, Parameters(parameter.ContainingSymbol)) is { } owner:
                effects.Add(Effect.View(owner) with { Into = slot, IsCounted = IsCounted(parameter.Type), IsReadOnly = IsReadOnly(parameter) });
                break;
            case Moves:
                effects.Add(Effect.Move(slot));
                break;
            case Releases:
                effects.Add(new Effect(EffectKind.Releases, slot));
                break;
            case Lent:
                effects.Add(new Effect(EffectKind.Lent, slot));
                break;
            case Keeps:
                effects.Add(new Effect(EffectKind.Keeps, slot));
                break;
        }
    }

    private static Slot? OwnerSlot(AttributeData attribute, ImmutableArray<IParameterSymbol> parameters)
    {
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not string name)
        {
            return Slot.This;
        }

        var owner = parameters.FirstOrDefault(parameter => parameter.Name == name);
        return owner is null ? null : Slot.Parameter(owner.Ordinal);
    }

    private static bool IsReadOnly(ISymbol symbol) => Ours(symbol).Any(attribute => attribute.AttributeClass!.Name == ReadOnlyView);

    /// <summary>A view is counted if its type has a member that releases it.</summary>
    private static bool IsCounted(ITypeSymbol? view)
    {
        for (var type = view; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member is IMethodSymbol && Ours(member).Any(attribute => attribute.AttributeClass!.Name == Releases)))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? ResultType(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol? member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static IEnumerable<AttributeData> Ours(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.ContainingNamespace?.ToDisplayString() == Namespace)
            {
                yield return attribute;
            }
        }
    }
}
