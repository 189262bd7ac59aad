// Framework members that call the delegates they are given before they return, and never afterwards.
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class ImmediateCalls
{
    private const string Queries = "System.Linq.Enumerable";

    /// <summary>Types all of whose members do so.</summary>
    private static readonly ImmutableHashSet<string> Types = ImmutableHashSet.Create(
        "System.Array",
        "System.MemoryExtensions",
        "System.String",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Immutable.ImmutableInterlocked",
        "System.Threading.LazyInitializer",
        "System.Threading.SpinWait",
        "System.Threading.Tasks.Parallel");

    /// <summary>Members of LINQ that run a query to its end, or as far as they need.</summary>
    private static readonly ImmutableHashSet<string> Runs = ImmutableHashSet.Create(
        "Aggregate", "All", "Any", "Average", "Contains", "Count", "ElementAt", "ElementAtOrDefault", "First", "FirstOrDefault", "Last", "LastOrDefault", "LongCount", "Max", "MaxBy",
        "Min", "MinBy", "SequenceEqual", "Single", "SingleOrDefault", "Sum", "ToArray", "ToDictionary", "ToHashSet", "ToList", "ToLookup");

    /// <summary>Whether what is given for a parameter is called before the member returns; an element that is a delegate is stored.</summary>
    public static bool IsCalledAtOnce(IParameterSymbol parameter) => parameter.OriginalDefinition.Type is not ITypeParameterSymbol &&
        (Types.Contains(MetadataName(parameter.ContainingSymbol.ContainingType)) || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InstantHandleAttribute"));

    /// <summary>Whether a member is one of LINQ that makes or runs a query.</summary>
    public static bool IsQuery(IMethodSymbol method) => MetadataName(method.ContainingType) == Queries;

    /// <summary>Whether a member runs the query it is called on.</summary>
    public static bool RunsQuery(IMethodSymbol method) => Runs.Contains(method.Name) && IsQuery(method);

    private static string MetadataName(INamedTypeSymbol? type) => type is null ? string.Empty : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
