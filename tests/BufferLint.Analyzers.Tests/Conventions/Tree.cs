// The source tree, as the convention tests read it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using BufferLint.Checks;
using Microsoft.CodeAnalysis;

namespace BufferLint.Tests.Conventions;

/// <summary>One source file.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">Its text, lines ended by <c>\n</c>.</param>
internal sealed record SourceText(string Path, string Text)
{
    public ImmutableArray<string> Lines => [.. Text.TrimEnd('\n').Split('\n')];
}

internal static class Tree
{
    private static readonly string Root = FindRoot();

    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } = [.. CheckTable.All.Select(check => check.Descriptor)];

    /// <summary>A path in the tree: its folders and its name.</summary>
    public static string In(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>A path from the root, with forward slashes.</summary>
    public static string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The C# files under a folder, build output left out.</summary>
    public static IEnumerable<SourceText> Sources(params string[] folder) =>
        Directory.EnumerateFiles(In(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Shown: Shown(path)))
            .Where(file => !file.Shown.Contains("/bin/", StringComparison.Ordinal) && !file.Shown.Contains("/obj/", StringComparison.Ordinal))
            .OrderBy(file => file.Shown, StringComparer.Ordinal)
            .Select(file => new SourceText(file.Shown, File.ReadAllText(file.Path).ReplaceLineEndings("\n")));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BufferLint.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the source tree.");
    }
}
