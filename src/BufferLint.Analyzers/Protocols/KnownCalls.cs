// The few calls of the framework that exchange what a variable holds, or end a path.
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

internal static class KnownCalls
{
    private static readonly ImmutableArray<string> Checks = ImmutableArray.Create("Throw", "Check", "Ensure", "Verify", "Guard", "Assert", "Validate", "Require");

    /// <summary>Stands for an array without elements, which nobody leased.</summary>
    public static object EmptyArray { get; } = nameof(EmptyArray);

    /// <summary>Properties that say how large something is, or whether it is there, and touch nothing in it.</summary>
    public static ImmutableHashSet<string> AskNothing { get; } = ImmutableHashSet.Create("Length", "LongLength", "Count", "Capacity", "IsEmpty", "HasValue", "Value", "IsAllocated", "IsInvalid", "IsClosed", "IsCompleted", "IsCanceled");

    /// <summary>Properties that say that there is something.</summary>
    public static ImmutableHashSet<string> AskWhetherThere { get; } = ImmutableHashSet.Create("HasValue", "IsAllocated");

    /// <summary>Methods that do nothing to what they are called on, or given.</summary>
    public static ImmutableHashSet<string> TouchNothing { get; } = ImmutableHashSet.Create("Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "ThrowIfNull", "Assert", "KeepAlive", "SuppressFinalize", "WriteLine", "Dispose", "DisposeAsync", "Close");

    public static bool IsInterlocked(IMethodSymbol method, string name) => method.Name == name && method.ContainingType is { Name: "Interlocked", ContainingNamespace.Name: "Threading" };

    public static bool IsVolatile(IMethodSymbol method, string name) => method.Name == name && method.ContainingType is { Name: "Volatile", ContainingNamespace.Name: "Threading" };

    public static bool IsSuppressFinalize(IMethodSymbol method) => method is { Name: "SuppressFinalize", ContainingType: { Name: "GC", ContainingNamespace.Name: "System" } };

    public static bool IsEmptyArray(IMethodSymbol method) => method is { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" };

    /// <summary>What takes the value out of a nullable one.</summary>
    public static bool IsValueOfNullable(IMethodSymbol method) => method is { Name: "GetValueOrDefault", Parameters.IsEmpty: true, ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Between an address and its number.</summary>
    public static bool IsNumberOfAddress(IMethodSymbol conversion) => conversion.ContainingType.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>The truth of an argument with which a method does not return; <see langword="null"/> if it always does.</summary>
    public static bool? ThrowsIf(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        var stated = parameter.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute");
        return stated?.ConstructorArguments is [{ Value: bool truth }] ? truth
            : parameter.ContainingSymbol is IMethodSymbol { Name: var name } && name.StartsWith("ThrowIf", System.StringComparison.Ordinal) ? !name.StartsWith("ThrowIfNot", System.StringComparison.Ordinal)
            : null;
    }

    /// <summary>Whether a method by its name throws if something is not as it should be.</summary>
    public static bool IsCheck(IMethodSymbol method) => Checks.Any(verb => method.Name.StartsWith(verb, System.StringComparison.Ordinal));

    public static bool NeverReturns(IMethodSymbol method) => method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");
}
