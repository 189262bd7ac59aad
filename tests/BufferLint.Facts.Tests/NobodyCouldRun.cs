// Facts that no experiment here can show, each with the reason. Short, and to be kept so.
using System.Collections.Immutable;

namespace BufferLint.ExecutedFacts;

internal static class NobodyCouldRun
{
    /// <summary>By documentation id: why the fact was not executed.</summary>
    public static ImmutableDictionary<string, string> Reasons { get; } = ImmutableDictionary<string, string>.Empty;
}
