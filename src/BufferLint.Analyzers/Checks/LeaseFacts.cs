// What fixers need to know of a finding about a lease and only the analysis can say.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class LeaseFacts
{
    /// <summary>A finding with what fixers need to know of its lease.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="flags">Names of <see cref="FindingProperties"/>, and whether they hold.</param>
    public static Finding AddTo(Finding finding, params (string Name, bool Holds)[] flags)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[FindingProperties.Ending] = finding.Broken.Effect.Kind.ToString();
        properties[FindingProperties.Release] = finding.Broken.Effect.Family?.Release;
        foreach (var (name, holds) in flags)
        {
            if (holds)
            {
                properties[name] = bool.TrueString;
            }
        }

        return finding with { Properties = properties.ToImmutable() };
    }
}
