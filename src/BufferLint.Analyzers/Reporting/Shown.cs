// How source is quoted in a message.
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

internal static class Shown
{
    private const int MaxLength = 60;

    /// <summary>Source in quotes, on one line, not too long.</summary>
    public static string Quoted(SyntaxNode node) => Quoted(node.ToString());

    /// <inheritdoc cref="Quoted(SyntaxNode)"/>
    public static string Quoted(string text)
    {
        var line = string.Join(" ", text.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
        return "'" + (line.Length <= MaxLength ? line : line.Substring(0, MaxLength - 1) + "…") + "'";
    }

    /// <summary>The line a user would look at, counted from one, <c>#line</c> respected.</summary>
    public static int Line(SyntaxNode node) => node.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;
}
