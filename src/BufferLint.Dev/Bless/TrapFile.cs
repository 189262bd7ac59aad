// An engine test as a text file: prose, a program, and below a line the dump of it.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using BufferLint.Dev.Dump;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.Bless;

/// <summary>A program with the dump that is expected of it.</summary>
internal sealed class TrapFile
{
    private const string Line = "\n-----------------------------------------------------------------------------------------------\n";

    private TrapFile(string path, string program, string expected)
    {
        Path = path;
        Program = program;
        Expected = expected;
    }

    public static string Pattern => "*.expected.txt";

    public string Path { get; }

    /// <summary>The C# source; a comment on top says what to look for.</summary>
    public string Program { get; }

    /// <summary>The dump as it was blessed; empty if it never was.</summary>
    public string Expected { get; }

    public static TrapFile Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var line = text.IndexOf(Line, StringComparison.Ordinal);
        return line < 0 ? new TrapFile(path, text.TrimEnd() + "\n", string.Empty) : new TrapFile(path, text[..(line + 1)], text[(line + Line.Length)..]);
    }

    /// <summary>The dump of the program as it is now.</summary>
    public string Dump()
    {
        var program = new SourceProgram(Program, System.IO.Path.GetFileName(Path), LanguageVersion.CSharp13);
        if (!program.Errors.IsEmpty)
        {
            var errors = program.Errors.Select(error => error.GetMessage(CultureInfo.InvariantCulture));
            throw new BadInputException($"{System.IO.Path.GetFileName(Path)} does not compile: {string.Join("; ", errors)}");
        }

        return MemberDump.Print(program.Solve());
    }

    /// <summary>The file's text with another dump.</summary>
    public string With(string dump) => Program.TrimEnd('\n') + "\n" + Line.TrimStart('\n') + dump;
}
