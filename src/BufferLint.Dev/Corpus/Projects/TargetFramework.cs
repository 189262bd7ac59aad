// Target framework names: which of several is the newest, which takes which, and what they define.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>The families of frameworks, the ones to prefer last.</summary>
internal enum FrameworkFamily
{
    Unknown,
    Framework,
    Standard,
    Core,
}

/// <summary>A target framework such as <c>net8.0-android</c>.</summary>
/// <param name="Family">Its family; .NET 5 and later are of <see cref="FrameworkFamily.Core"/>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Platform">The platform behind the dash, or empty.</param>
/// <param name="Name">As written, in lower case.</param>
internal sealed partial record TargetFramework(FrameworkFamily Family, Version Version, string Platform, string Name)
{
    private static readonly Version[] Modern = [.. Enumerable.Range(5, 16).Select(major => new Version(major, 0))];
    private static readonly Version[] Core = [new(1, 0), new(1, 1), new(2, 0), new(2, 1), new(2, 2), new(3, 0), new(3, 1)];
    private static readonly Version[] Standard = [new(1, 0), new(1, 1), new(1, 2), new(1, 3), new(1, 4), new(1, 5), new(1, 6), new(2, 0), new(2, 1)];
    private static readonly string[] Framework = ["20", "35", "40", "45", "451", "452", "46", "461", "462", "47", "471", "472", "48", "481"];

    /// <summary>Reads a name; what is no known framework is of no family.</summary>
    public static TargetFramework Parse(string text)
    {
        var name = text.Trim().ToLowerInvariant();
        var match = Form().Match(name);
        if (!match.Success)
        {
            return new TargetFramework(FrameworkFamily.Unknown, new Version(0, 0), string.Empty, name);
        }

        var digits = match.Groups["version"].Value;
        var family = match.Groups["family"].Value switch
        {
            "netcoreapp" => FrameworkFamily.Core,
            "netstandard" => FrameworkFamily.Standard,
            _ => digits.Contains('.') && int.Parse(digits.Split('.')[0], CultureInfo.InvariantCulture) >= 5 ? FrameworkFamily.Core : FrameworkFamily.Framework,
        };
        var version = digits.Contains('.') ? Version.Parse(digits) : Version.Parse(string.Join('.', digits.PadRight(2, '0').ToCharArray()));
        return new TargetFramework(family, version, match.Groups["platform"].Value, name);
    }

    /// <summary>The one to analyse: the newest .NET, without a platform if there is one; else the newest of the rest.</summary>
    public static TargetFramework? Best(IEnumerable<string> names) => names
        .Where(name => !string.IsNullOrWhiteSpace(name))
        .Select(Parse)
        .OrderByDescending(framework => framework.Family)
        .ThenBy(framework => framework.Platform.Length > 0)
        .ThenByDescending(framework => framework.Version)
        .ThenBy(framework => framework.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Whether code of this framework can use an assembly made for another.</summary>
    public bool Takes(TargetFramework other) => other.Family switch
    {
        FrameworkFamily.Unknown => false,
        FrameworkFamily.Standard => Family switch
        {
            FrameworkFamily.Core => Version.Major >= 3 || other.Version <= new Version(2, 0),
            FrameworkFamily.Framework => other.Version <= new Version(2, 0),
            _ => Family == FrameworkFamily.Standard && other.Version <= Version,
        },
        _ => other.Family == Family && other.Version <= Version && (other.Platform.Length == 0 || other.Platform == Platform),
    };

    /// <summary>The symbols the SDK defines.</summary>
    public IEnumerable<string> Symbols() => Family switch
    {
        FrameworkFamily.Core when Version.Major >= 5 =>
            ["NET", "NETCOREAPP", Symbol("NET", Version), .. UpTo("NET", Modern), .. UpTo("NETCOREAPP", Core), .. PlatformSymbols()],
        FrameworkFamily.Core => ["NETCOREAPP", Symbol("NETCOREAPP", Version), .. UpTo("NETCOREAPP", Core)],
        FrameworkFamily.Standard => ["NETSTANDARD", Symbol("NETSTANDARD", Version), .. UpTo("NETSTANDARD", Standard)],
        FrameworkFamily.Framework =>
            ["NETFRAMEWORK", "NET" + Digits(), .. Framework.Where(digits => string.CompareOrdinal(digits, Digits()) <= 0).Select(digits => $"NET{digits}_OR_GREATER")],
        _ => [],
    };

    /// <summary>472 for 4.7.2, 48 for 4.8.</summary>
    private string Digits() => Version.Build > 0 ? $"{Version.Major}{Version.Minor}{Version.Build}" : $"{Version.Major}{Version.Minor}";

    private IEnumerable<string> UpTo(string prefix, Version[] versions) => versions.Where(version => version <= Version).Select(version => Symbol(prefix, version) + "_OR_GREATER");

    private IEnumerable<string> PlatformSymbols() => Platform.Length > 0 ? [Letters().Match(Platform).Value.ToUpperInvariant()] : [];

    private static string Symbol(string prefix, Version version) => $"{prefix}{version.Major}_{version.Minor}";

    [GeneratedRegex(@"^(?<family>netcoreapp|netstandard|net)(?<version>\d+(\.\d+)*)(-(?<platform>.+))?$")]
    private static partial Regex Form();

    [GeneratedRegex("^[a-z]+")]
    private static partial Regex Letters();
}
