// A buffer that is read to its end, though its data ends before.
using System.Collections.Immutable;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>A read of all of a buffer of which a part is data.</summary>
/// <param name="Read">The read.</param>
/// <param name="Filled">Where it got its data last.</param>
/// <param name="Given">Where it came from.</param>
internal sealed record PartialRead(WholeRead Read, Validity Filled, SyntaxNode Given)
{
    /// <summary>The finding of a rule.</summary>
    public Finding ToFinding(DiagnosticDescriptor rule)
    {
        var made = new Created(new Create(Read.Syntax, Read.Buffer, NeverMoves: false), IsOlder: false);
        var call = new Invalidate(Read.Mention, Read.Buffer, Effect.Snapshot(Slot.This), null, null, 1) { Id = Read.Id };
        var told = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Ending, nameof(EffectKind.Snapshot));
        return new Finding(rule, Given, made, call, Read.Buffer, null) { Partial = this, Properties = Filled.Length is { } length ? told.Add(FindingProperties.ValidLength, length) : told };
    }
}
