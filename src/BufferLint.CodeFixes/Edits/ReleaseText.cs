// How the release of a lease is written, after what its family says: `ArrayPool<T>.Return`, `Dispose`, `NativeMemory.Free`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Writes the release that a lease in a local owes.</summary>
internal static class ReleaseText
{
    private const string Interop = "System.Runtime.InteropServices.";

    /// <summary>The statement; <see langword="null"/> if it needs something that the source does not name.</summary>
    public static string? Of(ViewPlace place, FindingSite site, CancellationToken cancellation)
    {
        if (site.Release is not { } release)
        {
            return null;
        }

        var dot = release.LastIndexOf('.');
        var (type, member) = (dot < 0 ? "" : release.Substring(0, dot), release.Substring(dot + 1));
        return type switch
        {
            "" => $"{place.Name}.{member}();",
            _ when type == place.Local.Type.Name => $"{place.Name}.{member}();",
            _ when type.EndsWith(">", System.StringComparison.Ordinal) => PoolOf(site, type.Substring(0, type.IndexOf('<')), cancellation) is { } pool ? $"{pool}.{member}({place.Name});" : null,
            _ => OfInterop(type, member, place, site),
        };
    }

    /// <summary>The pool a lease comes from, as it is written, where it is the same pool later on.</summary>
    private static ExpressionSyntax? PoolOf(FindingSite site, string type, CancellationToken cancellation) =>
        site.Taken is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var pool } } call &&
        site.Model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { IsStatic: false } && IsPool(site.Model.GetTypeInfo(pool, cancellation).Type, type) &&
        site.Model.GetSymbolInfo(pool, cancellation).Symbol is { } symbol && KeepsItsValue(symbol, site, cancellation)
            ? pool
            : null;

    private static bool IsPool(ITypeSymbol? type, string name) => type is not null && (type.Name == name || IsPool(type.BaseType, name));

    private static bool KeepsItsValue(ISymbol pool, FindingSite site, CancellationToken cancellation) => pool switch
    {
        IPropertySymbol property => property.IsStatic && property.SetMethod is null,
        IFieldSymbol field => field.IsReadOnly,
        ILocalSymbol or IParameterSymbol => !Writes.Mentions(site.Function, pool, site.Model, cancellation).Any(Writes.IsWrite),
        _ => false,
    };

    /// <summary>A static call that takes the address, as a pointer or as a number.</summary>
    private static string? OfInterop(string type, string member, ViewPlace place, FindingSite site)
    {
        if (site.Model.Compilation.GetTypeByMetadataName(Interop + type) is not { } found || !found.GetMembers(member).Any(static released => released.IsStatic))
        {
            return null;
        }

        var address = (place.Local.Type, type) switch
        {
            (IPointerTypeSymbol, "NativeMemory") => place.Name,
            (IPointerTypeSymbol, _) => "(nint)" + place.Name,
            ({ SpecialType: SpecialType.System_IntPtr }, "NativeMemory") => "(void*)" + place.Name,
            ({ SpecialType: SpecialType.System_IntPtr }, _) => place.Name,
            _ => null,
        };
        return address is null ? null : $"{found.ToMinimalDisplayString(site.Model, site.Taken.SpanStart)}.{member}({address});";
    }
}
