// The shared frameworks this machine runs .NET with.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Robustness.Decompiled;

internal static class SharedFrameworks
{
    private static readonly string CoreLibrary = typeof(object).Assembly.GetName().Name!;

    private static readonly string[] Names = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    /// <summary>All managed assemblies, in the order of their names.</summary>
    public static ImmutableArray<string> Assemblies { get; } =
        [.. Folders().SelectMany(static folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsManaged).OrderBy(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>
    /// What the sources of an assembly are compiled against: all others, and the assembly itself if the sources are only
    /// a part of it. The core library stands alone.
    /// </summary>
    public static IEnumerable<MetadataReference> ReferencesOf(string assembly, bool isPart) =>
        !isPart && Path.GetFileNameWithoutExtension(assembly) == CoreLibrary
            ? []
            : References.Value.Where(reference => isPart || reference.Key != assembly).Select(static reference => reference.Value);

    private static Lazy<ImmutableArray<KeyValuePair<string, MetadataReference>>> References { get; } =
        new(static () => [.. Assemblies.Select(static path => KeyValuePair.Create<string, MetadataReference>(path, MetadataReference.CreateFromFile(path)))]);

    /// <summary>The folders of the frameworks the tests themselves run on, and of their siblings of the same version or the newest.</summary>
    private static IEnumerable<string> Folders()
    {
        var running = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var shared = running.Parent!.Parent!;
        foreach (var name in Names)
        {
            var versions = new DirectoryInfo(Path.Combine(shared.FullName, name));
            if (versions.Exists)
            {
                yield return versions.EnumerateDirectories().FirstOrDefault(version => version.Name == running.Name)?.FullName
                    ?? versions.EnumerateDirectories().OrderBy(static version => version.Name, StringComparer.Ordinal).Last().FullName;
            }
        }
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }
}
