// Callbacks that nobody expects to change anything: they compare, hash, print, log or end.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class HarmlessCallbacks
{
    private static readonly ImmutableHashSet<string> Members = ImmutableHashSet.Create(
        "Equals", "GetHashCode", "CompareTo", "Compare", "ToString", "TryFormat", "Dispose", "DisposeAsync", "Finalize", "Clone");

    /// <summary>What compares, by the name of the delegate's type.</summary>
    private static readonly ImmutableHashSet<string> Comparers = ImmutableHashSet.Create("Comparison", "EqualityComparison", "Comparer", "Hasher");

    private static readonly ImmutableArray<string> Logging = ImmutableArray.Create("Log", "Trace", "Debug", "Warn", "Report");

    /// <summary>Whether a delegate of a type, under a name, does no more than answer or write down.</summary>
    public static bool AreHeldBy(ITypeSymbol? type, string name) => (type is not null && Comparers.Contains(type.Name)) || IsComparing(name) || IsLogging(name.TrimStart('_'));

    /// <summary>Whether a member that types override does no more than that, or is one the framework itself calls.</summary>
    public static bool Is(ISymbol member) => Members.Contains(member.Name) || IsLogging(member.Name) || IsOfTheFramework(First(member));

    /// <summary>Whether a member of a name only writes something down.</summary>
    public static bool WritesDown(string name) => name is "Write" or "WriteLine" || IsLogging(name);

    private static bool IsComparing(string name) => name.IndexOf("compare", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("comparison", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsLogging(string name) => Logging.Any(start =>
        name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (name.Length == start.Length || !char.IsLower(name[start.Length]) || name.StartsWith("logg", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The member that an override goes back to.</summary>
    private static ISymbol First(ISymbol member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => First(overridden),
        IPropertySymbol { OverriddenProperty: { } overridden } => First(overridden),
        _ => member,
    };

    private static bool IsOfTheFramework(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System" && member.DeclaringSyntaxReferences.IsEmpty;
    }
}
