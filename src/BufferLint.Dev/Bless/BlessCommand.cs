// bless: takes what the engine says today as what it is expected to say. Read the difference before you commit it.
using System;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace BufferLint.Dev.Bless;

internal static class BlessCommand
{
    public static Command Create()
    {
        var only = new Argument<string?>("name") { Description = "Only the trap of this name.", Arity = ArgumentArity.ZeroOrOne };
        var root = Repository.RootOption();
        var command = new Command("bless", "Rewrites the expected dumps of the engine tests.") { only, root };
        command.SetAction(parsed => Program.Guarded(() => Run(Repository.Find(parsed.GetValue(root)), parsed.GetValue(only), Console.Out)));
        return command;
    }

    /// <summary>Rewrites the traps that changed.</summary>
    public static int Run(Repository repository, string? only, TextWriter output)
    {
        if (!Directory.Exists(repository.Traps))
        {
            throw new BadInputException($"{repository.Shown(repository.Traps)} is missing.");
        }

        var paths = Directory.EnumerateFiles(repository.Traps, only is null ? TrapFile.Pattern : only + TrapFile.Pattern[1..]).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            throw new BadInputException(only is null ? "there are no traps." : $"there is no trap '{only}' in {repository.Shown(repository.Traps)}.");
        }

        foreach (var trap in paths.Select(TrapFile.Read))
        {
            var dump = trap.Dump();
            if (dump != trap.Expected)
            {
                File.WriteAllText(trap.Path, trap.With(dump));
                output.WriteLine("blessed: " + repository.Shown(trap.Path));
            }
        }

        return 0;
    }
}
