// What fixers need to know of a finding about a lease and only the analysis can say.
using System.Collections.Immutable;
using BufferLint.Model;
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
        properties[FindingProperties.MatchingRelease] = finding.Lease is { } lease ? MatchingRelease(lease, finding.Broken.Effect) : null;
        foreach (var (name, holds) in flags)
        {
            if (holds)
            {
                properties[name] = bool.TrueString;
            }
        }

        return finding with { Properties = properties.ToImmutable() };
    }

    /// <summary>How a lease is to be released: by the pool it comes from; reallocated, or wiped, where the other release would have done so.</summary>
    public static string MatchingRelease(Effect lease, Effect release) =>
        lease.Pool is { } pool ? pool + ".Return" :
        !release.GivesBack && lease.Family!.Reallocation is { } reallocation ? reallocation :
        release.WipingRelease is not null && lease.WipingRelease is { } wiping ? wiping : lease.Family!.Release;
}
