// The C# blocks of a Markdown page.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace BufferLint.Tests.Docs;

/// <summary>One block.</summary>
/// <param name="Page">The page, from the root.</param>
/// <param name="Line">The line the block begins after.</param>
/// <param name="Mark">What stands after «csharp»: <c>reported</c>, <c>silent</c> or <c>fixed</c>.</param>
/// <param name="Code">The code.</param>
internal sealed partial record MarkdownCode(string Page, int Line, string Mark, string Code)
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.Buffers.Binary;
        using System.Collections.Generic;
        using System.IO;
        using System.IO.MemoryMappedFiles;
        using System.IO.Pipelines;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using BufferLint.Annotations;

        """;

    /// <summary>The lines of the code that a comment says are reported, with their ids.</summary>
    public ImmutableArray<string> Expected =>
        [.. Code.Split('\n').Select((line, index) => (Comment: RuleComment().Match(line), Line: index + 1)).Where(line => line.Comment.Success).Select(line => $"{line.Comment.Groups["id"].Value} at line {line.Line}")];

    /// <summary>A file to compile; its lines are <see cref="LinesBefore"/> further down than in the block.</summary>
    public string Source => TypeDeclaration().IsMatch(Code) ? Usings + Code : Usings + "class Example\n{\n" + Code + "}\n";

    public int LinesBefore => Source[..Source.IndexOf(Code, StringComparison.Ordinal)].Count(letter => letter == '\n');

    public static IEnumerable<MarkdownCode> Of(string page, string text)
    {
        foreach (Match block in Block().Matches(text.ReplaceLineEndings("\n")))
        {
            yield return new MarkdownCode(page, text[..block.Index].Count(letter => letter == '\n') + 1, block.Groups["mark"].Value, block.Groups["code"].Value);
        }
    }

    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex("^```csharp ?(?<mark>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("// (?<id>BUF[0-9]{4})")]
    private static partial Regex RuleComment();

    [GeneratedRegex(@"^((public|internal|sealed|static|readonly|ref|abstract|partial) )*(class|struct|interface|record|enum) ", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
