// The findings about read-only storage, in their three places.
using System.Collections.Immutable;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class ReadOnlyFindings
{
    /// <summary>The finding of a write, or of what is handed out.</summary>
    public static Finding Of(DiagnosticDescriptor rule, ReadOnlyUse found)
    {
        var taken = SourceOf(found.Storage) ?? found.Cast?.Syntax ?? found.Use.Syntax;
        var cast = found.Cast?.Syntax ?? taken;
        return new Finding(rule, taken, found.Storage, new Invalidate(cast, found.Use.Origin, Effect.View(Slot.This), null, null, 1) { Id = found.Cast?.Id ?? 0 }, found.Use.Origin, found.Use)
        {
            ReadOnly = found,
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Ending, nameof(EffectKind.ViewOf)),
        };
    }

    /// <summary>Where storage came in, or was made.</summary>
    private static SyntaxNode? SourceOf(Value storage) => storage switch
    {
        Created made => made.Site.Syntax,
        Placeholder { Origin.Symbol: IParameterSymbol { DeclaringSyntaxReferences: [var declaration] } } => declaration.GetSyntax(),
        Placeholder { Origin.Symbol: ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } } => declaration.GetSyntax(),
        _ => null,
    };
}
