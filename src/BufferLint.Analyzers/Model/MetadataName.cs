// The name of a type as metadata has it, nested types behind a dot.
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

internal static class MetadataName
{
    /// <summary><c>System.Collections.Generic.List`1.Enumerator</c>.</summary>
    public static string Of(ISymbol type)
    {
        var name = type.ContainingType is { } outer ? Of(outer) + "." + type.MetadataName : type.MetadataName;
        return type.ContainingType is null && type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + name
            : name;
    }
}
