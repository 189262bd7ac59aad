// The reference assemblies of .NET: the SDK's own packs, and older ones that lie in the package cache.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using BufferLint.Dev.Corpus.Projects;

namespace BufferLint.Dev.Corpus.References;

/// <summary>Finds the assemblies of a framework.</summary>
internal sealed class FrameworkPacks
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    private readonly string[] _roots;
    private readonly Dictionary<int, ImmutableArray<string>> _known = [];

    /// <param name="cache">The folder of the package cache.</param>
    public FrameworkPacks(string cache) => _roots = [Path.Combine(DotnetRoot(), "packs"), cache];

    /// <summary>The major version of .NET whose assemblies stand in for a framework; the newest for all that is older than .NET 5.</summary>
    public static int MajorFor(TargetFramework framework) => framework is { Family: FrameworkFamily.Core, Version.Major: >= 5 } ? framework.Version.Major : int.MaxValue;

    /// <summary>The assemblies of the same major version, else of the newest there is; each simple name once.</summary>
    public ImmutableArray<string> Of(int major)
    {
        if (!_known.TryGetValue(major, out var assemblies))
        {
            assemblies = [.. Packs.SelectMany(pack => Assemblies(pack, major)).DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
            _known.Add(major, assemblies);
        }

        return !assemblies.IsEmpty ? assemblies : throw new BadInputException("no reference assemblies of .NET were found beside the running SDK.");
    }

    private IEnumerable<string> Assemblies(string pack, int major)
    {
        var versions = _roots
            .SelectMany(root => new[] { Path.Combine(root, pack), Path.Combine(root, pack.ToLowerInvariant()) })
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(path => (Path: path, Version: PackageVersion.Parse(Path.GetFileName(path))))
            .OrderByDescending(found => found.Version.Number.Major == major)
            .ThenByDescending(found => found.Version)
            .Select(found => Path.Combine(found.Path, "ref"));
        var frameworks = versions.FirstOrDefault(Directory.Exists);
        return frameworks is null ? [] : Directory.EnumerateFiles(Directory.EnumerateDirectories(frameworks).Order(StringComparer.Ordinal).Last(), "*.dll");
    }

    /// <summary>The folder above <c>shared/Microsoft.NETCore.App/version</c>.</summary>
    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
