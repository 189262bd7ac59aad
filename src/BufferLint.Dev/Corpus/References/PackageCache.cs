// Packages that happen to be on this machine. Nothing is restored: what is not there stays unresolved.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using BufferLint.Dev.Corpus.Projects;

namespace BufferLint.Dev.Corpus.References;

/// <summary>Finds the assemblies of packages and of what they depend on.</summary>
internal sealed class PackageCache
{
    private readonly string _root;

    /// <param name="root">The folder of the cache.</param>
    public PackageCache(string root) => _root = root;

    /// <summary>The cache NuGet uses on this machine.</summary>
    public static string DefaultRoot { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } moved
        ? moved
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The assemblies of packages and all they depend on, one version of each.</summary>
    /// <param name="requests">What is asked for.</param>
    /// <param name="framework">Whom for.</param>
    /// <param name="missing">Receives the ids of packages that are not there.</param>
    public IReadOnlyList<string> Assemblies(IEnumerable<PackageRequest> requests, TargetFramework framework, ISet<string> missing)
    {
        var assemblies = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<(PackageRequest Request, bool IsDirect)>(requests.Select(request => (request, true)));
        while (pending.TryDequeue(out var next))
        {
            if (!seen.Add(next.Request.Id))
            {
                continue;
            }

            if (Find(next.Request) is not { } folder)
            {
                if (next.IsDirect)
                {
                    missing.Add(next.Request.Id);
                }

                continue;
            }

            assemblies.AddRange(AssembliesIn(folder, framework));
            foreach (var dependency in Dependencies(folder, framework))
            {
                pending.Enqueue((dependency, false));
            }
        }

        return assemblies;
    }

    /// <summary>The version asked for, else the nearest newer one, else the newest.</summary>
    private string? Find(PackageRequest request)
    {
        var package = Path.Combine(_root, request.Id.ToLowerInvariant());
        if (!Directory.Exists(package))
        {
            return null;
        }

        var wanted = PackageVersion.Parse(request.Version);
        var present = Directory.EnumerateDirectories(package).Select(path => (Path: path, Version: PackageVersion.Parse(Path.GetFileName(path)))).OrderBy(found => found.Version).ToList();
        var near = request.Version.Length == 0 ? -1 : present.FindIndex(found => found.Version.CompareTo(wanted) >= 0);
        return near >= 0 ? present[near].Path : present.Count > 0 ? present[^1].Path : null;
    }

    private static IEnumerable<string> AssembliesIn(string folder, TargetFramework framework)
    {
        foreach (var kind in new[] { "ref", "lib" })
        {
            var frameworks = Path.Combine(folder, kind);
            if (Directory.Exists(frameworks) && Best(Directory.EnumerateDirectories(frameworks), path => Path.GetFileName(path), framework) is { } best)
            {
                return Directory.EnumerateFiles(best, "*.dll").Order(StringComparer.Ordinal);
            }
        }

        return [];
    }

    private static IEnumerable<PackageRequest> Dependencies(string folder, TargetFramework framework)
    {
        if (Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() is not { } manifest)
        {
            return [];
        }

        try
        {
            var dependencies = XDocument.Load(manifest).Descendants().FirstOrDefault(element => element.Name.LocalName == "dependencies");
            var groups = dependencies?.Elements().Where(element => element.Name.LocalName == "group").ToList() ?? [];
            var group = groups.Count == 0 ? dependencies : Best(groups, element => element.Attribute("targetFramework")?.Value ?? string.Empty, framework);
            return group?.Elements().Select(element => new PackageRequest(element.Attribute("id")?.Value ?? string.Empty, element.Attribute("version")?.Value ?? string.Empty)).Where(request => request.Id.Length > 0) ?? [];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static T? Best<T>(IEnumerable<T> candidates, Func<T, string> nameOf, TargetFramework framework)
        where T : class => candidates
        .Select(candidate => (Candidate: candidate, Framework: TargetFramework.Parse(LongForm(nameOf(candidate)))))
        .Where(found => framework.Takes(found.Framework) || nameOf(found.Candidate).Length == 0)
        .OrderByDescending(found => found.Framework.Family)
        .ThenByDescending(found => found.Framework.Version)
        .Select(found => found.Candidate)
        .FirstOrDefault();

    /// <summary>Manifests say <c>.NETStandard2.0</c> and <c>.NETFramework4.7.2</c>.</summary>
    private static string LongForm(string name) => name.ToLowerInvariant().TrimStart('.').Replace("netframework", "net", StringComparison.Ordinal);
}
