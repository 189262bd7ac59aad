// Paths as the corpus command keeps them: absolute, with forward slashes.
using System;
using System.IO;

namespace BufferLint.Dev.Corpus.Projects;

internal static class Paths
{
    /// <summary>A path as written in a project file, seen from a folder.</summary>
    public static string Full(string folder, string path) => Path.GetFullPath(path.Replace('\\', '/'), folder).Replace('\\', '/');

    public static string FolderOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    public static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>The nearest file of a name, in a folder or above it.</summary>
    public static string? Above(string folder, string name)
    {
        for (var current = folder; current.Length > 0; current = FolderOf(current))
        {
            if (File.Exists($"{current}/{name}"))
            {
                return $"{current}/{name}";
            }
        }

        return null;
    }
}
