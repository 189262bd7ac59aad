// Which methods a virtual or interface call can run, where outsiders cannot add any.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>The types of one compilation, from base to derived.</summary>
internal sealed class TypeHierarchy
{
    /// <summary>A call that may run more methods than this says too little about any of them.</summary>
    private const int MaxImplementations = 4;

    private readonly Compilation _compilation;
    private readonly Func<string, IEnumerable<string>> _namedAsBase;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the hierarchy; nothing is read before it is asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="namedAsBase">The metadata names of types in whose base list a name stands.</param>
    public TypeHierarchy(Compilation compilation, Func<string, IEnumerable<string>> namedAsBase)
    {
        _compilation = compilation;
        _namedAsBase = namedAsBase;
    }

    /// <summary>Whether a call of a method may run another one.</summary>
    public static bool IsOverridable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)) && !method.IsStatic && method.ContainingType is { IsSealed: false, IsValueType: false };

    /// <summary>The definitions of the methods that a call may run; none where an outsider may have added one, or there are many.</summary>
    /// <param name="called">The definition of the overridable method that is called.</param>
    /// <param name="receiver">The type of what it is called on.</param>
    /// <param name="isExact">Whether the object is of that very type.</param>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol called, INamedTypeSymbol receiver, bool isExact)
    {
        var type = receiver.OriginalDefinition;
        if (isExact || type.IsSealed || type.IsValueType)
        {
            return ImplementationIn(type, called) is { } only ? ImmutableArray.Create(only) : ImmutableArray<IMethodSymbol>.Empty;
        }

        if (!IsClosed(type, called))
        {
            return ImmutableArray<IMethodSymbol>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var candidate in DerivedFrom(type).Insert(0, type))
        {
            var implementation = candidate is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } ? ImplementationIn(candidate, called) : null;
            if (implementation is not null && IsOverridable(implementation) && !IsClosed(candidate, implementation))
            {
                return ImmutableArray<IMethodSymbol>.Empty;
            }

            if (implementation is not null && !found.Contains(implementation, SymbolEqualityComparer.Default))
            {
                found.Add(implementation);
            }
        }

        return found.Count <= MaxImplementations ? found.ToImmutable() : ImmutableArray<IMethodSymbol>.Empty;
    }

    /// <summary>What a call on an object of a type runs.</summary>
    public static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol called)
    {
        if (called.ContainingType.TypeKind == TypeKind.Interface)
        {
            return MemberOfInterface(type, called) is { } member && type.FindImplementationForInterfaceMember(member)?.OriginalDefinition is IMethodSymbol implementation
                ? IsOverridable(implementation) && implementation.ContainingType.TypeKind == TypeKind.Class ? ImplementationIn(type, implementation) : implementation
                : null;
        }

        for (var holder = type; holder is not null; holder = holder.BaseType?.OriginalDefinition)
        {
            foreach (var member in holder.GetMembers(called.Name))
            {
                if (member is IMethodSymbol method && IsOrOverrides(method, called))
                {
                    return method;
                }
            }
        }

        return null;
    }

    /// <summary>The member of an interface as a type implements it.</summary>
    private static ISymbol? MemberOfInterface(INamedTypeSymbol type, IMethodSymbol called)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, called.ContainingType))
            {
                continue;
            }

            foreach (var member in implemented.GetMembers(called.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, called))
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static bool IsOrOverrides(IMethodSymbol method, IMethodSymbol called)
    {
        for (var overridden = method; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no other assembly can override a method in a type of its own.</summary>
    private static bool IsClosed(INamedTypeSymbol type, IMethodSymbol method) =>
        type.IsSealed || IsHidden(method.DeclaredAccessibility) || IsHidden(type) ||
        (type is { TypeKind: TypeKind.Class, IsRecord: false } && type.InstanceConstructors.All(static constructor => IsHidden(constructor.DeclaredAccessibility)));

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (IsHidden(outer.DeclaredAccessibility))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(Accessibility accessibility) => accessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal;

    /// <summary>All types of the compilation that derive from a type or implement it, whatever is between.</summary>
    private ImmutableArray<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) => _derived.GetOrAdd(type, root =>
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var inOrder = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var open = new Queue<INamedTypeSymbol>();
        open.Enqueue((INamedTypeSymbol)root);
        while (open.Count > 0)
        {
            var parent = open.Dequeue();
            foreach (var name in _namedAsBase(parent.Name))
            {
                if (_compilation.Assembly.GetTypeByMetadataName(name) is { } type && IsChildOf(type, parent) && found.Add(type))
                {
                    inOrder.Add(type);
                    open.Enqueue(type);
                }
            }
        }

        return inOrder.ToImmutable();
    });

    private static bool IsChildOf(INamedTypeSymbol type, INamedTypeSymbol parent) =>
        SymbolEqualityComparer.Default.Equals(type.BaseType?.OriginalDefinition, parent) || type.Interfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, parent));
}
