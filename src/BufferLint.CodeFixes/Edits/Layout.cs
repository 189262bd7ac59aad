// How the file is written: its line breaks, indentation and braces.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Reads the layout around a place.</summary>
internal static class Layout
{
    private const string UsualUnit = "    ";

    /// <summary>The line break used at a position.</summary>
    public static string LineBreak(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        if (line.EndIncludingLineBreak == line.End)
        {
            line = text.Lines[0];
        }

        return line.EndIncludingLineBreak == line.End ? "\n" : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
    }

    /// <summary>The white space the line of a position begins with.</summary>
    public static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether only white space stands before a position on its line.</summary>
    public static bool StartsLine(SourceText text, int position) =>
        text.Lines.GetLineFromPosition(position).Start + Indentation(text, position).Length == position;

    /// <summary>Whether only white space stands on a line.</summary>
    public static bool IsBlank(TextLine line) => string.IsNullOrWhiteSpace(line.ToString());

    /// <summary>One step of indentation, as the block around a node shows it.</summary>
    public static string Unit(SourceText text, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<BlockSyntax>() is { Statements: [var first, ..], Parent: { } parent })
        {
            var outer = Indentation(text, parent.SpanStart);
            var inner = Indentation(text, first.SpanStart);
            if (inner.Length > outer.Length && inner.StartsWith(outer, System.StringComparison.Ordinal))
            {
                return inner.Substring(outer.Length);
            }
        }

        return Indentation(text, node.SpanStart).Contains("\t") ? "\t" : UsualUnit;
    }

    /// <summary>Whether the opening braces around a node stand on lines of their own.</summary>
    public static bool OpensOnItsOwnLine(SourceText text, SyntaxNode node) =>
        node.FirstAncestorOrSelf<BlockSyntax>() is not { OpenBraceToken: { IsMissing: false } brace } || StartsLine(text, brace.SpanStart);

    /// <summary>Where the lines of a statement begin, comments directly above it included.</summary>
    public static int StartWithComments(SourceText text, StatementSyntax statement)
    {
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        while (line.LineNumber > 0 && CommentOn(text.Lines[line.LineNumber - 1], statement) is { } comment)
        {
            line = text.Lines.GetLineFromPosition(comment.SpanStart);
        }

        return line.Start;
    }

    private static SyntaxTrivia? CommentOn(TextLine line, StatementSyntax statement)
    {
        foreach (var trivia in statement.GetLeadingTrivia())
        {
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && line.Span.IntersectsWith(trivia.Span) && trivia.Span.End <= line.End)
            {
                return trivia;
            }
        }

        return null;
    }
}
