// All that a new rule consists of, made in one go or not at all.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BufferLint.Dev.Docs;

namespace BufferLint.Dev.NewRule;

internal static class RuleFiles
{
    /// <summary>Writes the files of a rule.</summary>
    /// <returns>The paths, those made before those changed.</returns>
    public static IReadOnlyList<string> Write(Repository repository, RuleDraft rule)
    {
        var made = Made(repository, rule).ToList();
        if (made.FirstOrDefault(file => File.Exists(file.Path)) is { Path: { } taken })
        {
            throw new BadInputException($"{repository.Shown(taken)} exists already.");
        }

        var ids = Read(repository, repository.RuleIds);
        var shipped = File.Exists(repository.Shipped) ? File.ReadAllText(repository.Shipped) : string.Empty;
        if ((ids + shipped + Read(repository, repository.Unshipped)).Contains(rule.Id, System.StringComparison.Ordinal))
        {
            throw new BadInputException($"the id {rule.Id} is taken; ids are for ever.");
        }

        var changed = new[]
        {
            (Path: repository.RuleIds, Text: HubFiles.WithId(ids, rule)),
            (Path: repository.CheckTable, Text: HubFiles.WithCheck(Read(repository, repository.CheckTable), rule)),
            (Path: repository.Unshipped, Text: HubFiles.WithRelease(Read(repository, repository.Unshipped), rule)),
        };
        var all = made.Concat(changed).ToList();
        foreach (var (path, text) in all)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return all.Select(file => file.Path).ToList();
    }

    private static IEnumerable<(string Path, string Text)> Made(Repository repository, RuleDraft rule)
    {
        yield return (repository.Check(rule.Name), rule.Fill(Template("Check.cs.txt")));
        yield return (repository.Page(rule.Id), GeneratedBlock.Rule.Replace(rule.Fill(Template("Page.md")), RuleTables.OfDraft(rule)));
        foreach (var name in new[] { "Reported", "Silent", "KnownGaps" })
        {
            yield return (Path.Combine(repository.Cases(rule.Id), name + ".cs"), rule.Fill(Template(name + ".cs.txt")));
        }

        yield return (repository.Sample(rule.Id), rule.Fill(Template("Sample.cs.txt")));
    }

    private static string Template(string name)
    {
        using var stream = typeof(RuleFiles).Assembly.GetManifestResourceStream("Templates." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Read(Repository repository, string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new BadInputException($"{repository.Shown(path)} is missing.");
}
