// docs: rewrites what is generated in the README and on the rule pages, or says that it would.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using BufferLint.Checks;

namespace BufferLint.Dev.Docs;

internal static class DocsCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; fail if something would change." };
        var root = Repository.RootOption();
        var command = new Command("docs", "Regenerates the rules table of the README, the tables on the rule pages and the walk in the architecture notes.") { check, root };
        command.SetAction(parsed => Program.Guarded(() => Run(Repository.Find(parsed.GetValue(root)), parsed.GetValue(check), Console.Out)));
        return command;
    }

    /// <summary>Regenerates, or only compares.</summary>
    /// <returns>1 if <paramref name="check"/> is set and a file is out of date.</returns>
    public static int Run(Repository repository, bool check, TextWriter output)
    {
        var stale = 0;
        foreach (var page in Pages(repository, FixCatalog.Load()).Where(page => page.Now != page.Generated))
        {
            stale++;
            if (!check)
            {
                File.WriteAllText(page.Path, page.Generated);
            }

            output.WriteLine((check ? "out of date: " : "rewritten: ") + repository.Shown(page.Path));
        }

        if (check && stale > 0)
        {
            output.WriteLine("Run: dotnet run --project src/BufferLint.Dev -- docs");
            return 1;
        }

        return 0;
    }

    private static IEnumerable<(string Path, string Now, string Generated)> Pages(Repository repository, FixCatalog fixes)
    {
        var rules = CheckTable.All.Select(check => check.Descriptor).ToList();
        foreach (var rule in rules)
        {
            yield return Page(repository, repository.Page(rule.Id), GeneratedBlock.Rule, RuleTables.OfOne(rule, fixes));
        }

        yield return Page(repository, repository.In("docs", "architecture.md"), GeneratedBlock.Walk, Walk.Print());
        yield return Page(repository, repository.Readme, GeneratedBlock.Rules, RuleTables.OfAll(rules, fixes));
    }

    private static (string Path, string Now, string Generated) Page(Repository repository, string path, GeneratedBlock block, string content)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"{repository.Shown(path)} is missing.");
        }

        var now = File.ReadAllText(path).ReplaceLineEndings("\n");
        try
        {
            return (path, now, block.Replace(now, content));
        }
        catch (BadInputException mistake)
        {
            throw new BadInputException($"{repository.Shown(path)}: {mistake.Message}");
        }
    }
}
