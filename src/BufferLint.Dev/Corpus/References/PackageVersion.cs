using System;
using System.Linq;

namespace BufferLint.Dev.Corpus.References;

/// <summary>A package's version, as far as order needs it.</summary>
/// <param name="Number">The numbers.</param>
/// <param name="Label">What follows the dash; a release has none and comes after its previews.</param>
internal sealed record PackageVersion(Version Number, string Label) : IComparable<PackageVersion>
{
    /// <summary>Reads a version or the lower end of a range; what is none is the lowest of all.</summary>
    public static PackageVersion Parse(string text)
    {
        var lowest = text.Trim('[', ']', '(', ')', ' ').Split(',')[0].Split('+')[0].Replace("*", "0", StringComparison.Ordinal);
        var dash = lowest.IndexOf('-');
        var numbers = (dash < 0 ? lowest : lowest[..dash]).Split('.').Concat(["0", "0", "0", "0"]).Take(4);
        return Version.TryParse(string.Join('.', numbers), out var number)
            ? new PackageVersion(number, dash < 0 ? string.Empty : lowest[(dash + 1)..])
            : new PackageVersion(new Version(0, 0, 0, 0), string.Empty);
    }

    /// <inheritdoc/>
    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = Number.CompareTo(other.Number);
        return numbers != 0 ? numbers
            : Label.Length == 0 || other.Label.Length == 0 ? other.Label.Length.CompareTo(Label.Length)
            : string.CompareOrdinal(Label, other.Label);
    }
}
