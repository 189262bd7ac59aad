// Everything a project refers to apart from other projects.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using BufferLint.Dev.Corpus.Projects;

namespace BufferLint.Dev.Corpus.References;

/// <summary>Resolves references as well as it can without a restore.</summary>
internal sealed class ReferenceResolver
{
    private readonly FrameworkPacks _packs;
    private readonly PackageCache _cache;
    private readonly ImmutableArray<string> _more;
    private readonly Dictionary<string, bool> _isManaged = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="cache">The folder of the package cache.</param>
    /// <param name="more">Assemblies given on the command line; they come before those of packages.</param>
    public ReferenceResolver(string cache, ImmutableArray<string> more)
    {
        _packs = new FrameworkPacks(cache);
        _cache = new PackageCache(cache);
        _more = more;
    }

    /// <summary>Packages that projects ask for and nobody has.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>The assemblies that paths given on the command line mean.</summary>
    public static ImmutableArray<string> Given(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(IEnumerable<string> (path) =>
            File.Exists(path) ? [Path.GetFullPath(path)]
            : Directory.Exists(path) ? Directory.EnumerateFiles(Path.GetFullPath(path), "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : throw new BadInputException($"there is no assembly or folder {path} to refer to.")),
    ];

    /// <summary>The assemblies of a project.</summary>
    /// <param name="projects">The project and, after it, all it refers to: it needs their packages too, and no older framework than theirs.</param>
    /// <param name="built">Names of assemblies that other compilations provide.</param>
    public ImmutableArray<string> Resolve(IReadOnlyList<SourceProject> projects, IReadOnlySet<string> built)
    {
        var names = new HashSet<string>(built, StringComparer.OrdinalIgnoreCase);
        var packages = _cache.Assemblies(projects.SelectMany(project => project.Packages), projects[0].Framework, _missing);
        return
        [
            .. _packs.Of(projects.Max(project => FrameworkPacks.MajorFor(project.Framework))).Concat(_more).Concat(packages).Concat(projects.SelectMany(project => project.Assemblies))
                .Where(path => IsManaged(path) && names.Add(Path.GetFileNameWithoutExtension(path))),
        ];
    }

    private bool IsManaged(string path)
    {
        if (!_isManaged.TryGetValue(path, out var known))
        {
            _isManaged.Add(path, known = HasMetadata(path));
        }

        return known;
    }

    private static bool HasMetadata(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = new PEReader(stream);
            return reader.HasMetadata;
        }
        catch (Exception mistake) when (mistake is BadImageFormatException or IOException)
        {
            return false;
        }
    }
}
