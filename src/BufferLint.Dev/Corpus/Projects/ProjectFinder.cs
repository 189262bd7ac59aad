// Groups the C# files of a checkout by project file.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Xml;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>What a checkout consists of.</summary>
/// <param name="Projects">Projects with at least one file; each after those it refers to.</param>
/// <param name="Unreadable">Project files that could not be read, and why.</param>
/// <param name="Loose">How many files belong to no project and are left out.</param>
internal sealed record Checkout(ImmutableArray<SourceProject> Projects, ImmutableArray<string> Unreadable, int Loose);

internal static class ProjectFinder
{
    /// <summary>Reads a checkout as a request has it.</summary>
    public static Checkout Find(CorpusRequest request)
    {
        var files = new SourceFiles(request.Folder);
        var projects = new List<SourceProject>();
        var unreadable = new List<string>();
        foreach (var path in files.Projects)
        {
            try
            {
                projects.Add(ProjectReader.Read(path, files, request.Properties));
            }
            catch (Exception mistake) when (mistake is XmlException or IOException or UnauthorizedAccessException)
            {
                unreadable.Add($"{Paths.Relative(files.Root, path)}: {mistake.Message}");
            }
        }

        var loose = files.Sources.Except(projects.SelectMany(project => project.Sources), StringComparer.Ordinal).ToList();
        if (loose.Count > 0 && (request.Loose || projects.Count == 0))
        {
            projects.Add(ProjectReader.Loose(projects.Count == 0 ? "." : "(no project)", loose));
            loose = [];
        }

        projects.RemoveAll(project => project.Sources.IsEmpty || request.Skipped.Any(word => project.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return new Checkout([.. InOrder(projects)], [.. unreadable], loose.Count);
    }

    /// <summary>Each project after those it refers to; a reference that closes a circle is not followed.</summary>
    private static List<SourceProject> InOrder(IEnumerable<SourceProject> projects)
    {
        var byPath = projects.ToDictionary(project => project.Path, StringComparer.Ordinal);
        var ordered = new List<SourceProject>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in byPath.Values)
        {
            Visit(project);
        }

        return ordered;

        void Visit(SourceProject project)
        {
            if (!seen.Add(project.Path))
            {
                return;
            }

            foreach (var reference in project.ProjectReferences)
            {
                if (byPath.TryGetValue(reference, out var referred))
                {
                    Visit(referred);
                }
            }

            ordered.Add(project);
        }
    }
}
