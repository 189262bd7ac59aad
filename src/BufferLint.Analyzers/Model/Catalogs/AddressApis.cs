// Members that make a reference or an address which C#'s rules do not follow. Facts: CreateSpan takes its reference as
// scoped, so that a span over a local may be returned; AsPointer and UnsafeAddrOfPinnedArrayElement pin nothing.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class AddressApis
{
    private static readonly ImmutableDictionary<(string Type, string Member), Addressing> ByName = ImmutableDictionary<(string, string), Addressing>.Empty
        .Add(("Unsafe", "AsPointer"), Addressing.Unpinned)
        .Add(("Marshal", "UnsafeAddrOfPinnedArrayElement"), Addressing.Unpinned)
        .Add(("Unsafe", "AsRef"), Addressing.Reference)
        .Add(("MemoryMarshal", "CreateSpan"), Addressing.Reference)
        .Add(("MemoryMarshal", "CreateReadOnlySpan"), Addressing.Reference)
        .Add(("MemoryMarshal", "CreateReadOnlySpanFromNullTerminated"), Addressing.Reference)
        .Add(("Span", ".ctor"), Addressing.Reference)
        .Add(("ReadOnlySpan", ".ctor"), Addressing.Reference);

    /// <summary>How the result of a member reaches what its first argument refers to.</summary>
    public static Addressing Of(ISymbol member) =>
        member is IMethodSymbol { ContainingType: { } type, Parameters: [{ } first, ..] } && ByName.TryGetValue((type.Name, member.Name), out var addressing) && IsOfFramework(type) &&
        (member.Name != ".ctor" || first.Type is IPointerTypeSymbol)
            ? addressing
            : Addressing.Followed;

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "System" or "InteropServices" or "CompilerServices" } space && (space.Name == "System" ? space.ContainingNamespace.IsGlobalNamespace : space.ContainingNamespace.Name == "Runtime");
}
