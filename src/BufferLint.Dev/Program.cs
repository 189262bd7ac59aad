// The contributors' console: dotnet run --project src/BufferLint.Dev -- <command>.
using System;
using System.CommandLine;
using BufferLint.Dev.Bless;
using BufferLint.Dev.Corpus;
using BufferLint.Dev.Docs;
using BufferLint.Dev.Dump;
using BufferLint.Dev.NewRule;

namespace BufferLint.Dev;

internal static class Program
{
    public static int Main(string[] arguments)
    {
        var root = new RootCommand("Tools for those who work on BufferLint.")
        {
            DumpCommand.Create(),
            NewRuleCommand.Create(),
            DocsCommand.Create(),
            BlessCommand.Create(),
            CorpusCommand.Create(),
        };
        return root.Parse(arguments).Invoke();
    }

    /// <summary>Runs a command; what the user got wrong becomes one line on standard error.</summary>
    /// <returns>The exit code: that of the command, or 2 for bad input.</returns>
    public static int Guarded(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (BadInputException mistake)
        {
            Console.Error.WriteLine("error: " + mistake.Message);
            return 2;
        }
    }
}
