// Native functions that keep an address beyond the call. What one does with a pointer its declaration does not say; but
// who takes a completion routine beside an OVERLAPPED structure, or a callback under a name that says «later», keeps it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

internal static class NativeCalls
{
    /// <summary>The words in the names of functions that come back to their callback later.</summary>
    private static readonly ImmutableHashSet<string> Later = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "async", "begin", "register", "subscribe", "submit", "enqueue");

    /// <summary>The words before which they mean the contrary.</summary>
    private static readonly ImmutableHashSet<string> Contrary = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "un", "de");

    /// <summary>Whether a method is implemented by native code.</summary>
    public static bool IsNative(IMethodSymbol method) =>
        method is { IsStatic: true } and ({ IsExtern: true } or { IsPartialDefinition: true } or { PartialDefinitionPart: not null }) &&
        (method.GetDllImportData() is not null || (method.PartialDefinitionPart ?? method).GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LibraryImportAttribute"));

    /// <summary>Whether a name says that the work is only begun.</summary>
    public static bool IsForLater(string name)
    {
        var previous = string.Empty;
        foreach (var word in Words(name))
        {
            if (Later.Contains(word) && !Contrary.Contains(previous))
            {
                return true;
            }

            previous = word;
        }

        return false;
    }

    /// <summary>Whether a parameter takes code that is called back.</summary>
    public static bool IsCallback(IParameterSymbol parameter) =>
        parameter.Type is IFunctionPointerTypeSymbol or { TypeKind: TypeKind.Delegate } ||
        (IsUntyped(parameter.Type) && Words(parameter.Name).Any(static word => word.Equals("callback", StringComparison.OrdinalIgnoreCase) || word.Equals("routine", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a parameter takes the structure that stands for an operation while it runs.</summary>
    public static bool IsOverlapped(IParameterSymbol parameter) =>
        ((parameter.Type as IPointerTypeSymbol)?.PointedAtType ?? (parameter.RefKind == RefKind.Ref ? parameter.Type : null)) is { TypeKind: TypeKind.Struct, Name: var name } && name.EndsWith("OVERLAPPED", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a parameter takes the address of a buffer or of a state: numbers that are handed out come at once.</summary>
    public static bool IsBuffer(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && !IsCallback(parameter) &&
        (IsUntyped(parameter.Type) || parameter.Type is IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char });

    private static bool IsUntyped(ITypeSymbol type) => type is { SpecialType: SpecialType.System_IntPtr } or IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void };

    /// <summary>The words of a name, be it <c>ReadAsync</c> or <c>read_async</c>.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var isBorder = at == name.Length || name[at] == '_' || (char.IsUpper(name[at]) && at > start && !char.IsUpper(name[at - 1]));
            if (isBorder)
            {
                if (at > start)
                {
                    yield return name.Substring(start, at - start);
                }

                start = at < name.Length && name[at] == '_' ? at + 1 : at;
            }
        }
    }
}
