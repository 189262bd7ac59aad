// dump: what each stage of the pipeline makes of a file.
using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Dump;

internal static class DumpCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A C# file; it is compiled alone." };
        var method = new Option<string?>("--method") { Description = "Only members of this name.", HelpName = "name" };
        var command = new Command("dump", "Prints graph, facts, states and findings of every method in a file.") { file, method };
        command.SetAction(parsed => Program.Guarded(() => Run(parsed.GetRequiredValue(file), parsed.GetValue(method), Console.Out)));
        return command;
    }

    /// <summary>Dumps a file.</summary>
    public static int Run(FileInfo file, string? method, TextWriter output)
    {
        if (!file.Exists)
        {
            throw new BadInputException($"there is no file {file}.");
        }

        var program = new SourceProgram(File.ReadAllText(file.FullName), file.Name, LanguageVersion.Preview);
        foreach (var error in program.Errors)
        {
            Console.Error.WriteLine("warning: does not compile: " + error);
        }

        var members = program.Solve().Where(member => method is null || member.Member.Name == method).ToList();
        if (members.Count == 0 && method is not null)
        {
            throw new BadInputException($"{file.Name} has no member '{method}' with code.");
        }

        output.Write(MemberDump.Print(members));
        return 0;
    }
}
