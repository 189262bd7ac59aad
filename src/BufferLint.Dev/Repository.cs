// Where things stand in the source tree.
using System;
using System.CommandLine;
using System.IO;

namespace BufferLint.Dev;

/// <summary>The folders and hub files of one working copy.</summary>
internal sealed class Repository
{
    private const string Marker = "BufferLint.sln";

    public Repository(string root) => Root = Path.GetFullPath(root);

    public string Root { get; }

    public string Analyzers => In("src", "BufferLint.Analyzers");

    public string RuleIds => Path.Combine(Analyzers, "RuleIds.cs");

    public string CheckTable => Path.Combine(Analyzers, "Checks", "CheckTable.cs");

    public string Unshipped => In("AnalyzerReleases.Unshipped.md");

    public string Shipped => In("AnalyzerReleases.Shipped.md");

    public string Readme => In("README.md");

    public string Tests => In("tests", "BufferLint.Analyzers.Tests");

    public string Traps => Path.Combine(Tests, "Engine", "Traps");

    public string Check(string name) => Path.Combine(Analyzers, "Checks", name + "Check.cs");

    public string Page(string id) => In("docs", "rules", id + ".md");

    public string Cases(string id) => Path.Combine(Tests, "Cases", id);

    public string Sample(string id) => In("samples", "BufferLint.Samples", id + ".cs");

    public string In(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>A path as a contributor would write it.</summary>
    public string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The <c>--root</c> option of commands that write.</summary>
    public static Option<DirectoryInfo?> RootOption() => new("--root")
    {
        Description = "The working copy; by default the one the current folder is in.",
        HelpName = "folder",
    };

    /// <summary>The working copy that a folder is in, or that the program was built in.</summary>
    public static Repository Find(DirectoryInfo? given = null)
    {
        if (given is not null)
        {
            return File.Exists(Path.Combine(given.FullName, Marker))
                ? new Repository(given.FullName)
                : throw new BadInputException($"there is no {Marker} in {given}.");
        }

        return Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory) ??
            throw new BadInputException($"no folder above this one holds {Marker}; pass --root.");
    }

    private static Repository? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return new Repository(folder.FullName);
            }
        }

        return null;
    }
}
