// Which fields of a type may hold what is released, and so are watched one by one.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

/// <summary>A field that may hold what is released.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Field">The field or automatic property.</param>
/// <param name="Outer">The field of the type itself that it is in; the same, if it is no part of another.</param>
/// <param name="OfElements">Whether its elements are leases.</param>
/// <param name="Part">Where in an element the lease is, from <see cref="Protocols.Place.Element"/>, if that is a struct.</param>
internal readonly record struct WatchedField(Place Place, ISymbol Field, ISymbol Outer, bool OfElements = false, Place? Part = null)
{
    /// <summary>Whether it is a field of another object.</summary>
    public bool IsOfOther => !SymbolEqualityComparer.Default.Equals(Field, Outer) && Field.ContainingType is { IsReferenceType: true };
}

/// <summary>Finds them.</summary>
internal static class WatchedFields
{
    /// <summary>How many structs deep leases are looked for.</summary>
    private const int MaxDepth = 3;

    /// <summary>The fields of a type and of those it inherits from, the parts of structs in fields among them.</summary>
    /// <param name="type">The type.</param>
    /// <param name="withOthers">Whether the fields of objects in fields are wanted too.</param>
    public static IEnumerable<WatchedField> Of(INamedTypeSymbol type, bool withOthers)
    {
        for (var declaring = type; declaring is not null && !declaring.DeclaringSyntaxReferences.IsEmpty; declaring = declaring.BaseType?.OriginalDefinition)
        {
            foreach (var member in FieldsOf(declaring))
            {
                var place = Place.This.To(member);
                yield return new WatchedField(place, member, member);
                if (HasElements(member))
                {
                    yield return new WatchedField(place, member, member, OfElements: true);
                }

                foreach (var (part, at) in HasElementsWithParts(member) ? PartsOf(ElementOf(TypeOf(member)), Place.Element) : Enumerable.Empty<(ISymbol, Place)>())
                {
                    yield return new WatchedField(place, part, member, OfElements: true, at);
                }

                foreach (var (part, at) in PartsOf(TypeOf(member), place))
                {
                    yield return new WatchedField(at, part, member);
                }

                if (withOthers && TypeOf(member) is INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } inner && MayOwn(member, inner))
                {
                    foreach (var part in FieldsOf(inner.OriginalDefinition))
                    {
                        yield return new WatchedField(place.To(part), part, member);
                    }
                }
            }
        }
    }

    /// <summary>The static fields that a type has to itself, those of each thread left out.</summary>
    public static IEnumerable<WatchedField> StaticOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static field => field is { IsStatic: true, IsConst: false, AssociatedSymbol: null, DeclaredAccessibility: Accessibility.Private, Type: IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } } && field.GetAttributes().IsEmpty)
        .Select(static field => new WatchedField(Place.Static.To(field), field, field));

    /// <summary>Whether a type has any field that may hold what is released, whatever its code does.</summary>
    public static bool MayHoldLeases(INamedTypeSymbol type) => Of(type, withOthers: true).Concat(StaticOf(type)).Any(static field => field.OfElements || MayHoldLease(field.Field, isNamed: true, isGiven: true));

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    /// <summary>Whether a type has leases in its fields that are disposed.</summary>
    public static bool AreDisposed(INamedTypeSymbol type) => Of(type, withOthers: false).Any(static field => field.Part is not null || (TypeOf(field.Field) is var held && (IsDisposedLease(field.OfElements ? ElementOf(held) : held) || IsOwnLease(held))));

    /// <summary>Whether a field may hold what is released: an address, an array, a lease that is disposed, or an object that is given to a release by its name.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isNamed">Whether a member names it that comes to a release.</param>
    /// <param name="given">The names that stand in what is released.</param>
    public static bool MayHoldLease(WatchedField field, bool isNamed, ICollection<string> given) => field switch
    {
        { OfElements: true } => isNamed && (field.Part is null || MayHoldLease(field.Field, true, true)),
        { IsOfOther: true } => isNamed && given.Contains(field.Outer.Name) && given.Contains(field.Field.Name) && MayHoldLease(field.Field, true, true) && Exclusive.Is(field.Outer),
        _ => MayHoldLease(field.Field, isNamed, given.Contains(field.Outer.Name)),
    };

    private static bool MayHoldLease(ISymbol field, bool isNamed, bool isGiven) => TypeOf(field) switch
    {
        IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => isNamed,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsDisposedLease(inner) && isGiven,
        INamedTypeSymbol { Name: "ReadResult" or "ReadOnlySequence" } => isGiven,
        { SpecialType: SpecialType.None } type => IsDisposedLease(type) ? isNamed : isGiven,
        _ => false,
    };

    /// <summary>Whether a type is that of a lease, so that a collection of it is one of leases.</summary>
    public static bool IsElement(ITypeSymbol? type) => type is IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } || IsDisposedLease(type);

    private static IEnumerable<ISymbol> FieldsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static field => field is { IsStatic: false, IsConst: false, IsFixedSizeBuffer: false } && field.AssociatedSymbol is null or IPropertySymbol)
        .Select(static field => field.AssociatedSymbol ?? field);

    /// <summary>Whether a field may hold an object that nobody else has.</summary>
    private static bool MayOwn(ISymbol field, INamedTypeSymbol type) =>
        field is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } && !type.IsAbstract && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, field.ContainingType.OriginalDefinition);

    /// <summary>Whether a field is this type's own collection of leases.</summary>
    private static bool HasElements(ISymbol field) => field.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected && IsElement(ElementOf(TypeOf(field)));

    /// <summary>Whether a field is this type's own collection of structs that are disposed.</summary>
    private static bool HasElementsWithParts(ISymbol field) => field.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected && IsOwnLease(ElementOf(TypeOf(field)));

    /// <summary>The fields of a struct of the compilation, of those in it, and of those in tuples and nullable values.</summary>
    private static IEnumerable<(ISymbol Part, Place At)> PartsOf(ITypeSymbol? type, Place place, int depth = 0)
    {
        var fields = Unwrapped(type) switch
        {
            _ when depth >= MaxDepth => Enumerable.Empty<ISymbol>(),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Where(static item => IsOwnLease(item.Type)),
            INamedTypeSymbol { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false } inner => FieldsOf(inner.OriginalDefinition),
            _ => Enumerable.Empty<ISymbol>(),
        };
        foreach (var part in fields)
        {
            yield return (part, place.To(part));
            foreach (var within in PartsOf(TypeOf(part), place.To(part), depth + 1))
            {
                yield return within;
            }
        }
    }

    /// <summary>The type of the value in a nullable one.</summary>
    public static ITypeSymbol? Unwrapped(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [.., var last], ContainingNamespace: { } space } when IsCollections(space) => last,
        _ => null,
    };

    private static bool IsCollections(INamespaceSymbol space) => space is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || (space.ContainingNamespace is { } outer && IsCollections(outer));

    /// <summary>Whether a struct of the compilation is disposed, which may release what is in it.</summary>
    public static bool IsOwnLease(ITypeSymbol? type) => Unwrapped(type) is { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false } inner && inner.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } && FieldProtocolNames.Disposal.Contains(member.Name.Substring(member.Name.LastIndexOf('.') + 1)));

    private static bool IsDisposedLease(ITypeSymbol? type) => type is INamedTypeSymbol named && (HandleApis.IsHandle(named) || ApiCatalog.DisposalOf(MetadataName.Of(named.OriginalDefinition)) is not null);
}
