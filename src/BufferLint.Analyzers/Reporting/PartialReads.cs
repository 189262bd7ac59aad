// The words about buffers that are longer than their data.
using BufferLint.Checks;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

internal static class PartialReads
{
    /// <summary>Where the buffer comes from.</summary>
    public static string Given(PartialRead read) => read.Filled.IsGiven ? $"shown by its stream at line {Shown.Line(read.Given)}" : $"rented at line {Shown.Line(read.Given)}, maybe longer than asked for";

    /// <summary>How far its data goes.</summary>
    public static string Filled(PartialRead read) => (read.Filled.IsGiven, read.Filled.Length) switch
    {
        (true, { } length) => $"data as far as '{length}'",
        (true, null) => "data as far as the stream's 'Length'",
        (false, { } length) => $"filled at line {Shown.Line(read.Filled.Syntax)} as far as '{length}'",
        _ => $"filled in part at line {Shown.Line(read.Filled.Syntax)}",
    };

    /// <summary>What reads all of it.</summary>
    public static string Read(PartialRead read) => read.Read.Syntax == read.Read.Mention ? $"read at line {Shown.Line(read.Read.Mention)}" : $"read by {Shown.Quoted(read.Read.Syntax)} at line {Shown.Line(read.Read.Mention)}";

    /// <summary>Where the buffer comes from, and where it got its data.</summary>
    public static SyntaxNode?[] Places(PartialRead read) => read.Filled.IsGiven ? new SyntaxNode?[] { read.Given } : new SyntaxNode?[] { read.Given, read.Filled.Syntax };
}
