// What each thread has its own of.
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

internal static class ThreadBound
{
    /// <summary>Whether every thread has a field of its own.</summary>
    public static bool Is(IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether the value of an object of a type is another for every thread.</summary>
    public static bool IsSlotType(ITypeSymbol type) =>
        type is { Name: "ThreadLocal", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
