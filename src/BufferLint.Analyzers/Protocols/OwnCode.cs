// The members of a type by the words in their source, and which of them outsiders can call. Nothing is bound for it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Protocols;

/// <summary>A member that outsiders can call.</summary>
/// <param name="Method">Its code.</param>
/// <param name="Words">The names that stand in it, and in the members of the type that it comes to.</param>
/// <param name="Releasing">Those of the members that it comes to in which a call may release.</param>
/// <param name="Reached">The members that it comes to, itself among them.</param>
internal sealed record EntryMember(IMethodSymbol Method, ISet<string> Words, ImmutableArray<ISymbol> Releasing, IReadOnlyCollection<ISymbol> Reached)
{
    private static readonly ImmutableHashSet<string> Terminals = ImmutableHashSet.Create("Return", "Free", "Release", "Destroy", "Recycle", "Deallocate");

    private static readonly ImmutableHashSet<string> StaticTerminals = Terminals.Union(new[] { "Shutdown", "ShutDown", "Terminate", "Uninitialize", "Deinitialize", "Cleanup", "CleanUp", "Stop", "Quit", "Exit", "Unload", "TearDown", "Dispose", "Close" });

    /// <summary>Whether it ends the object, so that a caller who goes on using it is wrong himself.</summary>
    public bool IsEnding { get; } = (!Method.IsStatic && IsNameOfEnding(Method.ExplicitInterfaceImplementations is [{ Name: var implemented }, ..] ? implemented : Method.Name)) || Method.MethodKind == MethodKind.Destructor;

    /// <summary>Whether it gives the whole object up without saying that it may be called again, or is a helper of the assembly's own code, which knows when to call it.</summary>
    public bool IsTerminal { get; } = (Method.IsStatic ? StaticTerminals : Terminals).Contains(Method.Name) || (Method.DeclaredAccessibility == Accessibility.Internal && Method.ContainingType.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether a framework of tests or benchmarks calls it, once after each call of the member that sets up.</summary>
    public bool IsCleanup { get; } = Method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is { } name && (name.Contains("Cleanup") || name.Contains("TearDown")));

    /// <summary>Whether no caller says which of several things it is about.</summary>
    public bool IsOfAll => Method.Parameters.All(static parameter => parameter.Type is { SpecialType: SpecialType.System_Boolean } or { Name: "CancellationToken" });

    public bool IsFinalizer => Method.MethodKind == MethodKind.Destructor;

    private static bool IsNameOfEnding(string name) => name.Contains("Dispose") || name is "Close" or "CloseAsync";

    /// <summary>Whether any code that has the object can call it, that of other assemblies too.</summary>
    public bool IsForEverybody => Method.DeclaredAccessibility == Accessibility.Public || !Method.ExplicitInterfaceImplementations.IsEmpty;
}

/// <summary>The code of a type and of those that it inherits from, as far as it is source.</summary>
internal sealed class OwnCode
{
    /// <summary>What static members are named that are called once, when all is over.</summary>
    private static readonly ImmutableHashSet<string> Ends = ImmutableHashSet.Create("ProcessExit", "DomainUnload", "CancelKeyPress", "ApplicationExit", "Unloading", "ModuleInitializer", "UnmanagedCallersOnly", "Main");

    private readonly INamedTypeSymbol _type;
    private readonly bool _isStatic;
    private HashSet<string>? _givenAway;
    private readonly Dictionary<ISymbol, HashSet<string>> _words = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _releasing = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _methods = new();
    private readonly List<(SyntaxNode Code, IReadOnlyCollection<string> Released)> _code = new();
    private ISet<string>? _reaching;

    /// <param name="type">The type.</param>
    /// <param name="calls">Says which calls may release.</param>
    /// <param name="disposes">Whether to dispose may be to release.</param>
    /// <param name="isStatic">Whether it is about static members.</param>
    /// <param name="cancellation">Stops the work.</param>
    public OwnCode(INamedTypeSymbol type, ReleaseCalls calls, bool disposes, bool isStatic, CancellationToken cancellation)
    {
        _type = type;
        _isStatic = isStatic;
        for (var declaring = type; declaring is not null && !declaring.DeclaringSyntaxReferences.IsEmpty; declaring = isStatic ? null : declaring.BaseType?.OriginalDefinition)
        {
            foreach (var method in declaring.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsStatic == isStatic && !method.IsAbstract))
            {
                foreach (var reference in method.DeclaringSyntaxReferences)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var words = _words.TryGetValue(method, out var known) ? known : _words[method] = new HashSet<string>(StringComparer.Ordinal);
                    var code = reference.GetSyntax(cancellation);
                    words.UnionWith(code.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
                    var released = calls.Released(code, disposes).ToArray();
                    _code.Add((code, released));
                    if (released.Length > 0)
                    {
                        _releasing.Add(method);
                        Given.UnionWith(released);
                    }
                }

                _methods.Add(method);
            }
        }
    }

    /// <summary>The names that stand in what is released.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a value may come from a name to what is released.</summary>
    public bool MayReachRelease(string name) => (_reaching ??= ReachingNames.ToReleases(_code)).Contains(name);

    /// <summary>Whether any member calls what may release.</summary>
    public bool HasReleases => _releasing.Count > 0;

    /// <summary>The members that outsiders can call, in the order of the source; those of base types last.</summary>
    public ImmutableArray<EntryMember> Entries()
    {
        var byName = _methods.ToLookup(static method => NameOf(method));
        return _methods.Where(IsEntry).Select(entry => Reached(entry, byName)).ToImmutableArray();
    }

    private EntryMember Reached(IMethodSymbol entry, ILookup<string, IMethodSymbol> byName)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<IMethodSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { entry };
        pending.Push(entry);
        while (pending.Count > 0)
        {
            foreach (var word in _words.TryGetValue(pending.Pop(), out var named) ? named : Enumerable.Empty<string>())
            {
                if (words.Add(word))
                {
                    foreach (var called in byName[word].Where(seen.Add))
                    {
                        pending.Push(called);
                    }
                }
            }
        }

        return new EntryMember(entry, words, seen.Where(_releasing.Contains).ToImmutableArray(), seen);
    }

    private static string NameOf(IMethodSymbol method) => (method.AssociatedSymbol ?? method).Name;

    /// <summary>Whether static members say that they are called when the process ends, or begins.</summary>
    public bool IsForProcess => _type.DeclaringSyntaxReferences.Any(static part => part.GetSyntax().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Ends.Contains(token.ValueText)));

    private bool IsEntry(IMethodSymbol method) => _isStatic
        ? method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet, DeclaredAccessibility: Accessibility.Public } && !method.DeclaringSyntaxReferences.IsEmpty && !(method.MethodKind == MethodKind.Ordinary && (_givenAway ??= GivenAway()).Contains(method.Name))
        : IsInstanceEntry(method);

    /// <summary>The names of what the type gives away uncalled, so that somebody else knows when to call it.</summary>
    private HashSet<string> GivenAway() => new(_type.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>()
        .Where(static name => (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax))
        .Select(static name => name.Identifier.ValueText), StringComparer.Ordinal);

    private bool IsInstanceEntry(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation or MethodKind.Destructor or MethodKind.EventAdd or MethodKind.EventRemove &&
        !method.DeclaringSyntaxReferences.IsEmpty &&
        (method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal ||
            method.MethodKind is MethodKind.Destructor or MethodKind.ExplicitInterfaceImplementation ||
            (method is { IsOverride: true, Name: "Dispose" } && IsCalledByFramework(method))) &&
        IsLast(method);

    /// <summary>Whether code that is not here calls a member that is not public.</summary>
    private static bool IsCalledByFramework(IMethodSymbol method)
    {
        var first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return first.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>Whether no type between overrides it.</summary>
    private bool IsLast(IMethodSymbol method) => !TypeHierarchy.IsOverridable(method) || SymbolEqualityComparer.Default.Equals(TypeHierarchy.ImplementationIn(_type, method), method);
}
