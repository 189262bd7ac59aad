// BUF3002. Where something is returned: is it storage that was only to be read, under a type that lets it be written?
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <inheritdoc cref="RuleIds.ReadOnlyHandedOut"/>
internal sealed class ReadOnlyHandedOutCheck : ICheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ReadOnlyHandedOut,
        "Read-only view is handed out as writable",
        "{0} lets whoever gets it write {1}, which is read-only: (1) {2}, (2) {3}, (3) handed out at line {4}",
        BufferLint.Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A member takes something that may only be read and gives it back under a type that may be written. Nobody sees from the member's signature that the two are the same storage, and whoever writes it changes what was only lent to be read.",
        helpLinkUri: BufferLint.Rule.HelpLink(RuleIds.ReadOnlyHandedOut),
        customTags: new[] { "CWE-471" });

    public DiagnosticDescriptor Descriptor => Rule;

    public Signs Signs => Signs.Casts | Signs.Addresses;

    public void Run(SolvedBody body, Action<Finding> report)
    {
        if (body.Facts.Owner is not { } method || !IsVisible(method))
        {
            return;
        }

        var written = new HashSet<object?>(body.ReadOnly.Writes.Select(static write => write.Cast));
        foreach (var returned in body.ReadOnly.Returned)
        {
            if (ReadOnlyStorage.IsLentOrFrozen(returned.Storage) && written.Add(returned.Cast) && IsWritable(method, returned))
            {
                report(ReadOnlyFindings.Of(Rule, returned));
            }
        }
    }

    private static bool IsVisible(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.Conversion &&
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.Internal;

    /// <summary>Whether what is handed out lets its storage be written: by a reference, a view or an array. What an address is for only its receiver knows.</summary>
    private static bool IsWritable(IMethodSymbol method, ReadOnlyUse returned)
    {
        if (returned.Use.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax)
        {
            return returned.Use.Origin.Symbol is IParameterSymbol { Type: var type } && IsWritable(type);
        }

        return method.RefKind == RefKind.Ref || (method.RefKind == RefKind.None && IsWritable(method.ReturnType));
    }

    /// <summary>Whether a type is there to be written; a segment of an array is what older members take to read.</summary>
    private static bool IsWritable(ITypeSymbol type) => type is IArrayTypeSymbol or INamedTypeSymbol { MetadataName: "Span`1" or "Memory`1" } && (type is IArrayTypeSymbol || Model.ViewTypes.IsOverArray(type));
}
