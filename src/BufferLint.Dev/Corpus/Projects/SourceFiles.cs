// The C# files under the folder, and which of them the globs of a project mean.
using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>Finds files once and answers from memory.</summary>
internal sealed class SourceFiles
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", ".git", ".vs", "node_modules" };

    private readonly string[] _sources;

    public SourceFiles(string root)
    {
        Root = Path.GetFullPath(root).Replace('\\', '/').TrimEnd('/');
        var files = new FileSystemEnumerable<string>(Root, (ref entry) => entry.ToFullPath().Replace('\\', '/'), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && (entry.FileName.EndsWith(".cs") || entry.FileName.EndsWith(".csproj")),
            ShouldRecursePredicate = static (ref entry) => !Skipped.Contains(entry.FileName.ToString()),
        };
        var found = files.Order(StringComparer.Ordinal).ToList();
        _sources = [.. found.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))];
        Projects = [.. found.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))];
    }

    public string Root { get; }

    /// <summary>All C# files, in order.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>All project files, in order.</summary>
    public IReadOnlyList<string> Projects { get; }

    /// <summary>The files a pattern of a project in a folder means; a file that is named may stand outside the root.</summary>
    public IEnumerable<string> Matching(string folder, string pattern)
    {
        if (pattern.Contains("@(", StringComparison.Ordinal) || pattern.Contains("%(", StringComparison.Ordinal))
        {
            return [];
        }

        var wild = pattern.IndexOfAny(['*', '?']);
        if (wild < 0)
        {
            var file = Paths.Full(folder, pattern);
            return Array.BinarySearch(_sources, file, StringComparer.Ordinal) >= 0 || (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(file)) ? [file] : [];
        }

        var isMatch = Matcher(folder, pattern);
        return Below(Paths.Full(folder, pattern[..(pattern.AsSpan(0, wild).LastIndexOfAny('/', '\\') + 1)] + ".")).Where(path => isMatch(path));
    }

    /// <summary>Whether a path is one that a pattern means.</summary>
    public static Func<string, bool> Matcher(string folder, string pattern)
    {
        var wild = pattern.IndexOfAny(['*', '?']);
        if (wild < 0)
        {
            var file = Paths.Full(folder, pattern);
            return path => path.Equals(file, StringComparison.Ordinal);
        }

        var prefix = pattern.AsSpan(0, wild).LastIndexOfAny('/', '\\') + 1;
        var regex = new Regex(Translate(Paths.Full(folder, pattern[..prefix] + ".").TrimEnd('/') + "/", pattern[prefix..].Replace('\\', '/')), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return regex.IsMatch;
    }

    private static string Translate(string start, string pattern)
    {
        var regex = new StringBuilder("^").Append(Regex.Escape(start));
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern.AsSpan(index).StartsWith("**/"))
            {
                regex.Append("(.*/)?");
                index += 2;
            }
            else if (pattern.AsSpan(index).StartsWith("**"))
            {
                regex.Append(".*");
                index++;
            }
            else
            {
                regex.Append(pattern[index] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }

    private IEnumerable<string> Below(string folder)
    {
        var prefix = folder.TrimEnd('/') + "/";
        var first = Array.BinarySearch(_sources, prefix, StringComparer.Ordinal);
        return _sources.Skip(first < 0 ? ~first : first).TakeWhile(path => path.StartsWith(prefix, StringComparison.Ordinal));
    }
}
