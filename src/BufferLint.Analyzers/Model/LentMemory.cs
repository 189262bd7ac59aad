// Which memory is lent for a call, by annotation and by table: to parameters, and in fields and properties of what a
// parameter is.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>What is said of memory that a method is given.</summary>
internal enum Lending
{
    /// <summary>Nobody says anything.</summary>
    Undeclared,

    /// <summary>It may be used until the call is over.</summary>
    Lent,

    /// <summary>The method keeps it, and its callers know.</summary>
    Kept,
}

/// <summary>What a compilation knows of lent memory.</summary>
internal sealed class LentMemory
{
    private readonly bool _hasHolders;
    private readonly ConcurrentDictionary<ISymbol, Lending> _parameters = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the answers; nothing is read before it is asked for.</summary>
    public LentMemory(Compilation compilation)
    {
        HasAnnotations = AnnotationReader.KnowLending(compilation);
        _hasHolders = LentApis.Holders.Any(holder => !compilation.GetTypesByMetadataName(holder.Type).IsEmpty);
    }

    /// <summary>Whether anything can be annotated.</summary>
    public bool HasAnnotations { get; }

    /// <summary>Whether objects can lend what is in their fields.</summary>
    public bool HasHolders => HasAnnotations || _hasHolders;

    /// <summary>Whether a type is memory that can be kept: spans the compiler follows.</summary>
    public static bool IsMemory(ITypeSymbol? type) => type is INamedTypeSymbol { ContainingNamespace: { } space } named &&
        (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } && named.MetadataName is "Memory`1" or "ReadOnlyMemory`1" or "ArraySegment`1" ||
        (named.MetadataName == "ReadOnlySequence`1" && space is { Name: "Buffers", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }));

    /// <summary>What is said of a parameter of a method, of those that it implements or overrides, or of the delegate that it is called through.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="handler">The delegate's type; <see langword="null"/> if the method is called by name.</param>
    public Lending Of(IParameterSymbol parameter, INamedTypeSymbol? handler)
    {
        var known = _parameters.GetOrAdd(parameter.OriginalDefinition, _ => Said(parameter));
        return known == Lending.Undeclared && handler?.DelegateInvokeMethod is { } invoke && parameter.Ordinal < invoke.Parameters.Length
            ? Annotated(invoke.OriginalDefinition.Parameters[parameter.Ordinal])
            : known;
    }

    /// <summary>Whether what a field or property holds is lent to whoever is given the object.</summary>
    public bool IsBody(ISymbol member) => HasHolders && _bodies.GetOrAdd(member.OriginalDefinition, definition =>
        Annotated(definition) == Lending.Lent || LentApis.IsBody(MetadataName.Of(definition.ContainingType), definition.Name));

    private Lending Said(IParameterSymbol parameter)
    {
        if (Annotated(parameter) is var own and not Lending.Undeclared)
        {
            return own;
        }

        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method || (!HasAnnotations && !LentApis.MayHandle(NameOf(method))))
        {
            return Lending.Undeclared;
        }

        foreach (var declared in Declarations(method))
        {
            if (Annotated(declared.Parameters[parameter.Ordinal]) is var said and not Lending.Undeclared)
            {
                return said;
            }

            if (IsMemory(parameter.Type) && LentApis.LendsTo(MetadataName.Of(declared.ContainingType.OriginalDefinition), declared.Name))
            {
                return Lending.Lent;
            }
        }

        return Lending.Undeclared;
    }

    /// <summary>The methods that a method stands in for.</summary>
    public static IEnumerable<IMethodSymbol> Declarations(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden.OriginalDefinition;
        }

        foreach (var member in method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(NameOf(method))).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
            {
                yield return member.OriginalDefinition;
            }
        }
    }

    private Lending Annotated(ISymbol symbol) => HasAnnotations ? AnnotationReader.LendingOf(symbol) : Lending.Undeclared;

    /// <summary>The name of a method, without the interface that it implements explicitly.</summary>
    public static string NameOf(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);
}
