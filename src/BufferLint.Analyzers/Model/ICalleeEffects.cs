// What is said of members: by tables and annotations.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Says in the closed vocabulary what a member does.</summary>
internal interface ICalleeEffects
{
    /// <summary>The effects of calling a method, or of reading or setting a property.</summary>
    /// <returns>None where nothing is known: such a call is taken as harmless.</returns>
    ImmutableArray<Effect> EffectsOf(ISymbol member);
}
