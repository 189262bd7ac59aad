// Moving a statement in its block, with the comments that belong to it.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Moves a statement up or down in its block.</summary>
internal static class StatementMove
{
    /// <summary>The edits that put a statement before an earlier one of the same block.</summary>
    public static FixPlan Before(StatementSyntax target, StatementSyntax moved, SourceText text)
    {
        if (!OwnsItsLines(target, text) || !OwnsItsLines(moved, text))
        {
            var gap = TextSpan.FromBounds(moved.GetFirstToken().GetPreviousToken().Span.End, moved.Span.End);
            return FixPlan.Of(Edit.Insert(target.SpanStart, moved.ToString() + " "), new Edit(gap, ""));
        }

        var lines = TextSpan.FromBounds(Layout.StartWithComments(text, moved), text.Lines.GetLineFromPosition(moved.Span.End).EndIncludingLineBreak);
        return FixPlan.Of(
            Edit.Insert(Layout.StartWithComments(text, target), text.ToString(lines)),
            new Edit(WithBlankLineAbove(lines, text), ""));
    }

    /// <summary>The edits that put a statement behind a later one of the same block.</summary>
    public static FixPlan After(StatementSyntax target, StatementSyntax moved, SourceText text)
    {
        if (!OwnsItsLines(target, text) || !OwnsItsLines(moved, text))
        {
            var gap = TextSpan.FromBounds(moved.SpanStart, moved.GetLastToken().GetNextToken().SpanStart);
            return FixPlan.Of(new Edit(gap, ""), Edit.Insert(target.Span.End, " " + moved.ToString()));
        }

        var lines = TextSpan.FromBounds(Layout.StartWithComments(text, moved), text.Lines.GetLineFromPosition(moved.Span.End).EndIncludingLineBreak);
        return FixPlan.Of(
            new Edit(WithBlankLineBelow(lines, text), ""),
            Edit.Insert(text.Lines.GetLineFromPosition(target.Span.End).EndIncludingLineBreak, text.ToString(lines)));
    }

    /// <summary>The edit that takes a statement away.</summary>
    public static Edit Removal(StatementSyntax removed, SourceText text)
    {
        if (!OwnsItsLines(removed, text))
        {
            return new Edit(TextSpan.FromBounds(removed.GetFirstToken().GetPreviousToken().Span.End, removed.Span.End), "");
        }

        var lines = TextSpan.FromBounds(Layout.StartWithComments(text, removed), text.Lines.GetLineFromPosition(removed.Span.End).EndIncludingLineBreak);
        var above = WithBlankLineAbove(lines, text);
        return new Edit(above == lines ? WithBlankLineBelow(lines, text) : above, "");
    }

    /// <summary>The edits that put a statement between what a later <c>return</c> evaluates and its leaving.</summary>
    public static FixPlan IntoReturn(ReturnStatementSyntax leaving, string result, StatementSyntax moved, SourceText text)
    {
        var isOnLines = OwnsItsLines(leaving, text) && OwnsItsLines(moved, text);
        var gap = isOnLines ? Layout.LineBreak(text, leaving.SpanStart) + Layout.Indentation(text, leaving.SpanStart) : " ";
        var end = isOnLines ? text.Lines.GetLineFromPosition(leaving.Span.End).End : leaving.Span.End;
        return FixPlan.Of(
            Removal(moved, text),
            new Edit(leaving.ReturnKeyword.Span, $"var {result} ="),
            Edit.Insert(end, gap + (isOnLines ? Lines(moved, text) : moved.ToString()) + gap + $"return {result};"));
    }

    /// <summary>The lines of a statement with the comments above it, from its own indentation on.</summary>
    private static string Lines(StatementSyntax statement, SourceText text)
    {
        var start = Layout.StartWithComments(text, statement);
        return text.ToString(TextSpan.FromBounds(start, text.Lines.GetLineFromPosition(statement.Span.End).End)).Substring(Layout.Indentation(text, start).Length);
    }

    private static bool OwnsItsLines(StatementSyntax statement, SourceText text) =>
        Layout.StartsLine(text, statement.SpanStart) && statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>Lines that leave two blank lines, or one behind an opening brace, take the lower one along.</summary>
    private static TextSpan WithBlankLineBelow(TextSpan lines, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(lines.Start).LineNumber;
        var next = text.Lines.GetLineFromPosition(lines.End);
        return Layout.IsBlank(next) && first > 0 && (Layout.IsBlank(text.Lines[first - 1]) || text.Lines[first - 1].ToString().TrimEnd().EndsWith("{", System.StringComparison.Ordinal))
            ? TextSpan.FromBounds(lines.Start, next.EndIncludingLineBreak)
            : lines;
    }

    /// <summary>Lines that leave two blank lines, or one before a closing brace, take the upper one along.</summary>
    private static TextSpan WithBlankLineAbove(TextSpan lines, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(lines.Start).LineNumber;
        var next = text.Lines.GetLineFromPosition(lines.End);
        return first > 0 && Layout.IsBlank(text.Lines[first - 1]) && (Layout.IsBlank(next) || next.ToString().TrimStart().StartsWith("}", System.StringComparison.Ordinal))
            ? TextSpan.FromBounds(text.Lines[first - 1].Start, lines.End)
            : lines;
    }
}
